package org.karyon.reading.resources;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.facts.Evidence;
import org.karyon.facts.RecordedDate;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.AnswerWords;

/**
 * One thing that was measured or looked at: an Observation, one of its components, or a
 * DiagnosticReport.
 *
 * @param resource the reference of its resource
 * @param concepts what its codes stand for
 * @param words its name in the record's words
 * @param method the method and specimen in the record's words
 * @param specimen where it was taken
 * @param standing how far its status may be trusted
 * @param value its value
 * @param interpretation what the laboratory's interpretation says; empty when there is none
 * @param upperLimit the upper reference limit; empty when there is none
 * @param date when it was true
 * @param genes genes that a variant names, as concepts
 * @param fusion whether a variant is a fusion or translocation
 * @param variant whether it is a variant
 * @param benign whether a variant is called benign or of unknown significance
 * @param copyNumber how many copies a variant tells of, where it is a change of their number
 * @param details what the components of a variant say in words
 * @param karyotypes texts in karyotype notation
 * @param focus the resources it is about, where it names any
 */
public record Result(
    String resource,
    Set<String> concepts,
    String words,
    String method,
    Specimen specimen,
    Standing standing,
    ResultValue value,
    Optional<Answer> interpretation,
    Optional<BigDecimal> upperLimit,
    Optional<RecordedDate> date,
    Set<String> genes,
    boolean fusion,
    boolean variant,
    boolean benign,
    CopyNumber copyNumber,
    String details,
    List<String> karyotypes,
    List<String> focus) {

  /** Where a specimen was taken. */
  public enum Specimen {
    MARROW,
    BLOOD,
    CEREBROSPINAL_FLUID,
    NOT_STATED
  }

  /** The number of copies of a gene, against the two of a diploid cell. */
  public enum CopyNumber {
    LOST,
    NORMAL,
    GAINED,
    NOT_STATED
  }

  /** How far a status may be trusted (Observation.status). */
  enum Standing {
    /** Final, amended or corrected. */
    FINAL,
    /** Registered or preliminary: shown, and nothing is excluded by it. */
    PRELIMINARY
  }

  public boolean isFinal() {
    return standing == Standing.FINAL;
  }

  /** The same result as a part of another resource, which gives its date where it has none. */
  public Result inside(String parent, Optional<RecordedDate> parentDate) {
    return new Result(
        parent,
        concepts,
        words,
        method,
        specimen,
        standing,
        value,
        interpretation,
        upperLimit,
        date.or(() -> parentDate),
        genes,
        fusion,
        variant,
        benign,
        copyNumber,
        details,
        karyotypes,
        focus);
  }

  public boolean has(String concept) {
    return concepts.contains(concept);
  }

  public boolean hasAny(List<String> wanted) {
    return wanted.stream().anyMatch(concepts::contains);
  }

  /** What the card shows of it: its value, and what a variant changes. */
  public Evidence evidence() {
    String shown =
        value.shows().isBlank() ? answer().map(Result::inWords).orElse("") : value.shows();
    boolean only = variant && value instanceof ResultValue.None;
    String told =
        Stream.of(only ? "" : shown, details)
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(": "));
    return new Evidence(resource, words, told.isEmpty() ? shown : told, date);
  }

  private static String inWords(Answer answer) {
    return switch (answer) {
      case PRESENT -> "present";
      case ABSENT -> "absent";
      case INDETERMINATE -> "no answer";
    };
  }

  /** The words of a value that no code answers for. */
  public Optional<String> text() {
    return switch (value) {
      case ResultValue.Text text -> Optional.of(text.text());
      case ResultValue.Coded coded ->
          coded.concepts().isEmpty() && !coded.words().isBlank()
              ? Optional.of(coded.words())
              : Optional.empty();
      case ResultValue.Measured unused -> Optional.empty();
      case ResultValue.Flag unused -> Optional.empty();
      case ResultValue.None unused -> Optional.empty();
    };
  }

  /** The number in the value, whether it came as a quantity or as text that is only a number. */
  public Optional<ResultValue.Measured> number() {
    return switch (value) {
      case ResultValue.Measured number -> Optional.of(number);
      case ResultValue.Text text -> NumberText.read(text.text());
      case ResultValue.Coded coded -> NumberText.read(coded.words());
      case ResultValue.Flag unused -> Optional.empty();
      case ResultValue.None unused -> Optional.empty();
    };
  }

  /**
   * Whether it found what it looked for; a value and an interpretation that disagree give no
   * answer.
   */
  public Optional<Answer> answer() {
    Optional<Answer> stated =
        switch (value) {
          case ResultValue.Coded coded -> coded(coded);
          case ResultValue.Text text -> AnswerWords.read(text.text());
          case ResultValue.Flag flag -> Optional.of(flag.flag() ? Answer.PRESENT : Answer.ABSENT);
          case ResultValue.Measured unused -> Optional.empty();
          case ResultValue.None none -> none.reason().map(unused -> Answer.INDETERMINATE);
        };
    List<Answer> answers =
        Stream.concat(stated.stream(), interpretation.stream()).distinct().toList();
    if (answers.size() > 1) {
      return Optional.of(Answer.INDETERMINATE);
    }
    return answers.stream().findFirst();
  }

  private static Optional<Answer> coded(ResultValue.Coded coded) {
    if (coded.concepts().contains("answer-present")) {
      return Optional.of(Answer.PRESENT);
    }
    if (coded.concepts().contains("answer-absent")) {
      return Optional.of(Answer.ABSENT);
    }
    return coded.concepts().contains("answer-indeterminate")
        ? Optional.of(Answer.INDETERMINATE)
        : AnswerWords.read(coded.words());
  }
}
