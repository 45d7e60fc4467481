package org.karyon.reading.words;

import java.util.List;

/**
 * What laboratories answer most often. Each language understands them at start, as it understands
 * any other text, and need not do so again.
 */
final class UsualAnswers {

  static final List<String> TEXTS =
      List.of(
          "Positive",
          "Negative",
          "Detected",
          "Not detected",
          "Not Detected",
          "Present",
          "Absent",
          "Reactive",
          "Nonreactive",
          "Non-reactive",
          "Not present",
          "positive",
          "negative",
          "detected",
          "not detected",
          "present",
          "absent",
          "NEGATIVE",
          "POSITIVE");

  private UsualAnswers() {}
}
