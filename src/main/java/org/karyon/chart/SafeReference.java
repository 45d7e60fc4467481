package org.karyon.chart;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Names a resource without repeating anything else of it; an id that is not a FHIR id is not
 * repeated either.
 */
final class SafeReference {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  private SafeReference() {}

  static String of(JsonNode resource) {
    String type = resource.path("resourceType").asString("Resource");
    String id = resource.path("id").asString("");
    return ID.matcher(id).matches() ? type + '/' + id : type + " without an id";
  }
}
