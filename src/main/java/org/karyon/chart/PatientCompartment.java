package org.karyon.chart;

import tools.jackson.databind.JsonNode;

/** Whether a resource is about the patient asked for. */
final class PatientCompartment {

  private PatientCompartment() {}

  /**
   * A resource that names no patient, or only a reference inside its bundle, came with this
   * patient's record and is kept.
   */
  static boolean holds(JsonNode resource, String patientId) {
    JsonNode subject = resource.has("subject") ? resource.get("subject") : resource.path("patient");
    String reference = subject.path("reference").asString("");
    int at = reference.indexOf("Patient/");
    if (at < 0) {
      return true;
    }
    String id = reference.substring(at + "Patient/".length());
    int end = id.indexOf('/');
    return (end < 0 ? id : id.substring(0, end)).equals(patientId);
  }
}
