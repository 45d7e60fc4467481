/**
 * The FHIR API: the guideline as artifacts that can be read and searched, terminology, and the same
 * assessment as on the hooks as operations. Nothing is stored.
 */
@NullMarked
package org.karyon.fhirapi;

import org.jspecify.annotations.NullMarked;
