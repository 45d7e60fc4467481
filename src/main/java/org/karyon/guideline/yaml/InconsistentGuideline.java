package org.karyon.guideline.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** The guideline folder cannot be loaded; carries every problem that was found. */
public final class InconsistentGuideline extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InconsistentGuideline(List<Problem> problems) {
    super(
        problems.size()
            + " problem(s) in the guideline folder:\n"
            + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * Every problem that was found.
   *
   * @return the problems, in the order of the files
   */
  public List<Problem> problems() {
    return problems;
  }
}
