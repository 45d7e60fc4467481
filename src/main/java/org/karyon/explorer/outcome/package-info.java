/** What came of the advice, drawn from the feedback report. */
@NullMarked
package org.karyon.explorer.outcome;

import org.jspecify.annotations.NullMarked;
