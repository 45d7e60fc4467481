package org.karyon.fhirapi;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.karyon.assessment.Assess;
import org.karyon.audit.DecisionAudit;
import org.karyon.chart.Chart;
import org.karyon.chart.HandedRecord;
import org.karyon.chart.RecordSource;
import org.karyon.chart.SentRecord;
import org.karyon.chart.Subject;
import org.karyon.facts.OrderSelection;
import org.karyon.fhirapi.answers.AssessedPatient;
import org.karyon.reading.RecordReader;
import org.karyon.web.EvaluationDay;
import tools.jackson.databind.JsonNode;

/** The very same steps as on the hooks: chart, facts, assessment. Nothing is kept afterwards. */
final class AssessPatient {

  private final HandedRecord handed;
  private final RecordReader reader;
  private final Assess assess;
  private final DataEndpoints endpoints;
  private final Clock clock;
  private final EvaluationDay day;
  private final DecisionAudit audit;
  private final ObservationRegistry observations;

  AssessPatient(
      HandedRecord handed,
      RecordReader reader,
      Assess assess,
      DataEndpoints endpoints,
      Clock clock,
      EvaluationDay day,
      DecisionAudit audit,
      ObservationRegistry observations) {
    this.handed = handed;
    this.reader = reader;
    this.assess = assess;
    this.endpoints = endpoints;
    this.clock = clock;
    this.day = day;
    this.audit = audit;
    this.observations = observations;
  }

  /**
   * Assesses a patient and leaves a line for the auditor.
   *
   * @param operation the name of the operation
   */
  AssessedPatient assess(String operation, OperationInput input, HttpServletRequest caller) {
    Observation observation =
        Observation.createNotStarted("karyon.call", observations)
            .lowCardinalityKeyValue("service", operation)
            .lowCardinalityKeyValue("outcome", "refused");
    return observation.observe(
        () -> {
          AssessedPatient assessed = assess(input, caller);
          observation.lowCardinalityKeyValue("outcome", "assessed");
          audit.note(
              operation,
              Optional.ofNullable(caller.getRemoteUser()),
              assessed.assessment(),
              List.of());
          return assessed;
        });
  }

  private AssessedPatient assess(OperationInput input, HttpServletRequest caller) {
    LocalDate today = LocalDate.now(clock);
    SentRecord whole = SentRecord.of(input.data(), Optional.empty());
    String patient = patient(input, whole);
    LocalDate asOf = input.asOf().orElseGet(() -> day.of(patient));
    if (asOf.isAfter(today)) {
      throw FhirFailures.invalid(
          IssueType.VALUE, "as-of", "The parameter 'as-of' lies in the future.");
    }
    SentRecord sent = asOf.isBefore(today) ? SentRecord.of(input.data(), Optional.of(asOf)) : whole;
    Chart chart = chart(input, sent, patient, caller);
    return new AssessedPatient(
        assess.assess(reader.read(chart, asOf, new OrderSelection.Every())),
        patient,
        input.encounter(),
        input.practitioner(),
        input.organization(),
        clock.instant(),
        remarks(input, sent));
  }

  private Chart chart(
      OperationInput input, SentRecord sent, String patient, HttpServletRequest caller) {
    Optional<JsonNode> endpoint = input.dataEndpoint();
    RecordSource source =
        endpoint.isPresent()
            ? endpoints.source(endpoint.get(), caller)
            : RecordSource.none("the request has no 'dataEndpoint' to read it from");
    return Chart.open(
        Subject.of(
            patient,
            endpoint
                .map(named -> named.path("address").asString(""))
                .filter(address -> !address.isEmpty()),
            input.data(),
            input.draftOrders()),
        handed.keys(),
        sent.parts(handed.keys(), endpoint.isPresent(), patient),
        input.draftOrders(),
        source);
  }

  private static String patient(OperationInput input, SentRecord sent) {
    Set<String> patients = sent.patients();
    Optional<String> only = patients.size() == 1 ? patients.stream().findFirst() : Optional.empty();
    return input
        .subject()
        .or(() -> only)
        .orElseThrow(
            () ->
                FhirFailures.unprocessable(
                    IssueType.REQUIRED,
                    "subject",
                    patients.isEmpty()
                        ? "The record has no Patient with an id; name the 'subject'."
                        : "The record has several patients; name the 'subject'."));
  }

  private List<String> remarks(OperationInput input, SentRecord sent) {
    List<String> remarks = new ArrayList<>();
    List<String> without = sent.kindsWithout(handed.keys());
    if (input.dataEndpoint().isEmpty() && !without.isEmpty()) {
      remarks.add(
          "The record that was sent is taken as the whole record; it has no "
              + String.join(", ", without)
              + ".");
    }
    if (sent.later() > 0) {
      remarks.add(
          "%d resources that became known after the day of the assessment were left out. States"
                  .formatted(sent.later())
              + " such as the status of an order are those of the record as it was sent.");
    }
    return remarks;
  }
}
