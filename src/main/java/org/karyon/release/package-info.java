/** Which Karyon this is: its version and the commit that it was built from. */
@NullMarked
package org.karyon.release;

import org.jspecify.annotations.NullMarked;
