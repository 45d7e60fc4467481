package org.karyon.reading.resources;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Coding;
import org.karyon.chart.resource.Condition;
import org.karyon.facts.Evidence;
import org.karyon.facts.RecordedDate;
import org.karyon.reading.words.Words;

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
    return has(condition.verificationStatus(), DENIED) || hasCertainty(condition, "A");
  }

  public static boolean isSuspected(Condition condition) {
    return has(condition.verificationStatus(), SUSPECTED)
        || hasCertainty(condition, "V")
        || Words.isQuestioned(Codings.allWords(condition.code()));
  }

  /** Remission and relapse are stages of a current disease; only inactive and resolved end it. */
  public static boolean isCurrent(Condition condition) {
    return !has(condition.clinicalStatus(), OVER) && !hasCertainty(condition, "Z");
  }

  private static boolean hasCertainty(Condition condition, String certainty) {
    return condition.code().codings().stream()
        .anyMatch(coding -> certainty.equals(coding.qualifiers().get(CERTAINTY)));
  }

  public static boolean hasClinicalStatus(Condition condition, Set<String> codes) {
    return has(condition.clinicalStatus(), codes);
  }

  private static boolean has(CodeableConcept status, Set<String> codes) {
    return status.codings().stream()
        .anyMatch(coding -> coding.hasCode() && codes.contains(coding.code()));
  }

  public static Optional<RecordedDate> onset(Condition condition) {
    return condition.onset().or(() -> recorded(condition));
  }

  public static Optional<RecordedDate> recorded(Condition condition) {
    return condition.recordedDate();
  }

  public static Evidence evidence(Condition condition) {
    List<String> status =
        condition.clinicalStatus().codings().stream()
            .filter(Coding::hasCode)
            .map(Coding::code)
            .toList();
    return new Evidence(
        condition.reference(),
        "Diagnosis",
        Codings.words(condition.code())
            + (status.isEmpty() ? "" : " (" + String.join(", ", status) + ")"),
        onset(condition));
  }
}
