package org.karyon.reading.patient;

import java.util.ArrayList;
import java.util.List;
import org.karyon.guideline.Lesion;
import org.karyon.reading.words.KnownPhrases;
import org.karyon.reading.words.Words;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/**
 * Understands a problem that is written in words alone: only where every word of it is known does
 * it say that there is a leukemia.
 */
final class LeukemiaInWords {

  /** What the words say. */
  enum Said {
    /** They do not name acute lymphoblastic leukemia, or say that this patient has none. */
    NOTHING,
    /** There is one. */
    LEUKEMIA,
    /** There may be one. */
    SUSPECTED,
    /** They name one, and are not understood as a whole. */
    NOT_UNDERSTOOD
  }

  private final List<String> names;
  private final List<String> abbreviations;
  private final List<String> notThis;
  private final List<String> notThisBefore;
  private final List<String> doubts;
  private final KnownPhrases vocabulary;
  private final KnownPhrases denials;

  LeukemiaInWords(Terminology terminology, List<Lesion> lesions) {
    this.names = terminology.phrases(PhraseList.LEUKEMIA);
    this.abbreviations = terminology.phrases(PhraseList.LEUKEMIA_ABBREVIATED);
    this.notThis = terminology.phrases(PhraseList.NOT_THIS_DISEASE);
    this.notThisBefore = terminology.phrases(PhraseList.NOT_THIS_DISEASE_BEFORE_ITS_NAME);
    this.doubts = terminology.phrases(PhraseList.DOUBT);
    List<String> known =
        phrases(
            terminology,
            PhraseList.LEUKEMIA,
            PhraseList.LEUKEMIA_ABBREVIATED,
            PhraseList.B_LINEAGE,
            PhraseList.T_LINEAGE,
            PhraseList.LATER_REMISSION,
            PhraseList.REMISSION,
            PhraseList.RELAPSE,
            PhraseList.NOT_IN_REMISSION,
            PhraseList.NO_REMISSION,
            PhraseList.EXTRAMEDULLARY_LEUKEMIA,
            PhraseList.LEUKEMIA_GENES,
            PhraseList.BESIDE_A_DIAGNOSIS);
    // "Negative" alone may be said of the leukemia itself.
    for (Lesion lesion : lesions) {
      for (String name : lesion.names()) {
        known.addAll(List.of(name, name + " positive", name + " negative"));
      }
    }
    this.vocabulary = new KnownPhrases(known);
    this.denials =
        new KnownPhrases(
            phrases(
                terminology,
                PhraseList.LEUKEMIA,
                PhraseList.LEUKEMIA_ABBREVIATED,
                PhraseList.B_LINEAGE,
                PhraseList.T_LINEAGE,
                PhraseList.NOT_THIS_DISEASE,
                PhraseList.NOT_THIS_DISEASE_BEFORE_ITS_NAME,
                PhraseList.BESIDE_A_DENIAL));
  }

  private static List<String> phrases(Terminology terminology, PhraseList... lists) {
    List<String> phrases = new ArrayList<>();
    for (PhraseList list : lists) {
      phrases.addAll(terminology.phrases(list));
    }
    return phrases;
  }

  /**
   * What a text says of acute lymphoblastic leukemia.
   *
   * @param text all words of the problem
   */
  Said read(String text) {
    Words words = Words.of(text);
    boolean abbreviated = words.areAny(abbreviations);
    if (!abbreviated && !words.containAny(names)) {
      return Said.NOTHING;
    }
    if (words.containAny(notThis) || words.before(names).containAny(notThisBefore)) {
      // With any other word it may be something else that is denied, past or another person's.
      return denials.cover(words) ? Said.NOTHING : Said.NOT_UNDERSTOOD;
    }
    if (Words.isQuestioned(text) || words.containAny(doubts)) {
      return Said.SUSPECTED;
    }
    return abbreviated || vocabulary.cover(words) ? Said.LEUKEMIA : Said.NOT_UNDERSTOOD;
  }
}
