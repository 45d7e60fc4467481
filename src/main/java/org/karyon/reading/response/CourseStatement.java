package org.karyon.reading.response;

import java.time.LocalDate;
import java.util.Optional;
import org.karyon.facts.Course;
import org.karyon.facts.Evidence;
import org.karyon.facts.RecordedDate;

/**
 * Something that says where the patient stood on a day.
 *
 * @param course where
 * @param evidence what says so
 * @param ofMarrow whether it is a count of marrow blasts, which sees no other compartment
 */
record CourseStatement(Course course, Evidence evidence, boolean ofMarrow) {

  CourseStatement(Course course, Evidence evidence) {
    this(course, evidence, false);
  }

  Optional<LocalDate> latest() {
    return evidence.date().map(RecordedDate::latest);
  }

  Optional<LocalDate> earliest() {
    return evidence.date().map(RecordedDate::earliest);
  }
}
