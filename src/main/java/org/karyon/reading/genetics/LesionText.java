package org.karyon.reading.genetics;

import java.util.List;
import java.util.Optional;
import org.karyon.guideline.Lesion;
import org.karyon.reading.genetics.LesionEvidence.Says;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.Section;
import org.karyon.reading.words.Statement;
import org.karyon.reading.words.StatementSubject;
import org.karyon.reading.words.Words;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/** What a complete statement says of a lesion that its subject names. */
final class LesionText {

  private final Terminology terminology;
  private final AnswerScope scope;

  LesionText(Terminology terminology) {
    this.terminology = terminology;
    this.scope = new AnswerScope(terminology);
  }

  /**
   * What is known of the result around a statement.
   *
   * @param title the name of the result
   * @param banding whether the statement rests on banding
   * @param markers whether antigens stand in the same list
   */
  record Context(Words title, boolean banding, boolean markers) {}

  Optional<Says> says(
      Answer answer,
      LesionNames.Named named,
      StatementSubject subject,
      Statement statement,
      Context context) {
    Words words = Words.of(subject.name());
    if (words.contain("silent")) {
      return Optional.of(Says.INDETERMINATE);
    }
    if (isStain(named.lesion(), words, statement, context)) {
      return context.markers() ? Optional.empty() : Optional.of(Says.INDETERMINATE);
    }
    Says says = scope.of(answer, named, words, context.banding());
    if (statement.time() == Statement.Time.EARLIER) {
      return says == Says.PRESENT || says == Says.POSSIBLE
          ? Optional.of(Says.POSSIBLE)
          : Optional.empty();
    }
    if (says == Says.PRESENT && statement.suggested()) {
      return Optional.of(Says.POSSIBLE);
    }
    return Optional.of(
        says == Says.ABSENT && statement.section() == Section.COMMENT ? Says.NOT_SEEN : says);
  }

  /** A gene that is also a protein of the pathologist's list, without a word of a change. */
  private boolean isStain(Lesion lesion, Words subject, Statement statement, Context context) {
    boolean also =
        lesion.fusion().isEmpty()
            && (subject.containAny(terminology.phrases(PhraseList.PROTEINS_NAMED_LIKE_GENES))
                || lesion.variantOf().stream()
                    .anyMatch(gene -> subject.contain(gene.replace("gene-", ""))));
    boolean changed =
        subject.containAny(terminology.phrases(PhraseList.CHANGES_OF_GENES))
            || Words.of(statement.beside().methods())
                .containAny(terminology.phrases(PhraseList.METHODS_THAT_SEE_GENES))
            || context.title().containAny(terminology.phrases(PhraseList.METHODS_THAT_SEE_GENES));
    return also
        && (context.markers() || !changed)
        && !subject.containAny(terminology.phrases(PhraseList.CHANGES_OF_GENES));
  }

  /** Whether a subject is an antigen of flow cytometry or of a stain. */
  static boolean isAntigen(StatementSubject subject) {
    return subject.name().matches("(?:c|s)?cd\\d{1,3}[a-z]?(?: .*)?|tdt.*|mpo.*|hla ?dr.*");
  }

  /** The methods that a statement names, in the order of the list. */
  List<String> methods(String statement) {
    Words words = Words.of(statement);
    return terminology.phrases(PhraseList.GENETIC_METHODS).stream().filter(words::contain).toList();
  }
}
