package org.karyon.cards;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.karyon.facts.RecordedDate;

/** Dates as people write them: 16 Nov 2026, and without the year where it is this year's. */
record DateWords(LocalDate today) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  String of(LocalDate day) {
    return (day.getYear() == today.getYear() ? DAY : WHOLE).format(day);
  }

  /** With no more precision than the record has. */
  String of(RecordedDate date) {
    LocalDate first = date.earliest();
    if (first.equals(date.latest())) {
      return of(first);
    }
    boolean oneMonth =
        first.getYear() == date.latest().getYear() && first.getMonth() == date.latest().getMonth();
    return oneMonth ? MONTH.format(first) : Integer.toString(first.getYear());
  }
}
