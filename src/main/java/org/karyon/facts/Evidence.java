package org.karyon.facts;

import java.util.Comparator;
import java.util.Optional;

/**
 * One resource of the record and what it shows: the basis that a clinician can check.
 *
 * @param resource the reference, for example {@code Observation/obs-7}
 * @param what what was looked at, in the record's own words
 * @param shows the value in the record's own words
 * @param date when it was true: collection of the specimen before issue of the report
 * @param words the exact words of a report, where what is said rests on words alone; a card shows
 *     them in quotes. Empty where a code, a number or a karyotype says it
 */
public record Evidence(
    String resource,
    String what,
    String shows,
    Optional<RecordedDate> date,
    Optional<String> words) {

  /** Evidence that rests on a code, a number or a karyotype. */
  public Evidence(String resource, String what, String shows, Optional<RecordedDate> date) {
    this(resource, what, shows, date, Optional.empty());
  }

  /** The same evidence, resting on words alone. */
  public Evidence inWords(String quoted) {
    return new Evidence(resource, what, shows, date, Optional.of(quoted));
  }

  /**
   * Newest first; a date without a day counts from its first day, what carries no date comes last,
   * and the reference breaks a tie.
   */
  public static final Comparator<Evidence> NEWEST_FIRST =
      Comparator.comparingLong(Evidence::age)
          .thenComparing(Evidence::resource)
          .thenComparing(Evidence::shows);

  private long age() {
    return date.map(known -> -known.earliest().toEpochDay()).orElse(Long.MAX_VALUE);
  }
}
