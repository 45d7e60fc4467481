package org.karyon.chart;

import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/**
 * The tree of a hook's body in which the resources of the prefetched Bundles stand {@link Unbuilt}.
 * Every token is read, under the same limits as ever, so that what is refused of a tree is refused
 * here. Where a document is unusual, its whole tree is built.
 */
final class HookTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final RecordJson json;
  private final ObjectReader trees;
  private final byte[] document;
  private final JsonParser parser;
  private final ResourceScan scan;
  private boolean usual = true;

  HookTree(RecordJson json, ObjectReader trees, byte[] document, JsonParser parser) {
    this.json = json;
    this.trees = trees;
    this.document = document;
    this.parser = parser;
    this.scan = new ResourceScan(parser, new NumberNames(json, document));
  }

  /** The tree; empty where the document is to be read in the common way. */
  Optional<JsonNode> read() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    ObjectNode body = NODES.objectNode();
    String name;
    while ((name = parser.nextName()) != null) {
      JsonToken value = parser.nextToken();
      boolean prefetch = name.equals("prefetch") && value == JsonToken.START_OBJECT;
      put(body, name, prefetch ? prefetch() : subtree());
    }
    usual &= parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    return usual ? Optional.of(body) : Optional.empty();
  }

  /** Where a name comes twice it depends on the reader which value counts. */
  private void put(ObjectNode object, String name, JsonNode value) {
    usual &= object.replace(name, value) == null;
  }

  private JsonNode subtree() {
    return trees.readValue(parser);
  }

  private ObjectNode prefetch() {
    ObjectNode prefetch = NODES.objectNode();
    String name;
    while ((name = parser.nextName()) != null) {
      JsonToken value = parser.nextToken();
      put(prefetch, name, value == JsonToken.START_OBJECT ? part() : subtree());
    }
    return prefetch;
  }

  private ObjectNode part() {
    ObjectNode part = NODES.objectNode();
    String name;
    while ((name = parser.nextName()) != null) {
      JsonToken value = parser.nextToken();
      boolean entries = name.equals("entry") && value == JsonToken.START_ARRAY;
      put(part, name, entries ? entries() : subtree());
    }
    return part;
  }

  private ArrayNode entries() {
    ArrayNode entries = NODES.arrayNode();
    JsonToken value;
    while ((value = parser.nextToken()) != null && value != JsonToken.END_ARRAY) {
      entries.add(value == JsonToken.START_OBJECT ? entry() : subtree());
    }
    return entries;
  }

  private JsonNode entry() {
    int from = begin();
    Optional<Unbuilt> resource = Optional.empty();
    int resources = 0;
    String name;
    while ((name = parser.nextName()) != null) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "resource" -> {
          resources++;
          resource = value == JsonToken.START_OBJECT ? resource() : none();
        }
        case "fullUrl" -> address(value);
        default -> parser.skipChildren();
      }
    }
    if (resources == 1 && resource.isPresent()) {
      return new POJONode(resource.get());
    }
    return usual ? json.read(document, from, end() - from) : NODES.objectNode();
  }

  private Optional<Unbuilt> none() {
    parser.skipChildren();
    return Optional.empty();
  }

  /** An address by which resources name each other inside the Bundle changes what they say. */
  private void address(JsonToken value) {
    usual &= value == JsonToken.VALUE_STRING && !parser.getString().strip().startsWith("urn:");
    parser.skipChildren();
  }

  private Optional<Unbuilt> resource() {
    int from = begin();
    scan.read();
    int length = end() - from;
    // In another encoding than UTF-8 places are not counted in bytes.
    usual &= from >= 0 && document[from] == '{' && document[from + length - 1] == '}';
    return usual && scan.isUsual() && length <= json.limits().longestString()
        ? Optional.of(
            new Unbuilt(
                json, document, from, length, scan.type(), scan.id(), scan.updated(), scan.plain()))
        : Optional.empty();
  }

  private int begin() {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  private int end() {
    return (int) parser.currentLocation().getByteOffset();
  }
}
