package org.karyon.chart;

import java.util.Optional;
import org.karyon.chart.resource.PlainNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/**
 * Stands in the tree of a request for a resource of which only the place, the kind and the id are
 * known. Its tree is built when it is read; most are never read.
 */
final class Unbuilt {

  private final RecordJson json;
  private final byte[] document;
  private final int from;
  private final int length;
  private final String type;
  private final String id;
  private final String updated;
  private final Optional<PlainNumber> plain;

  /**
   * A resource that waits in its document.
   *
   * @param json reads the tree
   * @param document the request
   * @param from the first byte of the resource
   * @param length how many bytes it has
   * @param type its kind
   * @param id its id, which is one of FHIR's form
   * @param updated when it was last changed, as it was sent; empty when it was not
   * @param plain what it says, where it is nothing but a number
   */
  Unbuilt(
      RecordJson json,
      byte[] document,
      int from,
      int length,
      String type,
      String id,
      String updated,
      Optional<PlainNumber> plain) {
    this.json = json;
    this.document = document;
    this.from = from;
    this.length = length;
    this.type = type;
    this.id = id;
    this.updated = updated;
    this.plain = plain;
  }

  /** The one that stands in a tree; empty where the tree goes on. */
  static Optional<Unbuilt> in(JsonNode node) {
    return node instanceof POJONode leaf && leaf.getPojo() instanceof Unbuilt unbuilt
        ? Optional.of(unbuilt)
        : Optional.empty();
  }

  /** The kind of a resource, built or not; empty when it names none. */
  static String type(JsonNode resource) {
    return in(resource)
        .map(Unbuilt::type)
        .orElseGet(() -> resource.path("resourceType").asString(""));
  }

  /** The resource, built if it was not. */
  static JsonNode built(JsonNode resource) {
    return in(resource).map(Unbuilt::tree).orElse(resource);
  }

  /**
   * The resource.
   *
   * @throws tools.jackson.core.JacksonException when an object in it has a name twice
   */
  JsonNode tree() {
    return json.read(document, from, length);
  }

  int length() {
    return length;
  }

  String type() {
    return type;
  }

  String updated() {
    return updated;
  }

  Optional<PlainNumber> plain() {
    return plain;
  }

  String reference() {
    return type + '/' + id;
  }
}
