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
 * @param panel whether it stands over results inside its resource that were read
 */
public record ResultSource(
    String resource,
    Result.Standing standing,
    Optional<RecordedDate> date,
    String method,
    Result.Specimen specimen,
    boolean plain,
    boolean panel) {

  /** The same standing over results that were read. */
  ResultSource ofPanel() {
    return new ResultSource(resource, standing, date, method, specimen, plain, true);
  }

  /** The same as a part of another, which says what it does not say: its date, method, specimen. */
  ResultSource inside(ResultSource parent) {
    return new ResultSource(
        parent.resource,
        standing,
        date.or(parent::date),
        method.isEmpty() ? parent.method : method,
        specimen == Result.Specimen.NOT_STATED ? parent.specimen : specimen,
        false,
        panel);
  }
}
