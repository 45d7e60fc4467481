package org.karyon.guideline;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.Fact;
import org.karyon.facts.Presence;

/**
 * How a genetic fact is recognised in coded tests, diagnosis codes, genes and names.
 *
 * @param fact the fact
 * @param tests coded tests of the lesion itself
 * @param shownByTests concepts of tests whose positive result shows it and whose negative excludes
 *     nothing
 * @param suggestedByTests concepts of tests whose positive result only suggests it (I-10)
 * @param diagnoses concepts of diagnosis codes that state it
 * @param suggestedBy concepts of diagnosis codes that only suggest it (I-10)
 * @param excludedByDiagnoses concepts of diagnosis codes that deny it
 * @param parts the parts of the lesion that a test may speak of alone, with their names
 * @param names words that name the lesion as a test
 * @param fishNames words that name it only where rearrangements are spoken of
 * @param shownBy words that show it when positive
 * @param notWith words that make it something else
 * @param fusion genes that must all be in one fusion; empty for none
 * @param fusionOf genes, any of which in a fusion shows it
 * @param notFusion genes whose presence makes a fusion something else
 * @param variantOf genes, any pathogenic variant of which shows it
 * @param notVariants words of variants of these genes that are no such lesion
 * @param suggestedByLossOf genes whose lost copy is no such variant and only suggests it (I-10)
 * @param citation the source lines
 */
public record Lesion(
    Fact<Presence> fact,
    List<LesionTest> tests,
    List<String> shownByTests,
    List<String> suggestedByTests,
    List<String> diagnoses,
    List<String> suggestedBy,
    List<String> excludedByDiagnoses,
    List<LesionPart> parts,
    List<String> names,
    List<String> fishNames,
    List<String> shownBy,
    List<String> notWith,
    List<String> fusion,
    List<String> fusionOf,
    List<String> notFusion,
    List<String> variantOf,
    List<String> notVariants,
    List<String> suggestedByLossOf,
    Citation citation) {

  /**
   * A part of a lesion, such as one transcript of a fusion.
   *
   * @param part its name in the tests of the lesion
   * @param names the words by which laboratories name it
   */
  public record LesionPart(String part, List<String> names) {}

  /**
   * A coded test of a lesion.
   *
   * @param concept the concept of its code
   * @param part the part of the lesion that a negative speaks for; empty when it speaks for all of
   *     it
   * @param monitors whether the test also follows the response, so that its negative under
   *     treatment excludes nothing
   */
  public record LesionTest(String concept, Optional<String> part, boolean monitors) {}
}
