/**
 * Codes and the concepts they stand for; the reader of a resource asks here what a coding means.
 */
@NullMarked
package org.karyon.terminology;

import org.jspecify.annotations.NullMarked;
