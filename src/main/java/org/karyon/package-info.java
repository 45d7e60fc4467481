/** The application and its wiring: where the pure steps are joined to Spring. */
@NullMarked
package org.karyon;

import org.jspecify.annotations.NullMarked;
