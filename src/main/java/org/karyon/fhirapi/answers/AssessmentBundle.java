package org.karyon.fhirapi.answers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.GuidanceResponse.GuidanceResponseStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.karyon.assessment.Assessment;
import org.karyon.facts.Diagnosis;
import org.karyon.facts.Facts;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.release.Release;

/**
 * The assessment of one patient as a Bundle: guidance first, then risk, what is said of orders, and
 * where all of it comes from.
 */
public final class AssessmentBundle {

  private final Canonicals canonicals;
  private final RiskAnswers risk;
  private final GenomicFindings genomics;
  private final OrderIssues issues;
  private final MissingData missing;

  /**
   * Prepares answers by one guideline.
   *
   * @param canonicals the guideline and the names under which it is published
   */
  public AssessmentBundle(Canonicals canonicals) {
    this.canonicals = canonicals;
    this.risk = new RiskAnswers(canonicals);
    this.genomics = new GenomicFindings(canonicals);
    this.issues = new OrderIssues(canonicals);
    this.missing = new MissingData(canonicals.guideline());
  }

  /**
   * Writes the answer of one patient.
   *
   * @param patient the assessed patient
   * @return a Bundle of type collection; the same for the same assessment but for its time
   */
  public Bundle of(AssessedPatient patient) {
    List<Resource> answers = new ArrayList<>();
    answers.add(guidance(patient));
    patient
        .assessment()
        .risk()
        .ifPresent(
            assessed -> {
              answers.add(risk.assessment(patient, assessed));
              answers.add(risk.observation(patient, assessed));
            });
    answers.addAll(genomics.of(patient));
    answers.addAll(issues.of(patient));
    answers.add(provenance(patient, answers));
    identified(patient, answers);
    Bundle bundle = new Bundle();
    bundle.setType(Bundle.BundleType.COLLECTION);
    bundle.setTimestamp(Date.from(patient.recorded()));
    answers.forEach(
        answer -> bundle.addEntry().setFullUrl("urn:uuid:" + answer.getId()).setResource(answer));
    return bundle;
  }

  /** An answer that a client keeps is told from that of another patient, rule or day. */
  private void identified(AssessedPatient patient, List<Resource> answers) {
    for (Resource answer : answers) {
      Identifier identifier =
          new Identifier()
              .setSystem(canonicals.base() + "/identifier/answer")
              .setValue(name(patient, answer));
      switch (answer) {
        case GuidanceResponse guidance -> guidance.addIdentifier(identifier);
        case RiskAssessment assessed -> assessed.addIdentifier(identifier);
        case Observation observation -> observation.addIdentifier(identifier);
        case DetectedIssue issue -> issue.addIdentifier(identifier);
        default -> {
          // Provenance has no identifier in R4.
        }
      }
      answer.setId(uuid(patient, answer).toString());
    }
  }

  private GuidanceResponse guidance(AssessedPatient patient) {
    Assessment assessment = patient.assessment();
    GuidanceResponse guidance = new GuidanceResponse();
    guidance.setId("guidance");
    guidance.setModule(
        new CanonicalType(canonicals.versioned("PlanDefinition", canonicals.whole())));
    List<DataRequirement> requirements = missing.of(assessment);
    guidance.setStatus(
        requirements.isEmpty()
            ? GuidanceResponseStatus.SUCCESS
            : GuidanceResponseStatus.DATAREQUESTED);
    guidance.setSubject(patient.patient());
    patient.encounter().ifPresent(guidance::setEncounter);
    guidance.setOccurrenceDateTimeElement(new DateTimeType(assessment.record().asOf().toString()));
    if (assessment.facts().get(Facts.DIAGNOSIS).is(Diagnosis.CONFIRMED)) {
      guidance.addReasonCode(topic());
    }
    OperationOutcome remarks = RemarksOutcome.of(patient, canonicals.guideline());
    remarks.setId("remarks");
    guidance.addContained(remarks);
    guidance.addEvaluationMessage(new Reference("#remarks"));
    Parameters facts = FactParameters.of(assessment, canonicals.guideline());
    if (facts.hasParameter()) {
      facts.setId("facts");
      guidance.addContained(facts);
      guidance.setOutputParameters(new Reference("#facts"));
    }
    guidance.setDataRequirement(requirements);
    return guidance;
  }

  private CodeableConcept topic() {
    return new CodeableConcept(
        new Coding(
            canonicals.guideline().source().topic().system(),
            canonicals.guideline().source().topic().code(),
            canonicals.guideline().source().topic().display()));
  }

  private Provenance provenance(AssessedPatient patient, List<Resource> answers) {
    Provenance provenance = new Provenance();
    provenance.setId("provenance");
    answers.forEach(
        answer -> provenance.addTarget(new Reference("urn:uuid:" + uuid(patient, answer))));
    provenance.setOccurred(new DateTimeType(patient.assessment().record().asOf().toString()));
    provenance.setRecorded(Date.from(patient.recorded()));
    provenance.setActivity(
        new CodeableConcept(
            new Coding(
                "http://terminology.hl7.org/CodeSystem/v3-DataOperation", "CREATE", "create")));
    provenance
        .addAgent()
        .setType(
            new CodeableConcept(
                new Coding(
                    "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
                    "assembler",
                    "Assembler")))
        .setWho(new Reference("#karyon").setDisplay("Karyon"));
    provenance.addContained(device());
    Map<String, Set<String>> facts = SourceResources.facts(patient.assessment());
    for (String resource : SourceResources.of(patient.assessment())) {
      Reference what = new Reference(resource);
      Optional.ofNullable(facts.get(resource))
          .ifPresent(shown -> what.setDisplay("for " + String.join(", ", shown)));
      provenance.addEntity().setRole(ProvenanceEntityRole.SOURCE).setWhat(what);
    }
    provenance
        .addEntity()
        .setRole(ProvenanceEntityRole.DERIVATION)
        .setWhat(
            new Reference()
                .setType("PlanDefinition")
                .setIdentifier(
                    new Identifier()
                        .setSystem("urn:ietf:rfc:3986")
                        .setValue(canonicals.versioned("PlanDefinition", canonicals.whole())))
                .setDisplay(
                    canonicals.guideline().source().label()
                        + ", version "
                        + canonicals.guideline().version()));
    return provenance;
  }

  /** What judged: the version of the software, and the fingerprint of the knowledge. */
  private Device device() {
    Device device = new Device();
    device.setId("karyon");
    device.addDeviceName().setName("Karyon").setType(Device.DeviceNameType.USERFRIENDLYNAME);
    device
        .addVersion()
        .setType(new CodeableConcept().setText("software"))
        .setValue(Release.running().toString());
    device
        .addVersion()
        .setType(new CodeableConcept().setText("guideline"))
        .setValue(canonicals.guideline().version());
    return device;
  }

  /** The same for the same patient and day, so that an answer can be compared with a replay. */
  private static String name(AssessedPatient patient, Resource answer) {
    return patient.patientId()
        + '/'
        + patient.assessment().record().asOf()
        + '/'
        + answer.fhirType()
        + '/'
        + answer.getId();
  }

  private static UUID uuid(AssessedPatient patient, Resource answer) {
    return UUID.nameUUIDFromBytes(name(patient, answer).getBytes(StandardCharsets.UTF_8));
  }
}
