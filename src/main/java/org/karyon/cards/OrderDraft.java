package org.karyon.cards;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.karyon.assessment.Assessment;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.guideline.Orderable;

/**
 * Writes orders that are complete but for what only a clinician decides; never with a dose.
 *
 * @param patientId the patient, a bare id
 * @param encounterId the encounter, a bare id; empty when the client sent none
 * @param requester who requests, as a reference; empty when the client sent none
 * @param leukemia the reference of the Condition that is the reason; empty when it has no id
 */
public record OrderDraft(
    String patientId,
    Optional<String> encounterId,
    Optional<String> requester,
    Optional<String> leukemia) {

  /**
   * The Condition that orders name as their reason.
   *
   * @param assessment what the guideline makes of the patient
   * @return its reference; empty when the record gave it no id
   */
  public static Optional<String> leukemia(Assessment assessment) {
    return assessment.facts().get(Facts.DIAGNOSIS).evidence().stream()
        .map(Evidence::resource)
        .filter(reference -> !reference.contains("/without-id-"))
        .findFirst();
  }

  /**
   * The draft of an order.
   *
   * @param orderable what is ordered
   * @return a MedicationRequest or a ServiceRequest
   */
  public Resource of(Orderable orderable) {
    return switch (orderable.kind()) {
      case MEDICATION -> medication(orderable);
      case PROCEDURE, TEST -> service(orderable);
    };
  }

  private Resource medication(Orderable orderable) {
    MedicationRequest request = new MedicationRequest();
    request.setId("karyon-" + orderable.id());
    request.setStatus(MedicationRequestStatus.DRAFT);
    request.setIntent(MedicationRequestIntent.ORDER);
    request.setMedication(concept(orderable));
    request.setSubject(patient());
    encounterId.ifPresent(id -> request.setEncounter(new Reference("Encounter/" + id)));
    requester.ifPresent(user -> request.setRequester(new Reference(user)));
    leukemia.ifPresent(condition -> request.addReasonReference(new Reference(condition)));
    if (!orderable.note().isEmpty()) {
      request.addNote().setText(orderable.note());
    }
    request.setDosageInstruction(List.of(new Dosage().setText("Dose per protocol")));
    return request;
  }

  private Resource service(Orderable orderable) {
    ServiceRequest request = new ServiceRequest();
    request.setId("karyon-" + orderable.id());
    request.setStatus(ServiceRequestStatus.DRAFT);
    request.setIntent(ServiceRequestIntent.ORDER);
    request.setCode(concept(orderable));
    request.setSubject(patient());
    encounterId.ifPresent(id -> request.setEncounter(new Reference("Encounter/" + id)));
    requester.ifPresent(user -> request.setRequester(new Reference(user)));
    leukemia.ifPresent(condition -> request.addReasonReference(new Reference(condition)));
    if (!orderable.note().isEmpty()) {
      request.addNote().setText(orderable.note());
    }
    return request;
  }

  private static CodeableConcept concept(Orderable orderable) {
    Coding coding =
        new Coding(
            orderable.coding().system(), orderable.coding().code(), orderable.coding().display());
    return new CodeableConcept(coding).setText(orderable.text());
  }

  private Reference patient() {
    return new Reference("Patient/" + patientId);
  }
}
