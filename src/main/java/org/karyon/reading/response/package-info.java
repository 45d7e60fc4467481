/** The course, residual disease and the timeline. */
@NullMarked
package org.karyon.reading.response;

import org.jspecify.annotations.NullMarked;
