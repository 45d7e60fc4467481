package org.karyon.chart.resource;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
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

  private static final int YEAR = 4;
  private static final int MONTH = 7;
  private static final int DAY = 10;
  private static final int SECONDS = 19;

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
    } catch (DateTimeException invalid) {
      return Optional.empty();
    }
  }

  /** {@code T23:59:60.123+01:00}: the fraction and the zone may be missing. */
  private static boolean isTimed(String text) {
    if (text.length() < SECONDS
        || text.charAt(DAY) != 'T'
        || text.charAt(DAY + 3) != ':'
        || text.charAt(DAY + 6) != ':'
        || number(text, DAY + 1, DAY + 3) > 23
        || number(text, DAY + 4, DAY + 6) > 59
        || number(text, DAY + 7, SECONDS) > 60) {
      return false;
    }
    int zone = SECONDS;
    if (zone < text.length() && text.charAt(zone) == '.') {
      do {
        zone++;
      } while (zone < text.length() && isDigit(text.charAt(zone)));
      if (zone == SECONDS + 1) {
        return false;
      }
    }
    return isZone(text, zone);
  }

  private static boolean isZone(String text, int from) {
    int length = text.length() - from;
    if (length == 0) {
      return true;
    }
    char sign = text.charAt(from);
    if (length == 1) {
      return sign == 'Z';
    }
    if (length != 6 || (sign != '+' && sign != '-') || text.charAt(from + 3) != ':') {
      return false;
    }
    number(text, from + 1, from + 3);
    number(text, from + 4, from + 6);
    return true;
  }

  private static RecordedDate year(String text) {
    LocalDate first = LocalDate.of(number(text, 0, YEAR), 1, 1);
    return new RecordedDate(first, first.plusYears(1).minusDays(1));
  }

  private static RecordedDate month(String text) {
    dash(text, YEAR);
    YearMonth month = YearMonth.of(number(text, 0, YEAR), number(text, YEAR + 1, MONTH));
    return new RecordedDate(month.atDay(1), month.atEndOfMonth());
  }

  private static RecordedDate day(String text) {
    dash(text, YEAR);
    dash(text, MONTH);
    return RecordedDate.of(
        LocalDate.of(
            number(text, 0, YEAR), number(text, YEAR + 1, MONTH), number(text, MONTH + 1, DAY)));
  }

  private static void dash(String text, int at) {
    if (text.charAt(at) != '-') {
      throw new DateTimeException("no date");
    }
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      if (!isDigit(text.charAt(at))) {
        throw new DateTimeException("no date");
      }
      number = number * 10 + text.charAt(at) - '0';
    }
    return number;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
