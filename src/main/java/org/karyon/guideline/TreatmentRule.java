package org.karyon.guideline;

import java.util.List;

/**
 * A step of the treatment tree.
 *
 * @param id the rule id on the wire
 * @param title the words on a card
 * @param phase the phase of treatment it belongs to
 * @param when rows, one of which must hold
 * @param options what it offers, in the source's order; may be empty
 * @param tests work-up items it asks for before or with the choice
 * @param citation the source lines
 * @param interpretations the interpretations it rests on
 */
public record TreatmentRule(
    String id,
    String title,
    String phase,
    List<Row> when,
    List<OfferedOption> options,
    List<String> tests,
    Citation citation,
    List<String> interpretations) {

  /**
   * An option as one rule offers it.
   *
   * @param option the id of the option
   * @param onlyWhen rows, one of which must hold; empty when the rule offers it always
   * @param because the restriction in words; empty when there is none
   */
  public record OfferedOption(String option, List<Row> onlyWhen, String because) {}
}
