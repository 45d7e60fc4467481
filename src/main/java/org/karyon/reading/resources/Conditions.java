package org.karyon.reading.resources;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Extension;
import org.karyon.facts.Evidence;
import org.karyon.facts.RecordedDate;

/**
 * What the status of a Condition means (Condition.clinicalStatus, Condition.verificationStatus).
 */
public final class Conditions {

  private static final Set<String> DENIED = Set.of("refuted", "entered-in-error");
  private static final Set<String> SUSPECTED = Set.of("unconfirmed", "provisional", "differential");
  private static final Set<String> OVER = Set.of("inactive", "resolved");

  /** The German certainty of an outpatient diagnosis: A excluded, V suspected, Z status after. */
  private static final String CERTAINTY =
      "http://fhir.de/StructureDefinition/icd-10-gm-diagnosesicherheit";

  private Conditions() {}

  public static boolean isDenied(Condition condition) {
    return has(condition.getVerificationStatus(), DENIED) || hasCertainty(condition, "A");
  }

  public static boolean isSuspected(Condition condition) {
    return has(condition.getVerificationStatus(), SUSPECTED) || hasCertainty(condition, "V");
  }

  /** Remission and relapse are stages of a current disease; only inactive and resolved end it. */
  public static boolean isCurrent(Condition condition) {
    return !has(condition.getClinicalStatus(), OVER) && !hasCertainty(condition, "Z");
  }

  private static boolean hasCertainty(Condition condition, String certainty) {
    return condition.getCode().getCoding().stream()
        .flatMap(coding -> coding.getExtensionsByUrl(CERTAINTY).stream())
        .map(Extension::getValue)
        .anyMatch(value -> value instanceof Coding coding && certainty.equals(coding.getCode()));
  }

  public static boolean hasClinicalStatus(Condition condition, Set<String> codes) {
    return has(condition.getClinicalStatus(), codes);
  }

  private static boolean has(CodeableConcept status, Set<String> codes) {
    return status.getCoding().stream()
        .anyMatch(coding -> coding.hasCode() && codes.contains(coding.getCode()));
  }

  public static Optional<RecordedDate> onset(Condition condition) {
    return Dates.of(condition.getOnset()).or(() -> recorded(condition));
  }

  public static Optional<RecordedDate> recorded(Condition condition) {
    return Dates.moment(condition.getRecordedDateElement());
  }

  public static Evidence evidence(Condition condition) {
    List<String> status =
        condition.getClinicalStatus().getCoding().stream()
            .filter(Coding::hasCode)
            .map(Coding::getCode)
            .toList();
    return new Evidence(
        "Condition/" + condition.getIdElement().getIdPart(),
        "Diagnosis",
        Codings.words(condition.getCode())
            + (status.isEmpty() ? "" : " (" + String.join(", ", status) + ")"),
        onset(condition));
  }
}
