package org.karyon.reading;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.karyon.facts.RecordedDate;

/** DiagnosticReports to results: the conclusion, its codes, and a plain text that is presented. */
final class ReportResults {

  /** Several statements in one conclusion are read one by one, like a narrative. */
  private static final Pattern SEVERAL = Pattern.compile("[;\\n]|\\.\\s|,\\s");

  private final Codings codings;
  private final LocalDate asOf;

  ReportResults(Codings codings, LocalDate asOf) {
    this.codings = codings;
    this.asOf = asOf;
  }

  List<Result> read(DiagnosticReport report) {
    Optional<Result.Standing> standing = standing(report);
    Optional<RecordedDate> date = Dates.of(report.getEffective());
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
            text.isEmpty() ? new ResultValue.None(Optional.empty()) : new ResultValue.Text(text)));
    for (CodeableConcept conclusion : report.getConclusionCode()) {
      results.add(conclusion(report, standing.get(), date, conclusion));
    }
    return results;
  }

  private Result conclusion(
      DiagnosticReport report,
      Result.Standing standing,
      Optional<RecordedDate> date,
      CodeableConcept conclusion) {
    String name = Codings.allWords(report.getCode());
    Optional<String> karyotype = ObservationResults.codedNotation(conclusion);
    if (karyotype.isPresent()) {
      ResultValue notation = new ResultValue.Text(karyotype.get());
      return result(report, standing, date, Set.of("karyotype"), name, notation);
    }
    Set<String> concluded = codings.concepts(conclusion);
    String words = Codings.allWords(conclusion);
    if (concluded.isEmpty() && SEVERAL.matcher(words).find()) {
      // The statements answer for different lesions, so none of them may name the whole.
      return result(report, standing, date, Set.of(), name, new ResultValue.Text(words));
    }
    boolean answers = concluded.stream().anyMatch(concept -> concept.startsWith("answer-"));
    return result(
        report,
        standing,
        date,
        answers ? codings.concepts(report.getCode()) : Set.of(),
        answers ? name : words,
        new ResultValue.Coded(concluded, words));
  }

  private static Optional<Result.Standing> standing(DiagnosticReport report) {
    if (!report.hasStatus()) {
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
      ResultValue value) {
    boolean karyotype =
        concepts.contains("karyotype")
            || concepts.contains("fish-panel")
            || ObservationResults.isCytogenetic(words);
    return new Result(
        "DiagnosticReport/" + report.getIdElement().getIdPart(),
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
        karyotype && value instanceof ResultValue.Text text ? List.of(text.text()) : List.of(),
        List.of());
  }

  private static String text(DiagnosticReport report) {
    StringBuilder text = new StringBuilder(report.hasConclusion() ? report.getConclusion() : "");
    for (Attachment form : report.getPresentedForm()) {
      if (form.hasContentType()
          && form.getContentType().startsWith("text/plain")
          && form.getData() != null) {
        text.append('\n').append(new String(form.getData(), StandardCharsets.UTF_8));
      }
    }
    return text.toString().strip();
  }
}
