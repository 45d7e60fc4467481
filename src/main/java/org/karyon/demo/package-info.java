/** The demo profile: the example patients, and the line that shows a first card. */
@NullMarked
package org.karyon.demo;

import org.jspecify.annotations.NullMarked;
