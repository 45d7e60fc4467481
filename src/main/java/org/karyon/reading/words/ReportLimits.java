package org.karyon.reading.words;

import java.math.BigDecimal;

/**
 * The numbers by which the amounts of a report are weighed.
 *
 * @param lowLevel the share of cells or alleles under which a yes may be background, 0 to 1
 * @param fewestCells how many nuclei or cells a negative must have looked at
 * @param fewestControlCopies how many copies of the control gene a negative transcript needs
 */
public record ReportLimits(
    BigDecimal lowLevel, BigDecimal fewestCells, BigDecimal fewestControlCopies) {

  /** Words alone, whatever the amounts beside them. */
  static final ReportLimits NONE =
      new ReportLimits(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
}
