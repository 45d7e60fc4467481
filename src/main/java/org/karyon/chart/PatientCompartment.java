package org.karyon.chart;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether a resource is about the patient asked for. The list of forms is closed: what does not
 * name this patient in a form that is understood is left out and named.
 */
enum PatientCompartment {
  /** It names the patient, or may say nothing and says nothing. */
  HOLDS("", false),
  /** It names another patient. */
  ANOTHER("This resource belongs to another patient and was left out.", false),
  /** It names somebody in a form by which nobody is known here. */
  NOT_KNOWN(
      "This resource names its subject in a form by which it cannot be known as this patient, and"
          + " was left out; what it says is unknown.",
      true),
  /** It names nobody, although FHIR demands it. */
  NOT_NAMED(
      "This resource names no patient, which FHIR demands of it, and was left out; what it says is"
          + " unknown.",
      true);

  /** The kinds whose subject is required (FHIR R4, 1..1). */
  private static final Set<String> SUBJECT_REQUIRED =
      Set.of(
          "Condition",
          "MedicationRequest",
          "MedicationStatement",
          "MedicationAdministration",
          "Procedure",
          "ServiceRequest",
          "CarePlan");

  private final String message;
  private final boolean unknown;

  PatientCompartment(String message, boolean unknown) {
    this.message = message;
    this.unknown = unknown;
  }

  /** Why the resource was left out. */
  String message() {
    return message;
  }

  /** Whether the silence of what was left out means nothing. */
  boolean isUnknown() {
    return unknown;
  }

  /**
   * Judges a resource of the record.
   *
   * @param resource the resource
   * @param subject the patient asked for
   * @return whose it is; what names nobody and need not came with this patient's record
   */
  static PatientCompartment of(JsonNode resource, Subject subject) {
    PatientCompartment whose = ofDraft(resource, subject);
    boolean demanded = SUBJECT_REQUIRED.contains(resource.path("resourceType").asString(""));
    return whose == HOLDS && demanded && isSilent(named(resource)) ? NOT_NAMED : whose;
  }

  /**
   * Judges a draft on the patient's screen, which need not name the patient yet.
   *
   * @param resource the draft
   * @param subject the patient asked for
   * @return whose it is
   */
  static PatientCompartment ofDraft(JsonNode resource, Subject subject) {
    JsonNode named = named(resource);
    if (isSilent(named)) {
      return HOLDS;
    }
    JsonNode reference = named.path("reference");
    if (!reference.isString()) {
      return NOT_KNOWN;
    }
    if (subject.isNamedBy(reference.asString())) {
      return HOLDS;
    }
    return Subject.isRelative(reference.asString()) ? ANOTHER : NOT_KNOWN;
  }

  private static boolean isSilent(JsonNode named) {
    return named.isMissingNode() || named.isNull() || (named.isObject() && named.isEmpty());
  }

  private static JsonNode named(JsonNode resource) {
    return resource.has("subject") ? resource.path("subject") : resource.path("patient");
  }
}
