/** Characters and places: the source text, spans, a cursor and the log of tokens and warnings. */
@NullMarked
package org.karyon.iscn.text;

import org.jspecify.annotations.NullMarked;
