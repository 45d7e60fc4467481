/** What remains of each decision for an auditor: one line, in which no patient is named. */
@NullMarked
package org.karyon.audit;

import org.jspecify.annotations.NullMarked;
