package org.karyon.fhirapi.answers;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.GuidanceResponse.GuidanceResponseStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.StringType;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.guideline.RiskFeature;
import org.karyon.registry.PatientAnswer;
import org.karyon.registry.PatientAnswer.FactAnswer;

/**
 * The answer of a registry for one patient as the resources that {@code $assess} answers with: the
 * same ids, facts and groups, and beside the facts the rules, options and missing tests.
 */
public final class RegistryAnswers {

  private static final Map<String, Fact<?>> FACTS =
      Facts.all().stream().collect(Collectors.toUnmodifiableMap(Fact::id, Function.identity()));

  private final Canonicals canonicals;

  /**
   * Prepares answers by one guideline.
   *
   * @param canonicals the guideline and the names under which it is published
   */
  public RegistryAnswers(Canonicals canonicals) {
    this.canonicals = canonicals;
  }

  /**
   * What is known of a patient, what follows, and what is unknown.
   *
   * @param answer the answer
   * @return a resource for every patient, also for one without a leukemia
   */
  public GuidanceResponse guidance(PatientAnswer answer) {
    GuidanceResponse guidance = new GuidanceResponse();
    String name = name(answer, "GuidanceResponse/guidance");
    guidance.setId(uuid(name));
    guidance.addIdentifier(identifier(name));
    guidance.setModule(
        new CanonicalType(canonicals.versioned("PlanDefinition", canonicals.whole())));
    guidance.setStatus(
        answer.missing().isEmpty()
            ? GuidanceResponseStatus.SUCCESS
            : GuidanceResponseStatus.DATAREQUESTED);
    guidance.setSubject(patient(answer));
    guidance.setOccurrenceDateTimeElement(new DateTimeType(answer.asOf().toString()));
    OperationOutcome remarks = remarks(answer);
    remarks.setId("remarks");
    guidance.addContained(remarks);
    guidance.addEvaluationMessage(new Reference("#remarks"));
    Parameters facts = facts(answer);
    facts.setId("facts");
    guidance.addContained(facts);
    guidance.setOutputParameters(new Reference("#facts"));
    return guidance;
  }

  private static Parameters facts(PatientAnswer answer) {
    Parameters facts = new Parameters();
    answer
        .facts()
        .forEach(
            (id, fact) ->
                fact.value()
                    .ifPresent(
                        value ->
                            facts
                                .addParameter()
                                .setName(id)
                                .setValue(
                                    isAmount(id)
                                        ? new DecimalType(new BigDecimal(value))
                                        : new StringType(value))));
    say(facts, "scope", Set.of(answer.scope()));
    answer.riskGroup().ifPresent(group -> say(facts, "risk-group", Set.of(group)));
    say(facts, "rule", answer.rules());
    say(facts, "possible-rule", answer.possible());
    say(facts, "option-applies", answer.options("applies"));
    say(facts, "option-needs", answer.options("needs"));
    say(facts, "missing-test", answer.missing());
    say(facts, "treated-with", answer.treatedWith());
    return facts;
  }

  private static boolean isAmount(String id) {
    return Optional.ofNullable(FACTS.get(id)).filter(Fact::isAmount).isPresent();
  }

  private static void say(Parameters facts, String name, Iterable<String> values) {
    values.forEach(value -> facts.addParameter().setName(name).setValue(new StringType(value)));
  }

  private static OperationOutcome remarks(PatientAnswer answer) {
    OperationOutcome remarks = new OperationOutcome();
    answer.gaps().forEach(gap -> remark(remarks, gap.about() + ": " + gap.message()));
    answer
        .facts()
        .forEach(
            (id, fact) ->
                fact.unknown()
                    .ifPresent(
                        why ->
                            remark(remarks, id + ": " + why)
                                .addExpression("facts.parameter.where(name='" + id + "')")));
    answer.options().stream()
        .filter(option -> option.status().equals("needs"))
        .forEach(
            option ->
                remark(
                    remarks,
                    "The option '%s' is open until this is known: %s"
                        .formatted(option.id(), String.join(", ", option.needs()))));
    if (remarks.getIssue().isEmpty()) {
      remark(remarks, "Nothing that the guideline asks for is unknown.")
          .setCode(IssueType.INFORMATIONAL);
    }
    return remarks;
  }

  private static OperationOutcome.OperationOutcomeIssueComponent remark(
      OperationOutcome remarks, String words) {
    OperationOutcome.OperationOutcomeIssueComponent issue = remarks.addIssue();
    issue
        .setSeverity(IssueSeverity.INFORMATION)
        .setCode(IssueType.INCOMPLETE)
        .getDetails()
        .setText(words);
    return issue;
  }

  /**
   * The genetic risk.
   *
   * @param answer the answer
   * @return empty for a patient whose risk was not assessed
   */
  public Optional<RiskAssessment> risk(PatientAnswer answer) {
    return answer.provisional().map(provisional -> risk(answer, provisional));
  }

  private RiskAssessment risk(PatientAnswer answer, boolean provisional) {
    RiskAssessment risk = new RiskAssessment();
    String name = name(answer, "RiskAssessment/risk");
    risk.setId(uuid(name));
    risk.addIdentifier(identifier(name));
    risk.setStatus(
        answer.riskGroup().isPresent() && !provisional
            ? RiskAssessmentStatus.FINAL
            : RiskAssessmentStatus.PRELIMINARY);
    risk.setSubject(patient(answer));
    risk.setOccurrence(new DateTimeType(answer.asOf().toString()));
    risk.setMethod(
        new CodeableConcept()
            .setText("Genetic risk by " + canonicals.guideline().source().label()));
    basis(answer).stream().map(Reference::new).forEach(risk::addBasis);
    risk.addPrediction()
        .setOutcome(new CodeableConcept().setText("Unfavorable course of the leukemia"))
        .setQualitativeRisk(group(answer, provisional));
    return risk;
  }

  private CodeableConcept group(PatientAnswer answer, boolean provisional) {
    return answer
        .riskGroup()
        .map(
            group ->
                new CodeableConcept(
                        canonicals.coding(Canonicals.RISK_GROUPS, group, group + " genetic risk"))
                    .setText(group + (provisional ? ", provisional" : "")))
        .orElseGet(() -> new CodeableConcept().setText("undetermined"));
  }

  private Set<String> basis(PatientAnswer answer) {
    Set<String> basis = new LinkedHashSet<>();
    for (RiskFeature feature : canonicals.guideline().features()) {
      Optional.ofNullable(answer.facts().get(feature.fact().id()))
          .map(FactAnswer::resources)
          .ifPresent(
              resources -> resources.stream().filter(SourceResources::isNamed).forEach(basis::add));
    }
    return basis;
  }

  private static Reference patient(PatientAnswer answer) {
    return new Reference("Patient/" + answer.patient());
  }

  private Identifier identifier(String name) {
    return new Identifier().setSystem(canonicals.base() + "/identifier/answer").setValue(name);
  }

  /**
   * As {@link AssessmentBundle} names it, so that an answer is recognised wherever it came from.
   */
  private static String name(PatientAnswer answer, String what) {
    return answer.patient() + '/' + answer.asOf() + '/' + what;
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
