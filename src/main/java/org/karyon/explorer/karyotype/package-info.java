/** What the page of a karyotype shows, as plain values; nothing here knows HTTP. */
@NullMarked
package org.karyon.explorer.karyotype;

import org.jspecify.annotations.NullMarked;
