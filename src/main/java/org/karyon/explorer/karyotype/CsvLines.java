package org.karyon.explorer.karyotype;

import java.util.ArrayList;
import java.util.List;

/** Reads comma- or semicolon- or tab-separated lines (RFC 4180); nothing is a fault. */
public final class CsvLines {

  private CsvLines() {}

  /**
   * The records of a text.
   *
   * @param text the lines; a quoted cell may hold line breaks
   * @return the cells of each record that is not blank
   */
  public static List<List<String>> of(String text) {
    char separator = separator(text);
    List<List<String>> records = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (quoted) {
        if (character != '"') {
          cell.append(character);
        } else if (index + 1 < text.length() && text.charAt(index + 1) == '"') {
          cell.append('"');
          index++;
        } else {
          quoted = false;
        }
      } else if (character == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (character == separator) {
        end(cells, cell);
      } else if (character == '\n' || character == '\r') {
        end(cells, cell);
        end(records, cells);
        cells = new ArrayList<>();
      } else {
        cell.append(character);
      }
    }
    end(cells, cell);
    end(records, cells);
    return records;
  }

  private static void end(List<String> cells, StringBuilder cell) {
    cells.add(cell.toString().strip());
    cell.setLength(0);
  }

  private static void end(List<List<String>> records, List<String> cells) {
    if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
      records.add(List.copyOf(cells));
    }
  }

  /**
   * Karyotypes are full of commas: a comma separates only where a line quotes its cells or a
   * heading is written with it; else each line is one karyotype.
   */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    if (first.indexOf('\t') >= 0) {
      return '\t';
    }
    if (first.toLowerCase(java.util.Locale.ROOT).matches(".*\\b(karyotype|iscn)\\b.*")
        || text.lines().limit(20).anyMatch(line -> line.contains(",\"") || line.startsWith("\""))) {
      return first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }
    // A separator that no text has.
    return '\u0000';
  }
}
