package org.karyon.feedback;

import java.util.Optional;

/** What is counted together: a rule of one version of the guideline, or a rule in one month. */
sealed interface Topic extends Comparable<Topic> {

  String kind();

  String rule();

  /** By what topics are put in order. */
  String sorted();

  @Override
  default int compareTo(Topic other) {
    return sorted().compareTo(other.sorted());
  }

  /** The line of the report, for a rule of one version. */
  Optional<FeedbackReport.Line> line(Tally tally);

  /** The line of the report, for a rule in one month. */
  Optional<FeedbackReport.Month> monthly(Tally tally);

  /** A rule of one version of the guideline. */
  record OfVersion(String guidelineVersion, String kind, String rule) implements Topic {

    @Override
    public String sorted() {
      return String.join("\0", "version", kind, rule, guidelineVersion);
    }

    @Override
    public Optional<FeedbackReport.Line> line(Tally tally) {
      return Optional.of(new FeedbackReport.Line(guidelineVersion, kind, rule, tally.counts()));
    }

    @Override
    public Optional<FeedbackReport.Month> monthly(Tally tally) {
      return Optional.empty();
    }
  }

  /** A rule in one month, at one service. */
  record OfMonth(String month, String service, String kind, String rule) implements Topic {

    @Override
    public String sorted() {
      return String.join("\0", "month", month, kind, rule, service);
    }

    @Override
    public Optional<FeedbackReport.Line> line(Tally tally) {
      return Optional.empty();
    }

    @Override
    public Optional<FeedbackReport.Month> monthly(Tally tally) {
      return Optional.of(new FeedbackReport.Month(month, service, kind, rule, tally.counts()));
    }
  }
}
