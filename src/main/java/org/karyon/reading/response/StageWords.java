package org.karyon.reading.response;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Course;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/** What words say of where the disease stands. */
final class StageWords {

  private final CoursePhrases phrases;
  private final List<String> doubts;
  private final List<String> doubtsOfStatus;
  private final List<String> denialsInADiagnosis;
  private final List<String> myeloid;

  StageWords(Terminology terminology) {
    this.phrases = CoursePhrases.of(terminology);
    this.doubts = terminology.phrases(PhraseList.DOUBT);
    this.doubtsOfStatus = terminology.phrases(PhraseList.DOUBT_OF_STATUS);
    this.denialsInADiagnosis = terminology.phrases(PhraseList.DENIAL_IN_A_DIAGNOSIS);
    this.myeloid = terminology.phrases(PhraseList.MYELOID_DISEASE);
  }

  /** Whether a result is called a statement of it. */
  boolean areNamedIn(Words name) {
    return name.containAny(phrases.name());
  }

  /** "CR?", "relapse suspected", "remission not confirmed": a stage is named, and not stated. */
  boolean isDoubted(String text) {
    Words words = Words.of(text);
    boolean named =
        words.containAny(phrases.relapse())
            || words.containAny(phrases.remission())
            || words.containAny(phrases.notInRemission())
            || words.containAny(phrases.noRemission());
    return named
        && (Words.isQuestioned(text)
            || words.containAny(doubts)
            || words.containAny(doubtsOfStatus));
  }

  /**
   * "Not in remission" beside a diagnosis says no more than the code for it: new or refractory,
   * treatment tells which.
   */
  Optional<Course> besideADiagnosis(String text) {
    return Words.of(text).containAny(denialsInADiagnosis)
        ? Optional.empty()
        : stage(Set.of(), text);
  }

  /**
   * The stage that codes or words state; a denied relapse states nothing, a denied remission states
   * none was reached.
   */
  Optional<Course> stage(Set<ConceptGroup> coded, String text) {
    Words words = Words.of(text);
    if (coded.contains(ConceptGroup.RELAPSED) || isStated(words, phrases.relapse())) {
      return Optional.of(Course.RELAPSED);
    }
    if (coded.contains(ConceptGroup.NOT_IN_REMISSION)
        || words.containAny(phrases.noRemission())
        || isStated(words, phrases.notInRemission())) {
      return Optional.of(Course.NOT_IN_REMISSION);
    }
    boolean remission = words.containAny(phrases.remission());
    // "Without residual disease" behind a remission does not deny it.
    boolean denied = remission && !isStated(words, phrases.remission());
    if (remission && (denied || words.containAny(myeloid))) {
      return denied ? Optional.of(Course.NOT_IN_REMISSION) : Optional.empty();
    }
    return remission || coded.contains(ConceptGroup.IN_REMISSION)
        ? Optional.of(Course.COMPLETE_REMISSION)
        : Optional.empty();
  }

  /** Whether a phrase is said, and not denied before it. */
  private boolean isStated(Words words, List<String> phrase) {
    return words.containAny(phrase) && !words.before(phrase).containAny(phrases.denial());
  }
}
