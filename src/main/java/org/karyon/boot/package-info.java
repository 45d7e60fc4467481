/** Wiring and settings: the steps are joined here, and a setting that nothing reads is refused. */
@NullMarked
package org.karyon.boot;

import org.jspecify.annotations.NullMarked;
