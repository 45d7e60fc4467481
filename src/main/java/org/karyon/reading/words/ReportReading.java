package org.karyon.reading.words;

import java.util.List;

/**
 * What a report says.
 *
 * @param statements its complete statements about this sample, or an earlier one, in their order
 * @param unread what answers nothing, and why
 * @param inadequate whether the report says that the test failed or looked at too little, so that
 *     nothing that it missed is excluded
 * @param takenBack whether the report takes its results back
 * @param tooLong whether the text is longer than is read, so that nothing was read of it
 */
public record ReportReading(
    List<Statement> statements,
    List<Unread> unread,
    boolean inadequate,
    boolean takenBack,
    boolean tooLong) {

  static final ReportReading TOO_LONG = new ReportReading(List.of(), List.of(), true, false, true);
}
