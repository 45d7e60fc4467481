package org.karyon.reading.resources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.resource.Attachment;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.DiagnosticReport;
import org.karyon.chart.resource.RecordText;
import org.karyon.facts.RecordedDate;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;

/** DiagnosticReports to results: the conclusion, its codes, and a plain text that is presented. */
public final class ReportResults {

  private final Codings codings;
  private final LocalDate asOf;
  private final ObservationResults observations;
  private final Specimens specimens;
  private final ResultValues values;

  public ReportResults(Codings codings, Screen screen, LocalDate asOf) {
    this.codings = codings;
    this.asOf = asOf;
    this.values = new ResultValues(codings);
    this.observations = new ObservationResults(codings, screen, asOf);
    this.specimens = new Specimens(codings.terminology());
  }

  public List<Result> read(DiagnosticReport report) {
    Optional<Result.Standing> standing = standing(report);
    Optional<RecordedDate> date = report.effective().or(report::issued);
    boolean future = date.filter(d -> d.earliest().isAfter(asOf.plusDays(1))).isPresent();
    if (standing.isEmpty() || future) {
      return List.of();
    }
    List<Result> results = new ArrayList<>();
    String text = text(report);
    Result whole =
        result(
            report,
            standing.get(),
            date,
            codings.concepts(report.code()),
            Codings.allWords(report.code()),
            text.isEmpty() ? new ResultValue.None(Optional.empty()) : new ResultValue.Text(text),
            notationIn(report, text));
    results.add(whole);
    for (CodeableConcept conclusion : report.conclusionCodes()) {
      results.add(conclusion(report, conclusion, standing.get(), date));
    }
    observations.implied(report.contained());
    results.addAll(observations.inside(report.contained(), whole.source()));
    return results;
  }

  /**
   * A conclusion is the answer of the report, a diagnosis, a karyotype, or sentences; only an
   * answer speaks of what the report is named for.
   */
  private Result conclusion(
      DiagnosticReport report,
      CodeableConcept conclusion,
      Result.Standing standing,
      Optional<RecordedDate> date) {
    Set<String> concluded = codings.concepts(conclusion);
    String words = Codings.allWords(conclusion);
    boolean answers = codings.terminology().isAny(concluded, ConceptGroup.ANSWERS);
    return result(
        report,
        standing,
        date,
        answers ? codings.concepts(report.code()) : concluded,
        Codings.allWords(report.code()),
        answers ? values.coded(concluded, words) : new ResultValue.Text(words),
        CytogeneticNotation.in(conclusion));
  }

  private List<String> notationIn(DiagnosticReport report, String text) {
    Set<String> concepts = codings.concepts(report.code());
    boolean cytogenetic =
        CytogeneticNotation.isExpected(
            codings.terminology(),
            codings.terminology().groups(concepts),
            Words.of(Codings.allWords(report.code())));
    boolean notation = CytogeneticNotation.isFish(text) || CytogeneticNotation.isKaryotype(text);
    return !text.isEmpty() && (cytogenetic || notation) ? List.of(text) : List.of();
  }

  private static Optional<Result.Standing> standing(DiagnosticReport report) {
    if (report.status().isEmpty()) {
      return Optional.of(Result.Standing.PRELIMINARY);
    }
    return switch (report.status().get()) {
      case FINAL, AMENDED, CORRECTED, APPENDED -> Optional.of(Result.Standing.FINAL);
      case REGISTERED, PARTIAL, PRELIMINARY -> Optional.of(Result.Standing.PRELIMINARY);
      case CANCELLED, ENTERED_IN_ERROR, UNKNOWN -> Optional.empty();
    };
  }

  private Result result(
      DiagnosticReport report,
      Result.Standing standing,
      Optional<RecordedDate> date,
      Set<String> concepts,
      String words,
      ResultValue value,
      List<String> notations) {
    return Result.of(
            new ResultSource(
                report.reference(),
                standing,
                date,
                "",
                specimens.read(words + ' ' + report.specimen()),
                false,
                false),
            new ResultName(
                concepts,
                codings.terminology().groups(concepts),
                words,
                Words.of(words),
                false,
                Result.Specimen.NOT_STATED,
                Screen.Use.ANY),
            value)
        .noting(notations);
  }

  private static String text(DiagnosticReport report) {
    StringBuilder text = new StringBuilder(report.conclusion());
    for (Attachment form : report.forms()) {
      if (form.isText()) {
        text.append('\n').append(AttachedText.attached(form.data(), form.contentType()));
      }
    }
    if (!RecordText.isWriting(text.toString())) {
      throw new IllegalArgumentException("an attached text is no writing");
    }
    return text.toString().strip();
  }
}
