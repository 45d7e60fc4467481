/** What a karyotype is: clones, changes, bands, copy numbers. */
@NullMarked
package org.karyon.iscn.model;

import org.jspecify.annotations.NullMarked;
