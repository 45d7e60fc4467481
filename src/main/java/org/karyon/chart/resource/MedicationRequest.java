package org.karyon.chart.resource;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.RecordedDate;

/**
 * An order for a drug (FHIR R4, MedicationRequest).
 *
 * @param reference the reference, for example {@code MedicationRequest/7}
 * @param status its status; empty when none is given
 * @param intent how binding it is; empty when that is not said
 * @param doNotPerform whether it forbids the drug
 * @param medication the drug
 * @param dosages how it is given
 * @param authoredOn when it was ordered
 * @param until until when it may be dispensed
 * @param basedOn what it carries out
 * @param priorPrescription what it renews
 */
public record MedicationRequest(
    String reference,
    Optional<Status> status,
    Optional<Intent> intent,
    boolean doNotPerform,
    MedicationElement medication,
    List<Dosage> dosages,
    Optional<RecordedDate> authoredOn,
    Optional<RecordedDate> until,
    List<Reference> basedOn,
    Reference priorPrescription) {

  /** The status of an order for a drug. */
  public enum Status implements Element.Code {
    ACTIVE,
    ON_HOLD,
    CANCELLED,
    COMPLETED,
    ENTERED_IN_ERROR,
    STOPPED,
    DRAFT,
    UNKNOWN
  }

  /** How binding an order for a drug is. */
  public enum Intent implements Element.Code {
    PROPOSAL,
    PLAN,
    ORDER,
    ORIGINAL_ORDER,
    REFLEX_ORDER,
    FILLER_ORDER,
    INSTANCE_ORDER,
    OPTION
  }

  static MedicationRequest of(Element element) {
    return new MedicationRequest(
        element.reference(),
        element.code("status", Status.values()),
        element.code("intent", Intent.values()),
        element.is("doNotPerform"),
        MedicationElement.of(element, "medication"),
        element.all("dosageInstruction", Dosage::of),
        element.date("authoredOn", FhirDate.DATE_TIME),
        element.one("dispenseRequest", dispense -> dispense.until("validity")),
        element.all("basedOn", Reference::of),
        element.one("priorPrescription", Reference::of));
  }
}
