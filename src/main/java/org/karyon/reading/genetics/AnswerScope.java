package org.karyon.reading.genetics;

import java.util.List;
import org.karyon.guideline.Lesion;
import org.karyon.reading.genetics.LesionEvidence.Says;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.Words;

/**
 * What the answer of a clause says of a lesion that it names, because the noun beside a gene
 * decides what is answered: a gained copy of KMT2A is no rearrangement, and without a PAX5 fusion
 * PAX5 may still be deleted.
 */
final class AnswerScope {

  private static final List<String> COPIES =
      List.of(
          "gain",
          "gains",
          "loss",
          "lost",
          "extra",
          "additional",
          "copy",
          "deletion",
          "deletions",
          "deleted",
          "trisomy",
          "tetrasomy",
          "monosomy",
          "duplication",
          "amplification",
          "amplified");

  private static final List<String> MUTATIONS =
      List.of("mutation", "mutations", "mutated", "variant", "variants");

  private static final List<String> REARRANGEMENTS =
      List.of(
          "fusion",
          "fusions",
          "rearranged",
          "rearrangement",
          "rearrangements",
          "translocation",
          "translocations",
          "split");

  /** Signals are seen of every gene; a break-apart probe shows two in fusion where it is intact. */
  private static final List<String> SIGNALS =
      List.of("signal", "signals", "pattern", "patterns", "abnormal", "locus", "loci");

  private static final List<String> INTACT = List.of("fusion signal", "fusion signals");

  private static final List<String> SPLIT = List.of("split", "rearranged", "rearrangement");
  private static final List<String> POSITIVE = List.of("positive", "pos");
  private static final List<String> EARLIER =
      List.of("history", "previous", "previously", "prior", "at diagnosis");

  private AnswerScope() {}

  static Says of(Answer answer, LesionNames.Named named, Words words, boolean banding) {
    return switch (answer) {
      case PRESENT -> present(named, words);
      case ABSENT -> absent(named, words, banding);
      case INDETERMINATE -> Says.INDETERMINATE;
    };
  }

  private static Says present(LesionNames.Named named, Words words) {
    boolean joined = words.containAny(REARRANGEMENTS) || words.containAny(POSITIVE);
    if (isRearrangement(named.lesion())) {
      boolean intact =
          named.lesion().fusion().isEmpty() && words.containAny(INTACT) && !words.containAny(SPLIT);
      boolean other = words.containAny(COPIES) || words.containAny(MUTATIONS);
      // A fusion that is lost, or a gene that is gained, is not shown.
      boolean copies = words.containAny(COPIES);
      if (intact || copies || (!joined && (other || words.containAny(SIGNALS)))) {
        return Says.INDETERMINATE;
      }
    }
    return named.byGeneAlone() || words.containAny(EARLIER) ? Says.POSSIBLE : Says.PRESENT;
  }

  private static Says absent(LesionNames.Named named, Words words, boolean banding) {
    boolean whole =
        named.whole() && !banding && !words.containAny(EARLIER) && !words.isOfOnePlace();
    return whole && answersForTheWhole(named.lesion(), words) ? Says.ABSENT : Says.NOT_SEEN;
  }

  private static boolean answersForTheWhole(Lesion lesion, Words words) {
    boolean rearrangements = words.containAny(REARRANGEMENTS);
    boolean mutations = words.containAny(MUTATIONS);
    boolean copies = words.containAny(COPIES);
    if (isRearrangement(lesion)) {
      return !copies && (rearrangements || !mutations);
    }
    // A gene that is mutated and not only deleted is told by its mutations alone.
    boolean byMutation = !lesion.suggestedByLossOf().isEmpty();
    boolean byDeletion = !lesion.variantOf().isEmpty() && !byMutation;
    if (byMutation) {
      return mutations || !rearrangements;
    }
    return !byDeletion || copies || !(rearrangements || mutations);
  }

  /** Whether a lesion is told by the joining of genes and by nothing else. */
  private static boolean isRearrangement(Lesion lesion) {
    boolean joins = !lesion.fusion().isEmpty() || !lesion.fusionOf().isEmpty();
    return joins && lesion.variantOf().isEmpty();
  }
}
