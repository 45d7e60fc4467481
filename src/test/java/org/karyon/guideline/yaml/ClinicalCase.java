package org.karyon.guideline.yaml;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sentence that a haematologist writes, with a patient for whom it can be tried.
 *
 * @param name the sentence
 * @param file the file it stands in
 * @param line the line, counted from 1
 * @param today the evaluation date
 * @param resources the patient's record
 * @param drafts the orders on the screen
 * @param facts facts that stand in place of those read; alone where there is no record
 * @param hasRecord whether the record of the patient counts beside the facts
 * @param edges the parameters it tries, each below, at or above
 * @param must what must be said
 * @param mustNot what must not be said
 */
public record ClinicalCase(
    String name,
    String file,
    int line,
    LocalDate today,
    List<ObjectNode> resources,
    List<ObjectNode> drafts,
    Map<String, String> facts,
    boolean hasRecord,
    Map<String, Edge> edges,
    Said must,
    Said mustNot) {

  /** On which side of a parameter a case lies. */
  public enum Edge {
    /** Just below. */
    BELOW,
    /** The number itself. */
    AT,
    /** Just above. */
    ABOVE
  }

  /**
   * What is said of a patient; an empty part says nothing.
   *
   * @param facts facts by id with their value, or "unknown"
   * @param risk the group, or "undetermined"
   * @param provisional whether the group may still change
   * @param scope how far the guideline speaks of the patient
   * @param rules the rules that hold; in what must be said just these
   * @param offers the options that apply; in what must be said just these
   * @param needs options with a fact that would decide
   * @param excludes options that are struck off
   * @param cautions facts said beside an option
   * @param words options that stand in words alone
   * @param asks tests that are missing
   * @param done tests that are done
   * @param ordered tests that are ordered
   * @param left what is left to order of a test; just these
   * @param checks checks with their indicator, in what must be said just these; a question has
   *     "open" before it
   * @param resembles the regimen that the drafts most resemble
   * @param cards words of the cards
   */
  public record Said(
      Map<String, String> facts,
      Optional<String> risk,
      Optional<Boolean> provisional,
      Optional<String> scope,
      Optional<List<String>> rules,
      Optional<List<String>> offers,
      Map<String, List<String>> needs,
      List<String> excludes,
      Map<String, List<String>> cautions,
      List<String> words,
      List<String> asks,
      List<String> done,
      List<String> ordered,
      Map<String, List<String>> left,
      Optional<Map<String, String>> checks,
      Optional<String> resembles,
      List<String> cards) {}

  /** Where it stands. */
  public String place() {
    return file + ":" + line;
  }

  @Override
  public String toString() {
    return name;
  }
}
