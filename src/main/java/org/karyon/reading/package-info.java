/**
 * FHIR resources to facts: resources become plain results once, and one reader per theme settles
 * its facts from them. Knows no treatment rule and no card.
 */
@NullMarked
package org.karyon.reading;

import org.jspecify.annotations.NullMarked;
