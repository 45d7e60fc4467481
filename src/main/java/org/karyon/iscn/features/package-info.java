/** From the model to findings: rules, patterns, ploidy and counts. */
@NullMarked
package org.karyon.iscn.features;

import org.jspecify.annotations.NullMarked;
