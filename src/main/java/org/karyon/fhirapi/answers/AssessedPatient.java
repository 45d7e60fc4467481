package org.karyon.fhirapi.answers;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.karyon.assessment.Assessment;
import org.karyon.guideline.Orderable;
import org.karyon.orders.OrderDraft;

/**
 * An assessment with what an answer needs to say of its patient.
 *
 * @param assessment what the guideline makes of the patient
 * @param patientId the patient, a bare id
 * @param encounterId the encounter, a bare id; empty when the client sent none
 * @param requester who requests the drafted orders, as a reference; empty when the client sent none
 * @param organization for which organization, as a reference; empty when the client sent none
 * @param recorded when the assessment was made
 * @param remarks what the client should know of how its request was taken
 */
public record AssessedPatient(
    Assessment assessment,
    String patientId,
    Optional<String> encounterId,
    Optional<String> requester,
    Optional<String> organization,
    Instant recorded,
    List<String> remarks) {

  /** Copies the remarks, so that an answer never changes. */
  public AssessedPatient {
    remarks = List.copyOf(remarks);
  }

  Reference patient() {
    return new Reference("Patient/" + patientId);
  }

  Optional<Reference> encounter() {
    return encounterId.map(id -> new Reference("Encounter/" + id));
  }

  Optional<Reference> leukemia() {
    return OrderDraft.leukemia(assessment).map(Reference::new);
  }

  /** The draft of an order, as the cards would offer it. */
  Resource draft(Orderable orderable) {
    OrderDraft draft =
        new OrderDraft(patientId, encounterId, requester, OrderDraft.leukemia(assessment));
    return (Resource)
        FhirContext.forR4Cached().newJsonParser().parseResource(draft.of(orderable).toString());
  }
}
