package org.karyon.guideline;

import java.util.List;
import java.util.Map;

/**
 * How the other diseases on the problem list weigh on the choice of treatment (I-17).
 *
 * @param entries diseases that are graded by name; they win over the groups
 * @param groups how each group of the comorbidity index weighs, by concept
 * @param notOwn what makes a problem that of somebody else, of the past, or only feared
 * @param citation the source lines
 * @param interpretations the interpretations it rests on
 */
public record ComorbidityGrades(
    List<Entry> entries,
    Map<String, Weight> groups,
    NotOwn notOwn,
    Citation citation,
    List<String> interpretations) {

  /** Copies the collections, so that the grades never change. */
  public ComorbidityGrades {
    entries = List.copyOf(entries);
    groups = Map.copyOf(groups);
    interpretations = List.copyOf(interpretations);
  }

  /** How a disease weighs; the later the heavier. */
  public enum Weight {
    /** What the leukemia itself does; it is not listed. */
    LEUKEMIA("leukemia"),
    /** Neither significant nor possible; it is listed as not graded. */
    NOTHING("nothing"),
    /** It may be significant in its degree. */
    POSSIBLE("possible"),
    /** It speaks against intensive treatment. */
    SIGNIFICANT("significant");

    private final String id;

    Weight(String id) {
      this.id = id;
    }

    /**
     * The weight as the comorbidity file writes it.
     *
     * @return its id
     */
    public String id() {
      return id;
    }
  }

  /**
   * A disease that is graded by name.
   *
   * @param concept the concept of its codes
   * @param weight how it weighs
   * @param named words that name it where no code is known
   */
  public record Entry(String concept, Weight weight, List<String> named) {}

  /**
   * What makes a problem not the patient's own present one.
   *
   * @param concepts concepts of codes, such as a family history
   * @param before words before the name of the disease, or anywhere where none is named
   * @param anywhere words that say so wherever they stand
   * @param first words with which the problem begins
   */
  public record NotOwn(
      List<String> concepts, List<String> before, List<String> anywhere, List<String> first) {}
}
