/** What the page of the guideline shows, as plain values made from its records. */
@NullMarked
package org.karyon.explorer.guideline;

import org.jspecify.annotations.NullMarked;
