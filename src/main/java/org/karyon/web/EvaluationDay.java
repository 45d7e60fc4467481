package org.karyon.web;

import java.time.Clock;
import java.time.LocalDate;

/** The day on which a patient is looked at. */
@FunctionalInterface
public interface EvaluationDay {

  /**
   * The day for one patient.
   *
   * @param patientId the patient, a bare id
   * @return today, but for patients whose story stands still
   */
  LocalDate of(String patientId);

  /**
   * Today for everybody.
   *
   * @param clock the clock
   * @return the day by that clock
   */
  static EvaluationDay today(Clock clock) {
    return patientId -> LocalDate.now(clock);
  }
}
