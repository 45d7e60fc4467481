package org.karyon.explorer.patient;

import java.util.List;

/**
 * A fact that a visitor may change.
 *
 * @param id the fact
 * @param name its words
 * @param recorded what the record says
 * @param answers the values to choose from; empty for a number
 * @param unit the unit of a number; empty otherwise
 * @param chosen the id of the supposed value; empty while nothing is supposed
 */
public record Question(
    String id, String name, String recorded, List<Answer> answers, String unit, String chosen) {

  /** Copies the list. */
  public Question {
    answers = List.copyOf(answers);
  }

  /**
   * A value to choose.
   *
   * @param id its id
   * @param name its words
   */
  public record Answer(String id, String name) {}
}
