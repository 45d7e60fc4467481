package org.karyon.reading.treatment;

import java.util.Optional;
import org.karyon.chart.resource.MedicationAdministration;
import org.karyon.chart.resource.MedicationRequest;
import org.karyon.chart.resource.MedicationStatement;
import org.karyon.chart.resource.Procedure;
import org.karyon.facts.RecordedTherapy.State;

/** Whether a treatment was given, as the status of its resource says. */
enum Given {
  /** It is being given. */
  ACTIVE,
  /** It was given. */
  PAST,
  /** It was not, or the entry is void. */
  NOT_GIVEN,
  /** The status does not say. */
  UNKNOWN;

  Optional<State> state() {
    return switch (this) {
      case ACTIVE -> Optional.of(State.ACTIVE);
      case PAST -> Optional.of(State.PAST);
      case NOT_GIVEN, UNKNOWN -> Optional.empty();
    };
  }

  static Given of(MedicationRequest.Status status) {
    return switch (status) {
      case ACTIVE, ON_HOLD -> ACTIVE;
      case COMPLETED, STOPPED -> PAST;
      case CANCELLED, ENTERED_IN_ERROR, DRAFT -> NOT_GIVEN;
      case UNKNOWN -> UNKNOWN;
    };
  }

  static Given of(MedicationAdministration.Status status) {
    return switch (status) {
      case IN_PROGRESS, ON_HOLD -> ACTIVE;
      case COMPLETED, STOPPED -> PAST;
      case NOT_DONE, ENTERED_IN_ERROR -> NOT_GIVEN;
      case UNKNOWN -> UNKNOWN;
    };
  }

  static Given of(MedicationStatement.Status status) {
    return switch (status) {
      case ACTIVE, ON_HOLD -> ACTIVE;
      case COMPLETED, STOPPED -> PAST;
      case INTENDED, NOT_TAKEN, ENTERED_IN_ERROR -> NOT_GIVEN;
      case UNKNOWN -> UNKNOWN;
    };
  }

  static Given of(Procedure.Status status) {
    return switch (status) {
      case IN_PROGRESS, ON_HOLD -> ACTIVE;
      case COMPLETED, STOPPED -> PAST;
      case PREPARATION, NOT_DONE, ENTERED_IN_ERROR -> NOT_GIVEN;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
