package org.karyon.fhirapi;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import tools.jackson.databind.JsonNode;

/** A parameter has one value (FHIR R4, Parameters, inv-1); of several none is chosen. */
final class OneValue {

  private OneValue() {}

  /**
   * Refuses a parameter with several values.
   *
   * @param body what was sent; only Parameters are looked at
   */
  static void check(JsonNode body) {
    if (body.path("resourceType").asString("").equals("Parameters")) {
      body.path("parameter").forEach(OneValue::one);
    }
  }

  private static void one(JsonNode parameter) {
    long values =
        parameter
            .propertyStream()
            .map(property -> property.getKey())
            .filter(
                name ->
                    name.equals("resource")
                        || name.equals("part")
                        || (name.startsWith("value") && name.length() > 5))
            .count();
    if (values > 1) {
      String name = parameter.path("name").asString("");
      throw FhirFailures.invalid(
          IssueType.INVALID, name, "The parameter '%s' has more than one value.".formatted(name));
    }
    parameter.path("part").forEach(OneValue::one);
  }
}
