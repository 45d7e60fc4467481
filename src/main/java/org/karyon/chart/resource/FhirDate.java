package org.karyon.chart.resource;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.karyon.facts.RecordedDate;

/**
 * Dates with no more precision than they have (FHIR R4, date, dateTime, instant). The digits count
 * as written: a local date must not move to another day by a time zone. A time without a zone is
 * read, because real systems send it.
 */
enum FhirDate {
  /** A year, a month or a day. */
  DATE,
  /** The same, or a day with its time to the second. */
  DATE_TIME,
  /** A day with its time to the second. */
  INSTANT;

  private static final Pattern TIME =
      Pattern.compile(
          "(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,30})?(?:Z|[+-]\\d\\d:\\d\\d)?");

  private static final int YEAR = 4;
  private static final int MONTH = 7;
  private static final int DAY = 10;

  /** The date; empty when the text is not one of this kind. */
  Optional<RecordedDate> read(String written) {
    String text = written.strip();
    try {
      return switch (text.length()) {
        case YEAR -> this == INSTANT ? Optional.empty() : Optional.of(year(text));
        case MONTH -> this == INSTANT ? Optional.empty() : Optional.of(month(text));
        case DAY -> this == INSTANT ? Optional.empty() : Optional.of(day(text));
        default -> this == DATE || !isTimed(text) ? Optional.empty() : Optional.of(day(text));
      };
    } catch (DateTimeException | NumberFormatException invalid) {
      return Optional.empty();
    }
  }

  private static boolean isTimed(String text) {
    return text.length() > DAY
        && text.charAt(DAY) == 'T'
        && TIME.matcher(text.substring(DAY + 1)).matches();
  }

  private static RecordedDate year(String text) {
    LocalDate first = YearMonth.parse(text + "-01").atDay(1);
    return new RecordedDate(first, first.plusYears(1).minusDays(1));
  }

  private static RecordedDate month(String text) {
    YearMonth month = YearMonth.parse(text);
    return new RecordedDate(month.atDay(1), month.atEndOfMonth());
  }

  private static RecordedDate day(String text) {
    return RecordedDate.of(LocalDate.parse(text.substring(0, DAY)));
  }
}
