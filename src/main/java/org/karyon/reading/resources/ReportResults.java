package org.karyon.reading.resources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.karyon.facts.RecordedDate;

/** DiagnosticReports to results: the conclusion, its codes, and a plain text that is presented. */
public final class ReportResults {

  private final Codings codings;
  private final LocalDate asOf;
  private final ObservationResults observations;

  public ReportResults(Codings codings, LocalDate asOf) {
    this.codings = codings;
    this.asOf = asOf;
    this.observations = new ObservationResults(codings, asOf);
  }

  public List<Result> read(DiagnosticReport report) {
    Optional<Result.Standing> standing = standing(report);
    Optional<RecordedDate> date =
        Dates.of(report.getEffective()).or(() -> Dates.moment(report.getIssuedElement()));
    boolean future = date.filter(d -> d.earliest().isAfter(asOf.plusDays(1))).isPresent();
    if (standing.isEmpty() || future) {
      return List.of();
    }
    List<Result> results = new ArrayList<>();
    String text = text(report);
    results.add(
        result(
            report,
            standing.get(),
            date,
            codings.concepts(report.getCode()),
            Codings.allWords(report.getCode()),
            text.isEmpty() ? new ResultValue.None(Optional.empty()) : new ResultValue.Text(text),
            notationIn(report, text)));
    for (CodeableConcept conclusion : report.getConclusionCode()) {
      results.add(conclusion(report, conclusion, standing.get(), date));
    }
    results.addAll(contained(report, date));
    return results;
  }

  /** Results that travel inside the report and are no resources of their own. */
  private List<Result> contained(DiagnosticReport report, Optional<RecordedDate> date) {
    List<Result> results = new ArrayList<>();
    for (Resource inside : report.getContained()) {
      if (inside instanceof Observation observation) {
        for (Result result : observations.read(observation)) {
          results.add(result.inside(reference(report), date));
        }
      }
    }
    return results;
  }

  private static String reference(DiagnosticReport report) {
    return "DiagnosticReport/" + report.getIdElement().getIdPart();
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
    boolean answers = concluded.stream().anyMatch(concept -> concept.startsWith("answer-"));
    return result(
        report,
        standing,
        date,
        answers ? codings.concepts(report.getCode()) : concluded,
        Codings.allWords(report.getCode()),
        answers ? new ResultValue.Coded(concluded, words) : new ResultValue.Text(words),
        CytogeneticNotation.in(conclusion));
  }

  private List<String> notationIn(DiagnosticReport report, String text) {
    Set<String> concepts = codings.concepts(report.getCode());
    boolean cytogenetic =
        CytogeneticNotation.isExpected(concepts, Codings.allWords(report.getCode()));
    boolean notation = CytogeneticNotation.isFish(text) || CytogeneticNotation.isKaryotype(text);
    return !text.isEmpty() && (cytogenetic || notation) ? List.of(text) : List.of();
  }

  private static Optional<Result.Standing> standing(DiagnosticReport report) {
    if (report.getStatus() == null) {
      return Optional.of(Result.Standing.PRELIMINARY);
    }
    return switch (report.getStatus()) {
      case FINAL, AMENDED, CORRECTED, APPENDED -> Optional.of(Result.Standing.FINAL);
      case REGISTERED, PARTIAL, PRELIMINARY -> Optional.of(Result.Standing.PRELIMINARY);
      case CANCELLED, ENTEREDINERROR, UNKNOWN, NULL -> Optional.empty();
    };
  }

  private static Result result(
      DiagnosticReport report,
      Result.Standing standing,
      Optional<RecordedDate> date,
      Set<String> concepts,
      String words,
      ResultValue value,
      List<String> notations) {
    return new Result(
        reference(report),
        concepts,
        words,
        "",
        Specimens.read(Set.of(), words + ' ' + report.getSpecimenFirstRep().getDisplay()),
        standing,
        value,
        Optional.empty(),
        Optional.empty(),
        date,
        Set.of(),
        false,
        false,
        false,
        Result.CopyNumber.NOT_STATED,
        "",
        notations,
        List.of());
  }

  private static String text(DiagnosticReport report) {
    StringBuilder text = new StringBuilder(report.hasConclusion() ? report.getConclusion() : "");
    for (Attachment form : report.getPresentedForm()) {
      if (form.hasContentType()
          && form.getContentType().startsWith("text/plain")
          && form.getData() != null) {
        text.append('\n').append(PlainText.attached(form.getData(), form.getContentType()));
      }
    }
    return text.toString().strip();
  }
}
