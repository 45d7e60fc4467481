package org.karyon.fhirapi.answers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.karyon.assessment.RiskAssessment;
import org.karyon.assessment.RiskAssessment.FeatureFinding;
import org.karyon.facts.Evidence;
import org.karyon.facts.RiskGroup;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.guideline.RiskFeature.Weight;

/** The genetic risk group as a RiskAssessment and as an Observation of mCODE's shape. */
final class RiskAnswers {

  private static final String NCI_THESAURUS = "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl";

  private final Canonicals canonicals;

  RiskAnswers(Canonicals canonicals) {
    this.canonicals = canonicals;
  }

  /** Final while nothing that is still unknown could change the group. */
  org.hl7.fhir.r4.model.RiskAssessment assessment(AssessedPatient patient, RiskAssessment risk) {
    org.hl7.fhir.r4.model.RiskAssessment answer = new org.hl7.fhir.r4.model.RiskAssessment();
    answer.setId("risk");
    answer.setStatus(
        isSettled(risk) ? RiskAssessmentStatus.FINAL : RiskAssessmentStatus.PRELIMINARY);
    answer.setSubject(patient.patient());
    patient.encounter().ifPresent(answer::setEncounter);
    patient.leukemia().ifPresent(answer::setCondition);
    answer.setOccurrence(asOf(patient));
    answer.setMethod(
        new CodeableConcept(canonicals.coding(Canonicals.RULES, rule(risk), rule(risk)))
            .setText("Genetic risk by " + canonicals.guideline().source().label()));
    basis(risk).forEach(answer::addBasis);
    answer
        .addPrediction()
        .setOutcome(new CodeableConcept().setText("Unfavorable course of the leukemia"))
        .setQualitativeRisk(group(risk))
        .setRationale(rationale(risk));
    return answer;
  }

  private static boolean isSettled(RiskAssessment risk) {
    return risk.group().isPresent() && !risk.provisional();
  }

  private String rule(RiskAssessment risk) {
    return risk.decidedBy()
        .map(row -> row.id())
        .orElse(canonicals.guideline().riskRows().getFirst().id());
  }

  /**
   * The code and the focus are those of mCODE's ALL risk assessment. The value is the guideline's
   * own group: the standard and high risk of that profile are paediatric groups that also rest on
   * age and white cells, and to write one of them would state what nobody assessed.
   */
  Observation observation(AssessedPatient patient, RiskAssessment risk) {
    Observation answer = new Observation();
    answer.setId("genetic-risk");
    answer.setStatus(isSettled(risk) ? ObservationStatus.FINAL : ObservationStatus.PRELIMINARY);
    answer.addCategory(
        new CodeableConcept(
            new Coding(
                "http://terminology.hl7.org/CodeSystem/observation-category", "survey", "Survey")));
    answer.setCode(
        new CodeableConcept(new Coding(NCI_THESAURUS, "C167435", "Leukemia Finding"))
            .setText("Genetic risk group of acute lymphoblastic leukemia"));
    answer.setSubject(patient.patient());
    patient.leukemia().ifPresent(answer::addFocus);
    patient.encounter().ifPresent(answer::setEncounter);
    answer.setEffective(asOf(patient));
    answer.addPerformer(new Reference().setDisplay("Karyon"));
    if (risk.group().isPresent()) {
      answer.setValue(group(risk));
    } else {
      answer.setDataAbsentReason(
          new CodeableConcept(
              new Coding(
                  "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                  "unknown",
                  "Unknown")));
    }
    answer.addNote().setText(rationale(risk));
    answer.setMethod(new CodeableConcept().setText(canonicals.guideline().source().label()));
    basis(risk).stream()
        .filter(reference -> reference.getReference().startsWith("Observation/"))
        .forEach(answer::addDerivedFrom);
    return answer;
  }

  private CodeableConcept group(RiskAssessment risk) {
    Optional<RiskGroup> group = risk.group();
    return group.isEmpty()
        ? new CodeableConcept().setText("undetermined")
        : new CodeableConcept(
                canonicals.coding(
                    Canonicals.RISK_GROUPS, group.get().id(), group.get().id() + " genetic risk"))
            .setText(group.get().id() + (risk.provisional() ? ", provisional" : ""));
  }

  private static String rationale(RiskAssessment risk) {
    List<String> words = new ArrayList<>();
    risk.decidedBy().ifPresent(row -> words.add(row.says() + " (" + row.citation().text() + ")"));
    for (Weight weight : Weight.values()) {
      String present = names(risk.present(weight));
      if (!present.isEmpty()) {
        words.add("present, " + weight.id().replace('-', ' ') + ": " + present);
      }
    }
    String open = names(risk.open());
    if (!open.isEmpty()) {
      words.add("not settled: " + open);
    }
    return words.isEmpty() ? "No feature is settled." : String.join("; ", words);
  }

  private static String names(List<FeatureFinding> findings) {
    return findings.stream().map(f -> f.feature().name()).collect(Collectors.joining(", "));
  }

  private static List<Reference> basis(RiskAssessment risk) {
    Set<String> resources = new LinkedHashSet<>();
    risk.features().stream()
        .flatMap(feature -> feature.finding().evidence().stream())
        .map(Evidence::resource)
        .filter(SourceResources::isNamed)
        .forEach(resources::add);
    return resources.stream().map(Reference::new).toList();
  }

  private static DateTimeType asOf(AssessedPatient patient) {
    return new DateTimeType(
        new DateType(patient.assessment().record().asOf().toString()).getValueAsString());
  }
}
