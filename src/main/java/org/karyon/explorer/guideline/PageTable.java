package org.karyon.explorer.guideline;

import java.util.List;
import java.util.Locale;

/**
 * A table of the page.
 *
 * @param id its anchor
 * @param title its title
 * @param intro a sentence before it; may be empty
 * @param columns the headings
 * @param rows the rows
 */
public record PageTable(
    String id, String title, String intro, List<String> columns, List<Row> rows) {

  /** Copies the lists. */
  public PageTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param anchor its anchor; empty where another row has it
   * @param id what it is called on the wire
   * @param cells one for each heading after the first
   */
  public record Row(String anchor, String id, List<Cell> cells) {

    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }

    private boolean mentions(String lower) {
      return id.toLowerCase(Locale.ROOT).contains(lower)
          || cells.stream().anyMatch(cell -> cell.mentions(lower));
    }
  }

  /** The same with only those rows in which all words stand. */
  public PageTable with(List<String> words) {
    return new PageTable(
        id,
        title,
        intro,
        columns,
        rows.stream().filter(row -> words.stream().allMatch(row::mentions)).toList());
  }
}
