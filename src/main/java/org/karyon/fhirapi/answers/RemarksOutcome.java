package org.karyon.fhirapi.answers;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.assessment.WorkUpFinding;
import org.karyon.facts.DataGap;
import org.karyon.facts.Fact;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.guideline.Guideline;

/** Says as an OperationOutcome what is unknown, what contradicts, and what could not be read. */
final class RemarksOutcome {

  private final Guideline guideline;
  private final OperationOutcome outcome = new OperationOutcome();

  private RemarksOutcome(Guideline guideline) {
    this.guideline = guideline;
  }

  static OperationOutcome of(AssessedPatient patient, Guideline guideline) {
    RemarksOutcome remarks = new RemarksOutcome(guideline);
    remarks.scope(patient.assessment());
    patient.remarks().forEach(words -> remarks.add(IssueType.INFORMATIONAL, words));
    patient.assessment().record().gaps().forEach(remarks::gap);
    remarks.unknown(patient.assessment());
    patient
        .assessment()
        .treatment()
        .ifPresent(advice -> advice.options(OptionAdvice.Status.NEEDS).forEach(remarks::open));
    remarks.unreadable(patient.assessment());
    if (remarks.outcome.getIssue().isEmpty()) {
      remarks.add(IssueType.INFORMATIONAL, "Nothing that the guideline asks for is unknown.");
    }
    return remarks.outcome;
  }

  private void scope(Assessment assessment) {
    switch (assessment.scope()) {
      case NO_LEUKEMIA ->
          add(
              IssueType.INFORMATIONAL,
              "No acute lymphoblastic leukemia is active in the record, or the patient has died;"
                  + " the guideline says nothing.");
      case NOT_KNOWN ->
          warn(
              IssueType.INCOMPLETE,
              "Whether there is a leukemia is not known, because the problem list could not be read"
                  + " as a whole.");
      case SUSPECTED ->
          add(
              IssueType.INFORMATIONAL,
              "Acute lymphoblastic leukemia is only suspected: the work-up is told, risk and"
                  + " treatment need the diagnosis.");
      case CHILD ->
          add(
              IssueType.INFORMATIONAL,
              "The guideline is for adolescents and adults; of a child it says nothing.");
      case OFF_TREATMENT ->
          add(
              IssueType.INFORMATIONAL,
              "In remission and long off treatment: the guideline ends with maintenance and speaks"
                  + " of no follow-up; orders are checked.");
      case COVERED -> {}
    }
  }

  private void gap(DataGap gap) {
    String words = gap.subject() + ": " + gap.message();
    switch (gap.kind()) {
      case NOT_READ -> warn(IssueType.INCOMPLETE, words);
      case CONTRADICTS -> warn(IssueType.CONFLICT, words);
      case REMARK -> add(IssueType.INFORMATIONAL, words);
    }
  }

  private void unknown(Assessment assessment) {
    Set<Fact<?>> missing = new LinkedHashSet<>();
    assessment.treatment().map(TreatmentAdvice::missing).ifPresent(missing::addAll);
    for (Fact<?> fact : missing) {
      Fact<?> asked = guideline.asked(fact);
      add(IssueType.INCOMPLETE, name(asked) + ": " + why(assessment.facts().get(asked)))
          .addExpression("facts.parameter.where(name='" + asked.id() + "')");
    }
  }

  private static String why(Finding<?> finding) {
    return switch (finding) {
      case Known<?> known -> known.known().id();
      case Unknown<?> unknown ->
          unknown.reason().words()
              + (unknown.explanation().isEmpty() ? "" : " (" + unknown.explanation() + ")");
    };
  }

  private void open(OptionAdvice advice) {
    String needs =
        advice.needs().stream().map(this::name).distinct().collect(Collectors.joining(", "));
    add(
        IssueType.INCOMPLETE,
        "The option '%s' (%s) is open until this is known: %s"
            .formatted(advice.option().name(), advice.option().id(), needs));
  }

  private void unreadable(Assessment assessment) {
    assessment.all().stream()
        .filter(finding -> finding.status() == WorkUpFinding.Status.UNREADABLE)
        .forEach(
            finding ->
                warn(
                    IssueType.INCOMPLETE,
                    "Whether '%s' is done could not be read.".formatted(finding.item().name())));
  }

  private String name(Fact<?> fact) {
    return guideline.name(guideline.asked(fact)).name();
  }

  private void warn(IssueType type, String words) {
    add(type, words).setSeverity(IssueSeverity.WARNING);
  }

  private OperationOutcome.OperationOutcomeIssueComponent add(IssueType type, String words) {
    OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue();
    issue.setSeverity(IssueSeverity.INFORMATION).setCode(type).getDetails().setText(words);
    return issue;
  }
}
