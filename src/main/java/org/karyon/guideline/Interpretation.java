package org.karyon.guideline;

/**
 * How Karyon reads the source where the source is silent or unclear; shown to users as an
 * interpretation.
 *
 * @param id I-01, I-02 and so on
 * @param title a few words
 * @param text what holds, in full sentences
 * @param citation the lines where the question arises
 * @param shownFor which findings of a feature rest on it
 */
public record Interpretation(
    String id, String title, String text, Citation citation, ShownFor shownFor) {

  /** Which findings of a feature rest on an interpretation that the feature names. */
  public enum ShownFor {
    /** Every one. */
    ALWAYS("always"),
    /** Those that another finding only suggests. */
    POSSIBLE("possible"),
    /** Those of a doubled clone. */
    DOUBLED("doubled"),
    /** Those that count as absent although not each of them was tested. */
    ABSENT("absent");

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
