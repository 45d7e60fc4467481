package org.karyon.demo;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The record of an example patient as a transaction that any FHIR server takes. The resources of
 * every example carry the same short ids; on one server they are told apart by their patient.
 */
final class ExampleRecord {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PATIENT = "Patient";

  private ExampleRecord() {}

  /**
   * The transaction; it can be sent again and again.
   *
   * @param collection the patient's resources, a Bundle
   * @return a Bundle of the type transaction, every entry a PUT
   */
  static ObjectNode transaction(String collection) {
    JsonNode bundle = JSON.readTree(collection);
    String patient = "";
    for (JsonNode entry : bundle.path("entry")) {
      if (type(entry).equals(PATIENT)) {
        patient = id(entry);
      }
    }
    Map<String, String> names = new HashMap<>();
    for (JsonNode entry : bundle.path("entry")) {
      String own = type(entry).equals(PATIENT) ? id(entry) : patient + '-' + id(entry);
      names.put(type(entry) + '/' + id(entry), type(entry) + '/' + own);
    }
    ObjectNode transaction = JSON.createObjectNode();
    transaction.put("resourceType", "Bundle").put("type", "transaction");
    ArrayNode entries = transaction.putArray("entry");
    for (JsonNode entry : bundle.path("entry")) {
      String name = names.getOrDefault(type(entry) + '/' + id(entry), "");
      if (!id(entry).isEmpty() && !name.isEmpty()) {
        ObjectNode resource = (ObjectNode) pointing(entry.path("resource"), names);
        resource.put("id", name.substring(name.indexOf('/') + 1));
        ObjectNode put = entries.addObject();
        put.put("fullUrl", "http://example.org/fhir/" + name);
        put.set("resource", resource);
        put.putObject("request").put("method", "PUT").put("url", name);
      }
    }
    return transaction;
  }

  private static String type(JsonNode entry) {
    return entry.path("resource").path("resourceType").asString("");
  }

  private static String id(JsonNode entry) {
    return entry.path("resource").path("id").asString("");
  }

  private static JsonNode pointing(JsonNode node, Map<String, String> names) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        JsonNode value = member.getValue();
        if (member.getKey().equals("reference") && value.isString()) {
          copy.put("reference", names.getOrDefault(value.asString(), value.asString()));
        } else {
          copy.set(member.getKey(), pointing(value, names));
        }
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JSON.createArrayNode();
      array.forEach(value -> copy.add(pointing(value, names)));
      return copy;
    }
    return node;
  }
}
