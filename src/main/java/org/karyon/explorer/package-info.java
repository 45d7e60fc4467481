/**
 * The explorer: web pages that show the guideline, a patient's way through it, and what came of the
 * advice. Pages are made on the server from the public use cases; nothing of a patient is kept.
 */
@NullMarked
package org.karyon.explorer;

import org.jspecify.annotations.NullMarked;
