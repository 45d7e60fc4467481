package org.karyon.facts;

import java.time.LocalDate;

/**
 * A date as the record gives it: a day, or only a month or a year.
 *
 * @param earliest the first day it can mean
 * @param latest the last day it can mean; the same as the first for a whole date
 */
public record RecordedDate(LocalDate earliest, LocalDate latest) {

  /**
   * A date known to the day.
   *
   * @param day the day
   * @return the date
   */
  public static RecordedDate of(LocalDate day) {
    return new RecordedDate(day, day);
  }

  /**
   * The date with no more precision than the record has.
   *
   * @return {@code 2026-11-10}, {@code 2026-11} or {@code 2026}
   */
  public String text() {
    if (earliest.equals(latest)) {
      return earliest.toString();
    }
    boolean oneMonth =
        earliest.getYear() == latest.getYear() && earliest.getMonth() == latest.getMonth();
    return earliest.toString().substring(0, oneMonth ? 7 : 4);
  }
}
