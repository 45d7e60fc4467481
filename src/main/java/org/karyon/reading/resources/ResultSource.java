package org.karyon.reading.resources;

import java.util.Optional;
import org.karyon.facts.RecordedDate;

/**
 * Where a result comes from.
 *
 * @param resource the reference of its resource
 * @param standing how far its status may be trusted
 * @param date when it was true
 * @param method the method and remarks in the record's words
 * @param specimen where the specimen was taken
 * @param plain whether its resource is nothing but a number
 */
public record ResultSource(
    String resource,
    Result.Standing standing,
    Optional<RecordedDate> date,
    String method,
    Result.Specimen specimen,
    boolean plain) {

  /** The same as a part of another resource, which gives its date where it has none. */
  ResultSource inside(String parent, Optional<RecordedDate> parentDate) {
    return new ResultSource(parent, standing, date.or(() -> parentDate), method, specimen, false);
  }
}
