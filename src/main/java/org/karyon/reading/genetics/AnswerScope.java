package org.karyon.reading.genetics;

import org.karyon.guideline.Lesion;
import org.karyon.reading.genetics.LesionEvidence.Says;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.Words;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/**
 * What the answer of a clause says of a lesion that it names, because the noun beside a gene
 * decides what is answered: a gained copy of KMT2A is no rearrangement, and without a PAX5 fusion
 * PAX5 may still be deleted.
 */
final class AnswerScope {

  private final Terminology terminology;

  AnswerScope(Terminology terminology) {
    this.terminology = terminology;
  }

  Says of(Answer answer, LesionNames.Named named, Words words, boolean banding) {
    return switch (answer) {
      case PRESENT -> present(named, words);
      case ABSENT -> absent(named, words, banding);
      case INDETERMINATE -> Says.INDETERMINATE;
    };
  }

  private Says present(LesionNames.Named named, Words words) {
    boolean joined =
        words.containAny(terminology.phrases(PhraseList.CHANGES_OF_PLACE))
            || words.containAny(terminology.phrases(PhraseList.POSITIVE_BESIDE_A_GENE));
    if (isRearrangement(named.lesion())) {
      boolean intact =
          named.lesion().fusion().isEmpty()
              && words.containAny(terminology.phrases(PhraseList.FUSION_SIGNALS))
              && !words.containAny(terminology.phrases(PhraseList.SPLIT_SIGNALS));
      boolean other =
          words.containAny(terminology.phrases(PhraseList.CHANGES_OF_COPIES))
              || words.containAny(terminology.phrases(PhraseList.CHANGES_OF_SEQUENCE));
      // A fusion that is lost, or a gene that is gained, is not shown.
      boolean copies = words.containAny(terminology.phrases(PhraseList.CHANGES_OF_COPIES));
      if (intact
          || copies
          || (!joined
              && (other || words.containAny(terminology.phrases(PhraseList.SIGNALS_OF_PROBES))))) {
        return Says.INDETERMINATE;
      }
    }
    return named.byGeneAlone()
            || words.containAny(terminology.phrases(PhraseList.EARLIER_BESIDE_A_GENE))
        ? Says.POSSIBLE
        : Says.PRESENT;
  }

  private Says absent(LesionNames.Named named, Words words, boolean banding) {
    boolean whole =
        named.whole()
            && !banding
            && !words.containAny(terminology.phrases(PhraseList.EARLIER_BESIDE_A_GENE))
            && !words.isOfOnePlace();
    return whole && answersForTheWhole(named.lesion(), words) ? Says.ABSENT : Says.NOT_SEEN;
  }

  private boolean answersForTheWhole(Lesion lesion, Words words) {
    boolean rearrangements = words.containAny(terminology.phrases(PhraseList.CHANGES_OF_PLACE));
    boolean mutations = words.containAny(terminology.phrases(PhraseList.CHANGES_OF_SEQUENCE));
    boolean copies = words.containAny(terminology.phrases(PhraseList.CHANGES_OF_COPIES));
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
