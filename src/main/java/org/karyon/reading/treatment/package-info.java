/** Treatment that is on record or drafted. */
@NullMarked
package org.karyon.reading.treatment;

import org.jspecify.annotations.NullMarked;
