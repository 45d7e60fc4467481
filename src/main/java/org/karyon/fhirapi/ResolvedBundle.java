package org.karyon.fhirapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A record as it was sent, put into one form: parts under keys stand beside the rest, and a
 * resource that is named only by its {@code urn:uuid} has that as its id, also where others refer
 * to it (FHIR R4, Bundle, resolving references).
 */
final class ResolvedBundle {

  private static final String URN = "urn:uuid:";

  private ResolvedBundle() {}

  static JsonNode of(JsonNode bundle) {
    return of(bundle, List.of());
  }

  static JsonNode of(JsonNode bundle, List<JsonNode> parts) {
    Map<String, String> names = new HashMap<>();
    name(bundle, names);
    parts.forEach(part -> name(part, names));
    if (names.isEmpty() && parts.isEmpty()) {
      return bundle;
    }
    ObjectNode whole =
        bundle instanceof ObjectNode sent && sent.has("resourceType")
            ? sent.deepCopy()
            : JsonNodeFactory.instance.objectNode().put("resourceType", "Bundle");
    ArrayNode entries =
        whole.path("entry") instanceof ArrayNode sent ? sent : whole.putArray("entry");
    for (JsonNode part : parts) {
      entries.addObject().set("resource", part.deepCopy());
    }
    named(whole, names);
    return whole;
  }

  /** The name by which others refer to each resource that has no id of its own. */
  private static void name(JsonNode bundle, Map<String, String> names) {
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode resource = entry.path("resource");
      String url = entry.path("fullUrl").asString("");
      String type = resource.path("resourceType").asString("");
      if (url.startsWith(URN) && !type.isEmpty()) {
        String own = resource.path("id").asString("");
        names.put(url, type + '/' + (own.isEmpty() ? url.substring(URN.length()) : own));
      }
      name(resource, names);
    }
  }

  private static void named(JsonNode node, Map<String, String> names) {
    if (node instanceof ObjectNode object) {
      String name = names.get(object.path("fullUrl").asString(""));
      if (name != null
          && object.path("resource") instanceof ObjectNode resource
          && !resource.has("id")) {
        resource.put("id", name.substring(name.indexOf('/') + 1));
      }
      String referred = names.get(object.path("reference").asString(""));
      if (referred != null) {
        object.set("reference", StringNode.valueOf(referred));
      }
    }
    node.forEach(child -> named(child, names));
  }
}
