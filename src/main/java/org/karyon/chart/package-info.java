/**
 * The patient's resources as they arrive: which part of the record is there, which is missing,
 * partial or broken. Knows no rules.
 */
@NullMarked
package org.karyon.chart;

import org.jspecify.annotations.NullMarked;
