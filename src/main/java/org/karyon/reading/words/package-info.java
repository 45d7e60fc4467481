/** The language of reports: words, answers and clauses, free of FHIR. */
@NullMarked
package org.karyon.reading.words;

import org.jspecify.annotations.NullMarked;
