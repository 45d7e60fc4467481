/** An assessment as FHIR resources: the same statements that cards make, for FHIR clients. */
@NullMarked
package org.karyon.fhirapi.answers;

import org.jspecify.annotations.NullMarked;
