package org.karyon.fhirapi.answers;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Reference;
import org.karyon.assessment.OrderFinding;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.Evidence;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.guideline.OrderCheck;

/** What is said of drafted orders, one DetectedIssue for each check. */
final class OrderIssues {

  private final Canonicals canonicals;

  OrderIssues(Canonicals canonicals) {
    this.canonicals = canonicals;
  }

  List<DetectedIssue> of(AssessedPatient patient) {
    List<DetectedIssue> issues = new ArrayList<>();
    for (OrderFinding finding : patient.assessment().orders().findings()) {
      issues.add(issue(patient, finding));
    }
    return issues;
  }

  private DetectedIssue issue(AssessedPatient patient, OrderFinding finding) {
    OrderCheck check = finding.check();
    DetectedIssue issue = new DetectedIssue();
    issue.setId("issue-" + check.id());
    issue.setStatus(
        switch (finding.state()) {
          case CONFLICT, NOTE -> DetectedIssueStatus.FINAL;
          case OPEN -> DetectedIssueStatus.PRELIMINARY;
        });
    issue.setCode(
        new CodeableConcept(canonicals.coding(Canonicals.RULES, check.id(), check.title()))
            .setText(finding.title()));
    issue.setSeverity(
        switch (finding.indicator()) {
          case INFO -> DetectedIssueSeverity.LOW;
          case WARNING -> DetectedIssueSeverity.MODERATE;
          case CRITICAL -> DetectedIssueSeverity.HIGH;
        });
    issue.setPatient(patient.patient());
    issue.setIdentified(new DateTimeType(patient.recorded().toString()));
    finding.orders().forEach(order -> issue.addImplicated(order(order)));
    issue.setDetail(finding.says() + " (" + check.citation().text() + ") " + check.advice());
    for (Evidence evidence : finding.against()) {
      if (SourceResources.isNamed(evidence.resource())) {
        issue.addEvidence().addDetail(new Reference(evidence.resource()));
      }
    }
    finding
        .tests()
        .forEach(
            test ->
                issue
                    .addEvidence()
                    .addCode(
                        new CodeableConcept(
                                canonicals.coding(
                                    Canonicals.RULES, test.item().id(), test.item().name()))
                            .setText("Missing: " + test.item().name())));
    issue.setReference(canonicals.url("PlanDefinition", Canonicals.ORDER_CHECKS));
    return issue;
  }

  private static Reference order(DraftedOrder order) {
    Reference reference = new Reference();
    if (SourceResources.isNamed(order.reference())) {
      reference.setReference(order.reference());
    }
    return order.words().isEmpty() ? reference : reference.setDisplay(order.words());
  }
}
