/** What a karyotype report is made of: the only words of this library that others use. */
@NullMarked
package org.karyon.iscn.report;

import org.jspecify.annotations.NullMarked;
