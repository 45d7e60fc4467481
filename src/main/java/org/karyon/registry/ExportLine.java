package org.karyon.registry;

import java.util.Locale;

/**
 * One resource of an export with the place it came from, in the form in which it is sorted.
 *
 * @param patient the id of the patient it belongs to
 * @param file the number of its file, from 0
 * @param line its line in that file, from 1
 * @param resource its JSON
 */
public record ExportLine(String patient, int file, long line, String resource) {

  private static final char SEPARATOR = '\t';

  /** Sorts by patient, and what belongs to one patient by file and line. */
  String sortable() {
    return patient
        + SEPARATOR
        + String.format(Locale.ROOT, "%06d%c%012d", file, SEPARATOR, line)
        + SEPARATOR
        + resource;
  }

  static ExportLine of(String sorted) {
    int first = sorted.indexOf(SEPARATOR);
    int second = sorted.indexOf(SEPARATOR, first + 1);
    int third = sorted.indexOf(SEPARATOR, second + 1);
    return new ExportLine(
        sorted.substring(0, first),
        Integer.parseInt(sorted.substring(first + 1, second)),
        Long.parseLong(sorted.substring(second + 1, third)),
        sorted.substring(third + 1));
  }
}
