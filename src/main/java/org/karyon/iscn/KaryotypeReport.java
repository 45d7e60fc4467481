package org.karyon.iscn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.iscn.report.AbnormalityCounts;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.report.Ploidy;
import org.karyon.iscn.report.Token;
import org.karyon.iscn.report.TokenKind;
import org.karyon.iscn.text.ReadingLog;

/**
 * Everything that was read from one cytogenetic text.
 *
 * @param text the text as it was given
 * @param interpretable whether a clone, a FISH or an array result was recognised; never true for a
 *     failed or unreadable result
 * @param notInterpretableReason why it is not interpretable, empty where it is
 * @param modalNumber the commonest number of chromosomes in the abnormal cells (ISCN 2020, section
 *     6.3.7), a range when tied or given as a range; empty where no number is stated
 * @param ploidy the ploidy class of the leukemic cells
 * @param metaphases the patient's metaphases counted in the text, 0 where it counts none
 * @param excludes whether enough metaphases were examined, and all was read, so that what banding
 *     sees and did not find is absent
 * @param clones the clones in the order of the text, donor clones last
 * @param tokens all pieces of the text with their places; they cover every character that is not
 *     blank, except for a text too long to be read
 * @param unknown the pieces that were not understood
 * @param warnings what a reader should check
 * @param abnormalities the numbers of acquired abnormalities
 * @param features every feature by its id, see {@link Feature}
 */
public record KaryotypeReport(
    String text,
    boolean interpretable,
    Optional<String> notInterpretableReason,
    Optional<CountRange> modalNumber,
    Ploidy ploidy,
    int metaphases,
    boolean excludes,
    List<CloneReport> clones,
    List<Token> tokens,
    List<String> unknown,
    List<String> warnings,
    AbnormalityCounts abnormalities,
    Map<String, FeatureCall> features) {

  /** How the warning about a stretch of free text begins. */
  public static final String FREE_TEXT = ReadingLog.FREE_TEXT;

  /**
   * The sentences of the text that are no notation, in order; a reader of narratives may understand
   * them.
   */
  public List<String> freeText() {
    return tokens.stream()
        .filter(token -> token.kind() == TokenKind.PROSE)
        .map(Token::text)
        .toList();
  }

  /** What the text says about one feature. */
  public FeatureCall feature(Feature feature) {
    return features.getOrDefault(
        feature.id(), FeatureCall.without(FeatureState.NOT_ASSESSABLE, "not looked for"));
  }
}
