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

/** What a complete statement says of a lesion that its subject names. */
final class LesionText {

  /** Methods that see genes; without one of them a gene alone may be a stain. */
  private static final List<String> OF_GENES =
      List.of(
          "fish",
          "ngs",
          "sequencing",
          "mlpa",
          "array",
          "microarray",
          "mutation",
          "mutations",
          "deletion",
          "genetic",
          "genetics",
          "molecular",
          "rearrangement",
          "alteration",
          "pcr",
          "rt pcr",
          "rna seq",
          "rnaseq",
          "gene panel",
          "genomic",
          "variant",
          "variants",
          "cytogenetics",
          "analysis");

  private static final List<String> CHANGES =
      List.of(
          "mutation",
          "mutations",
          "mutated",
          "variant",
          "variants",
          "deletion",
          "deletions",
          "deleted",
          "loss",
          "fusion",
          "rearrangement",
          "rearrangements",
          "rearranged",
          "alteration",
          "alterations",
          "altered",
          "abnormality",
          "abnormalities",
          "lesion",
          "translocation",
          "del");

  private static final List<String> PROTEINS = List.of("p53", "ikaros");

  private static final List<String> METHODS =
      List.of("fish", "pcr", "rt pcr", "ngs", "sequencing", "rna sequencing", "mlpa", "array");

  private LesionText() {}

  /**
   * What is known of the result around a statement.
   *
   * @param title the name of the result
   * @param banding whether the statement rests on banding
   * @param markers whether antigens stand in the same list
   */
  record Context(Words title, boolean banding, boolean markers) {}

  static Optional<Says> says(
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
    Says says = AnswerScope.of(answer, named, words, context.banding());
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
  private static boolean isStain(
      Lesion lesion, Words subject, Statement statement, Context context) {
    boolean also =
        lesion.fusion().isEmpty()
            && (subject.containAny(PROTEINS)
                || lesion.variantOf().stream()
                    .anyMatch(gene -> subject.contain(gene.replace("gene-", ""))));
    boolean changed =
        subject.containAny(CHANGES)
            || Words.of(statement.beside().methods()).containAny(OF_GENES)
            || context.title().containAny(OF_GENES);
    return also && (context.markers() || !changed) && !subject.containAny(CHANGES);
  }

  /** Whether a subject is an antigen of flow cytometry or of a stain. */
  static boolean isAntigen(StatementSubject subject) {
    return subject.name().matches("(?:c|s)?cd\\d{1,3}[a-z]?(?: .*)?|tdt.*|mpo.*|hla ?dr.*");
  }

  /** Whether two statements name methods, and different ones. */
  static boolean namesOtherMethod(String one, String other) {
    Words first = Words.of(one);
    Words second = Words.of(other);
    List<String> firsts = METHODS.stream().filter(first::contain).toList();
    List<String> seconds = METHODS.stream().filter(second::contain).toList();
    return !firsts.equals(seconds) && !firsts.isEmpty() && !seconds.isEmpty();
  }
}
