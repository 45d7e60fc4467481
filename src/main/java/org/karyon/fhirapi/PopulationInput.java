package org.karyon.fhirapi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import tools.jackson.databind.JsonNode;

/**
 * What {@code $assess-population} is asked.
 *
 * @param fhirServer which of the operator's servers; empty to mean the only one
 * @param export which export, relative to the server
 * @param asOf the day on which the records are judged
 */
record PopulationInput(Optional<String> fhirServer, String export, Optional<LocalDate> asOf) {

  static PopulationInput of(JsonNode body, Set<String> declared, boolean lenient) {
    if (!body.path("resourceType").asString("").equals("Parameters")) {
      throw FhirFailures.invalid(
          IssueType.STRUCTURE,
          "",
          "Send Parameters, which may be empty: {\"resourceType\":\"Parameters\"}.");
    }
    if (!lenient) {
      List<String> names = new ArrayList<>();
      body.path("parameter").forEach(p -> names.add(p.path("name").asString("")));
      DeclaredParameters.refuse(names, declared, "this operation");
    }
    return new PopulationInput(
        OperationInput.text(body, "fhirServer"),
        OperationInput.text(body, "group")
            .map(group -> "Group/" + OperationInput.id(group, "Group", "group") + "/$export")
            .orElse("Patient/$export"),
        OperationInput.text(body, "as-of").map(OperationInput::day));
  }
}
