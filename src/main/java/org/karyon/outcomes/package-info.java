/** How failures are told over HTTP: FHIR OperationOutcomes. Knows nothing else. */
@NullMarked
package org.karyon.outcomes;

import org.jspecify.annotations.NullMarked;
