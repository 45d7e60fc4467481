/**
 * The vocabulary of the clinical model: which facts there are, which values each can take, and a
 * finding that is either known with its evidence or unknown with its reason. Knows nothing but the
 * JDK.
 */
@NullMarked
package org.karyon.facts;

import org.jspecify.annotations.NullMarked;
