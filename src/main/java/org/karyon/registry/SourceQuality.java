package org.karyon.registry;

import java.util.concurrent.atomic.LongAdder;

/** What the lines of one file of an export were worth, counted by many threads. */
final class SourceQuality {

  private final LongAdder lines = new LongAdder();
  private final LongAdder broken = new LongAdder();
  private final LongAdder ofNobody = new LongAdder();

  void line() {
    lines.increment();
  }

  void brokenLine() {
    broken.increment();
  }

  void lineOfNobody() {
    ofNobody.increment();
  }

  /**
   * The counts as they are now.
   *
   * @param file the name of the file
   */
  Counts counts(String file) {
    return new Counts(file, lines.sum(), broken.sum(), ofNobody.sum());
  }

  /**
   * The counts of one file.
   *
   * @param file its name
   * @param lines its lines that are not blank
   * @param broken lines that are no resource
   * @param ofNobody resources that name no patient
   */
  record Counts(String file, long lines, long broken, long ofNobody) {}
}
