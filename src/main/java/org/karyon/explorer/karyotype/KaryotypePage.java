package org.karyon.explorer.karyotype;

import java.util.List;

/**
 * What was made of one cytogenetic text.
 *
 * @param pieces the text, coloured by meaning
 * @param legend the meanings that occur
 * @param problem why it is not interpretable; empty when it is
 * @param numbers modal number, ploidy, metaphases and counts
 * @param clones the clones
 * @param features the features, those that are shown first
 * @param warnings what a reader should check
 * @param pictures the chromosomes of each abnormal clone
 */
public record KaryotypePage(
    List<Piece> pieces,
    List<Piece> legend,
    String problem,
    List<Said> numbers,
    List<CloneLine> clones,
    List<FeatureLine> features,
    List<String> warnings,
    List<Idiogram> pictures) {

  /** Copies the lists. */
  public KaryotypePage {
    pieces = List.copyOf(pieces);
    legend = List.copyOf(legend);
    numbers = List.copyOf(numbers);
    clones = List.copyOf(clones);
    features = List.copyOf(features);
    warnings = List.copyOf(warnings);
    pictures = List.copyOf(pictures);
  }

  /**
   * A number with its name.
   *
   * @param name its words
   * @param value the number in words
   */
  public record Said(String name, String value) {}

  /**
   * A clone.
   *
   * @param text the clone as written
   * @param role what it is to the others
   * @param chromosomes its number
   * @param metaphases its metaphases
   * @param remark what should be checked; may be empty
   */
  public record CloneLine(
      String text, String role, String chromosomes, String metaphases, String remark) {}

  /**
   * A feature.
   *
   * @param anchor where the guideline speaks of it; empty where it does not
   * @param name its words
   * @param state present, possible, absent or not assessable
   * @param style the state as a style
   * @param words the words of the text that show it
   * @param reason why
   */
  public record FeatureLine(
      String anchor, String name, String state, String style, List<String> words, String reason) {

    /** Copies the list. */
    public FeatureLine {
      words = List.copyOf(words);
    }
  }
}
