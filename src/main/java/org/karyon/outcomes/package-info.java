/**
 * What leaves the service beside cards and resources: failures as FHIR OperationOutcomes, cells of
 * tables. Knows nothing else.
 */
@NullMarked
package org.karyon.outcomes;

import org.jspecify.annotations.NullMarked;
