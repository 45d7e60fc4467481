/** The artifacts as one FHIR package in npm form, for a server or an engine of others. */
@NullMarked
package org.karyon.fhirapi.packaged;

import org.jspecify.annotations.NullMarked;
