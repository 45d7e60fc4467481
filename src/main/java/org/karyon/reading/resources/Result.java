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
import org.karyon.reading.words.Words;

/**
 * One thing that was measured or looked at: an Observation, one of its components, or a
 * DiagnosticReport.
 *
 * @param source where it comes from
 * @param named what it is called
 * @param value its value
 * @param interpretation what the laboratory's interpretation says; empty when there is none
 * @param upperLimit the upper reference limit; empty when there is none
 * @param change what it says of a genetic variant; empty when it is none
 * @param karyotypes texts in karyotype notation
 * @param focus the resources it is about, where it names any
 * @param isCount whether it is a plain number that only the work-up asks for, and those readers who
 *     ask for its concept
 */
public record Result(
    ResultSource source,
    ResultName named,
    ResultValue value,
    Optional<Answer> interpretation,
    Optional<BigDecimal> upperLimit,
    Optional<GeneticVariant> change,
    List<String> karyotypes,
    List<String> focus,
    boolean isCount) {

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

  /** What its codes stand for. */
  public Set<String> concepts() {
    return named.concepts();
  }

  /** Its name in the record's words. */
  public String words() {
    return named.text();
  }

  /** Its name, to be compared. */
  public Words name() {
    return named.words();
  }

  /** The reference of its resource. */
  public String resource() {
    return source.resource();
  }

  /** The method and remarks in the record's words. */
  public String method() {
    return source.method();
  }

  public Specimen specimen() {
    return source.specimen();
  }

  public Optional<RecordedDate> date() {
    return source.date();
  }

  public boolean isFinal() {
    return source.standing() == Standing.FINAL;
  }

  /** Whether it is a genetic variant. */
  public boolean variant() {
    return change.isPresent();
  }

  private GeneticVariant told() {
    return change.orElse(GeneticVariant.NONE);
  }

  public Set<String> genes() {
    return told().genes();
  }

  public boolean fusion() {
    return told().fusion();
  }

  public boolean benign() {
    return told().benign();
  }

  public CopyNumber copyNumber() {
    return told().copyNumber();
  }

  public String details() {
    return told().details();
  }

  /** The same result as a part of another resource, which gives its date where it has none. */
  public Result inside(String parent, Optional<RecordedDate> parentDate) {
    return new Result(
        source.inside(parent, parentDate),
        named,
        value,
        interpretation,
        upperLimit,
        change,
        karyotypes,
        focus,
        isCount);
  }

  public boolean has(String concept) {
    return concepts().contains(concept);
  }

  public boolean hasAny(List<String> wanted) {
    return wanted.stream().anyMatch(concepts()::contains);
  }

  /** What the card shows of it: its value, and what a variant changes. */
  public Evidence evidence() {
    String shown =
        value.shows().isBlank() ? answer().map(Result::inWords).orElse("") : value.shows();
    boolean only = variant() && value instanceof ResultValue.None;
    String told =
        Stream.of(only ? "" : shown, details())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(": "));
    return new Evidence(resource(), words(), told.isEmpty() ? shown : told, date());
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
