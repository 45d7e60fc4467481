/**
 * Searching the artifacts: what each kind can be searched by, criteria as they are written in an
 * address, and the page that answers. What is not applied is refused, or left out of {@code self}.
 */
@NullMarked
package org.karyon.fhirapi.search;

import org.jspecify.annotations.NullMarked;
