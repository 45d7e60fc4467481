/** The guideline as a page for people. */
@NullMarked
package org.karyon.guideline.page;

import org.jspecify.annotations.NullMarked;
