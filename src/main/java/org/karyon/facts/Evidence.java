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
 */
public record Evidence(String resource, String what, String shows, Optional<RecordedDate> date) {

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
