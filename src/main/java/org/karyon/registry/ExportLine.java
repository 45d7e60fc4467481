package org.karyon.registry;

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

  private static final int LONGEST_FILE = 6;
  private static final int LONGEST_LINE = 12;

  /** Sorts by patient, and what belongs to one patient by file and line. */
  String sortable() {
    StringBuilder text =
        new StringBuilder(
            patient.length() + LONGEST_FILE + LONGEST_LINE + resource.length() + LONGEST_FILE);
    text.append(patient).append(SEPARATOR);
    number(text, file, LONGEST_FILE);
    text.append(SEPARATOR);
    number(text, line, LONGEST_LINE);
    return text.append(SEPARATOR).append(resource).toString();
  }

  /** Of one length, so that the order of the texts is that of the numbers. */
  private static void number(StringBuilder text, long number, int length) {
    String digits = Long.toString(number);
    text.repeat('0', Math.max(0, length - digits.length())).append(digits);
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
