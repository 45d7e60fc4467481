package org.karyon.guideline;

import java.util.List;
import java.util.Map;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;

/**
 * How Karyon reads the source where the source is silent or unclear; shown to users as an
 * interpretation.
 *
 * @param id I-01, I-02 and so on
 * @param title a few words
 * @param text what holds, in full sentences
 * @param citation the lines where the question arises
 * @param shownFor which findings of a feature rest on it
 * @param shownWhen rows, one of which must hold for a patient's card to rest on it; empty when
 *     every card does whose rule names it
 */
public record Interpretation(
    String id,
    String title,
    String text,
    Citation citation,
    ShownFor shownFor,
    List<Row> shownWhen) {

  /** Copies the rows. */
  public Interpretation {
    shownWhen = List.copyOf(shownWhen);
  }

  /**
   * Whether what is said of a patient rests on it.
   *
   * @param patient values by fact
   * @return true as well where it is not restricted
   */
  public boolean isRestedOn(Map<Fact<?>, FactValue> patient) {
    return shownWhen.isEmpty() || shownWhen.stream().anyMatch(row -> row.holdsFor(patient));
  }

  /**
   * Whether it is an addition of a hospital, which the source does not speak of.
   *
   * @return true for an id such as {@code H-01}
   */
  public boolean isLocal() {
    return id.startsWith("H-");
  }

  /** Which findings of a feature rest on an interpretation that the feature names. */
  public enum ShownFor {
    /** Every one. */
    ALWAYS("always"),
    /** Those that another finding only suggests. */
    POSSIBLE("possible"),
    /** Those of a doubled clone. */
    DOUBLED("doubled");

    private final String id;

    ShownFor(String id) {
      this.id = id;
    }

    /**
     * The findings as the file writes them.
     *
     * @return its id
     */
    public String id() {
      return id;
    }
  }
}
