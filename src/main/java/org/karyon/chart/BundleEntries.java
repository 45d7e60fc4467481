package org.karyon.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The resources of a Bundle, with the addresses by which they name each other inside it. Entries
 * may be known by {@code fullUrl} alone ({@code urn:uuid:…}, FHIR R4, Bundle, Resolving
 * references); such an address becomes the id of a resource that has none, and what points to it
 * then points there.
 */
final class BundleEntries {

  private static final String URN = "urn:";

  private BundleEntries() {}

  /**
   * The resources.
   *
   * @param bundle a Bundle; some clients send the only entry without a list
   * @return its resources, in their order; those that are untouched are the same objects
   */
  static List<JsonNode> of(JsonNode bundle) {
    JsonNode entries = bundle.path("entry");
    List<JsonNode> resources = new ArrayList<>();
    Map<String, String> byAddress = new HashMap<>();
    for (JsonNode entry : entries.isObject() ? List.of(entries) : entries) {
      JsonNode resource = entry.path("resource");
      if (Unbuilt.in(entry).isPresent()) {
        resources.add(entry);
      } else if (resource.isObject()) {
        resources.add(identified((ObjectNode) resource, entry.path("fullUrl"), byAddress));
      }
    }
    return byAddress.isEmpty()
        ? resources
        : resources.stream().map(resource -> pointing(resource, byAddress)).toList();
  }

  private static JsonNode identified(
      ObjectNode resource, JsonNode fullUrl, Map<String, String> byAddress) {
    String address = fullUrl.isString() ? fullUrl.asString().strip() : "";
    String type = resource.path("resourceType").asString("");
    if (!address.startsWith(URN) || type.isEmpty()) {
      return resource;
    }
    String id = resource.path("id").asString("");
    if (!id.isBlank()) {
      byAddress.put(address, type + '/' + id);
      return resource;
    }
    String given = address.substring(address.lastIndexOf(':') + 1);
    byAddress.put(address, type + '/' + given);
    ObjectNode named = resource.objectNode();
    named.setAll(resource);
    return named.put("id", given);
  }

  /** A copy that names the addressed resources by type and id; the same where it names none. */
  @SuppressWarnings("ReferenceEquality") // An unchanged value is the very same, and is not copied.
  private static JsonNode pointing(JsonNode node, Map<String, String> byAddress) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = null;
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        JsonNode value = member.getValue();
        JsonNode changed =
            member.getKey().equals("reference") && value.isString()
                ? addressed(value, byAddress)
                : pointing(value, byAddress);
        if (changed != value) {
          copy = copy == null ? object.objectNode().setAll(object) : copy;
          copy.set(member.getKey(), changed);
        }
      }
      return copy == null ? object : copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode(array.size());
      boolean differs = false;
      for (JsonNode value : array) {
        JsonNode changed = pointing(value, byAddress);
        differs |= changed != value;
        copy.add(changed);
      }
      return differs ? copy : array;
    }
    return node;
  }

  private static JsonNode addressed(JsonNode reference, Map<String, String> byAddress) {
    String known = byAddress.get(reference.asString());
    return known == null ? reference : StringNode.valueOf(known);
  }
}
