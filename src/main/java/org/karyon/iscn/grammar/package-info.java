/** From text to the model: one reader for each part of the notation. */
@NullMarked
package org.karyon.iscn.grammar;

import org.jspecify.annotations.NullMarked;
