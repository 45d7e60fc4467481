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
import org.karyon.terminology.ConceptGroup;

/**
 * One thing that was measured or looked at: an Observation, one of its components, or a
 * DiagnosticReport. It never changes; what readers ask of it again and again is worked out once.
 */
public final class Result {

  private final ResultSource source;
  private final ResultName name;
  private final ResultValue value;
  private final Optional<Answer> interpretation;
  private final Optional<BigDecimal> upperLimit;
  private final Optional<GeneticVariant> variant;
  private final List<String> karyotypes;
  private final List<String> focus;
  private final Once<Evidence> evidence = new Once<>(this::shown);
  private final Once<Optional<Answer>> answer = new Once<>(this::answered);

  private Result(
      ResultSource source,
      ResultName name,
      ResultValue value,
      Optional<Answer> interpretation,
      Optional<BigDecimal> upperLimit,
      Optional<GeneticVariant> variant,
      List<String> karyotypes,
      List<String> focus) {
    this.source = source;
    this.name = name;
    this.value = value;
    this.interpretation = interpretation;
    this.upperLimit = upperLimit;
    this.variant = variant;
    this.karyotypes = List.copyOf(karyotypes);
    this.focus = List.copyOf(focus);
  }

  /** A result of that name and value, of which nothing else is known. */
  static Result of(ResultSource source, ResultName name, ResultValue value) {
    return new Result(
        source,
        name,
        value,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** The same with what the laboratory makes of it, and the upper limit it gives. */
  Result judged(Optional<Answer> said, Optional<BigDecimal> limit) {
    return new Result(source, name, value, said, limit, variant, karyotypes, focus);
  }

  /** The same as a genetic variant. */
  Result of(GeneticVariant change) {
    return new Result(
        source, name, value, interpretation, upperLimit, Optional.of(change), karyotypes, focus);
  }

  /** The same with texts in the notation of karyotypes. */
  Result noting(List<String> notations) {
    return new Result(source, name, value, interpretation, upperLimit, variant, notations, focus);
  }

  /** The same about other resources than the patient. */
  Result about(List<String> resources) {
    return new Result(
        source, name, value, interpretation, upperLimit, variant, karyotypes, resources);
  }

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
    return name.concepts();
  }

  /** Its name in the record's words. */
  public String words() {
    return name.text();
  }

  /** Its name, to be compared. */
  public Words name() {
    return name.words();
  }

  ResultSource source() {
    return source;
  }

  public ResultValue value() {
    return value;
  }

  /** What the laboratory's interpretation says; empty when there is none. */
  public Optional<Answer> interpretation() {
    return interpretation;
  }

  /** The upper reference limit; empty when there is none. */
  public Optional<BigDecimal> upperLimit() {
    return upperLimit;
  }

  /** Texts in karyotype notation. */
  public List<String> karyotypes() {
    return karyotypes;
  }

  /** The resources it is about, where it names any. */
  public List<String> focus() {
    return focus;
  }

  /**
   * Whether it is a plain number that only the work-up asks for, and those readers who ask for its
   * concept.
   */
  public boolean isCount() {
    return source.plain() && name.use() == Screen.Use.COUNT;
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
    return variant.isPresent();
  }

  private GeneticVariant told() {
    return variant.orElse(GeneticVariant.NONE);
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

  /** The same standing over results inside its resource that were read. */
  Result ofPanel() {
    return new Result(
        source.ofPanel(), name, value, interpretation, upperLimit, variant, karyotypes, focus);
  }

  /** Whether it stands over results inside its resource that were read. */
  public boolean isPanel() {
    return source.panel();
  }

  /** Whether anything was found. */
  boolean saysSomething() {
    return !(value instanceof ResultValue.None) || interpretation.isPresent() || variant();
  }

  /** The same result as a part of another resource, which says what it does not say. */
  Result inside(ResultSource parent) {
    return new Result(
        source.inside(parent), name, value, interpretation, upperLimit, variant, karyotypes, focus);
  }

  /** Whether it is of a group of tests, by its code. */
  public boolean has(ConceptGroup group) {
    return name.groups().contains(group);
  }

  /** Whether it is that test, by its code. */
  public boolean has(String concept) {
    return concepts().contains(concept);
  }

  public boolean hasAny(List<String> wanted) {
    for (String concept : wanted) {
      if (has(concept)) {
        return true;
      }
    }
    return false;
  }

  /** What the card shows of it: its value, and what a variant changes. */
  public Evidence evidence() {
    return evidence.get();
  }

  private Evidence shown() {
    String written = value.shows();
    boolean answersAlone = value instanceof ResultValue.None && interpretation.isPresent();
    String shown =
        written.isBlank() || answersAlone ? answer().map(Result::inWords).orElse("") : written;
    if (variant.isEmpty()) {
      return new Evidence(resource(), words(), shown, date());
    }
    boolean only = value instanceof ResultValue.None;
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
    return answer.get();
  }

  private Optional<Answer> answered() {
    Optional<Answer> stated =
        switch (value) {
          case ResultValue.Coded coded -> coded(coded);
          case ResultValue.Text text -> AnswerWords.read(text.text());
          case ResultValue.Flag flag -> Optional.of(flag.flag() ? Answer.PRESENT : Answer.ABSENT);
          case ResultValue.Measured unused -> Optional.empty();
          case ResultValue.None none -> none.reason().map(unused -> Answer.INDETERMINATE);
        };
    if (stated.isPresent() && interpretation.isPresent() && !stated.equals(interpretation)) {
      return Optional.of(Answer.INDETERMINATE);
    }
    return stated.or(() -> interpretation);
  }

  private static Optional<Answer> coded(ResultValue.Coded coded) {
    if (coded.groups().contains(ConceptGroup.ANSWERS_PRESENT)) {
      return Optional.of(Answer.PRESENT);
    }
    if (coded.groups().contains(ConceptGroup.ANSWERS_ABSENT)) {
      return Optional.of(Answer.ABSENT);
    }
    return coded.groups().contains(ConceptGroup.ANSWERS_INDETERMINATE)
        ? Optional.of(Answer.INDETERMINATE)
        : AnswerWords.read(coded.words());
  }
}
