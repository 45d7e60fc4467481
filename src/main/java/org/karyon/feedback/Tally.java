package org.karyon.feedback;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.karyon.feedback.FeedbackEntry.Outcome;

/** Counts what became of some cards. */
final class Tally {

  private long shown;
  private long accepted;
  private long overridden;
  private final Map<ReasonCode, Long> reasons = new TreeMap<>();

  /** A reason as the client gave it. */
  record ReasonCode(String system, String code) implements Comparable<ReasonCode> {
    @Override
    public int compareTo(ReasonCode other) {
      int bySystem = system.compareTo(other.system);
      return bySystem == 0 ? code.compareTo(other.code) : bySystem;
    }
  }

  void show(long count) {
    shown += count;
  }

  void add(Outcome outcome, ReasonCode reason) {
    switch (outcome) {
      case ACCEPTED -> accepted++;
      case OVERRIDDEN -> {
        overridden++;
        if (!reason.code().isEmpty()) {
          reasons.merge(reason, 1L, Long::sum);
        }
      }
    }
  }

  long shown() {
    return shown;
  }

  long overridden() {
    return overridden;
  }

  FeedbackReport.Counts counts() {
    return new FeedbackReport.Counts(shown, accepted, overridden, reasonsGiven());
  }

  private List<FeedbackReport.Reason> reasonsGiven() {
    return reasons.entrySet().stream()
        .map(
            reason ->
                new FeedbackReport.Reason(
                    reason.getKey().system(), reason.getKey().code(), reason.getValue()))
        .toList();
  }
}
