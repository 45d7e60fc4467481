package org.karyon.explorer.patient;

import java.util.List;

/**
 * One patient's way through the treatment tables: which branches are taken, open or excluded, and
 * why.
 *
 * @param forks the tables, those that the patient belongs to first
 */
public record Way(List<Fork> forks) {

  /** Copies the list. */
  public Way {
    forks = List.copyOf(forks);
  }

  /**
   * A table of the guideline.
   *
   * @param id the table
   * @param title its words
   * @param state whether the patient belongs to it
   * @param reason why it is open or excluded; empty when it is taken
   * @param steps its rules
   */
  public record Fork(String id, String title, WayState state, String reason, List<Step> steps) {

    /** Copies the list. */
    public Fork {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A rule.
   *
   * @param id the rule
   * @param title its words
   * @param phase the phase of treatment
   * @param lines the source lines
   * @param state whether the patient stands here
   * @param reason why it is open or excluded; empty when it is taken
   * @param choices its options; only where the rule is not excluded
   */
  public record Step(
      String id,
      String title,
      String phase,
      String lines,
      WayState state,
      String reason,
      List<Choice> choices) {

    /** Copies the list. */
    public Step {
      choices = List.copyOf(choices);
    }
  }

  /**
   * An option.
   *
   * @param id the option
   * @param name its words
   * @param state whether it applies
   * @param reason why it is open or excluded, or when alone it is offered; may be empty
   */
  public record Choice(String id, String name, WayState state, String reason) {}
}
