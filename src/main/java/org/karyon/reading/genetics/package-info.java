/** Karyotypes, lesion tests, variants and narratives as genetic facts. */
@NullMarked
package org.karyon.reading.genetics;

import org.jspecify.annotations.NullMarked;
