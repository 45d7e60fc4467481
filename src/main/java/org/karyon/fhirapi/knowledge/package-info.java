/**
 * The guideline's records as FHIR knowledge artifacts; nothing is said here that the guideline does
 * not say.
 */
@NullMarked
package org.karyon.fhirapi.knowledge;

import org.jspecify.annotations.NullMarked;
