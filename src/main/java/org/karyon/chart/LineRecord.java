package org.karyon.chart;

import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/**
 * A record that comes as one resource a line, each within the limits of a document. Like the
 * resources of a hook, most of its lines are not built before a reader wants them, and most never.
 */
public final class LineRecord {

  private final RecordJson json;
  private final NumberNames names;
  private final ObjectNode bundle = JsonNodeFactory.instance.objectNode();
  private final ArrayNode entries;

  /**
   * Begins a record.
   *
   * @param json reads lines within limits
   */
  public LineRecord(RecordJson json) {
    this.json = json;
    this.names = new NumberNames(json, new byte[0]);
    this.entries = bundle.put("resourceType", "Bundle").putArray("entry");
  }

  /**
   * Takes a line.
   *
   * @param line a resource, UTF-8; it must not change as long as the record is used
   * @throws TooManyValues when it has more values than are read
   * @throws tools.jackson.core.JacksonException when it is malformed or beyond another limit
   */
  public void add(byte[] line) {
    Optional<Unbuilt> unbuilt = unbuilt(line);
    if (unbuilt.isPresent()) {
      entries.add(new POJONode(unbuilt.get()));
    } else {
      add(json.read(line));
    }
  }

  /**
   * Takes a resource.
   *
   * @param resource its tree
   */
  public void add(JsonNode resource) {
    entries.addObject().set("resource", resource);
  }

  private Optional<Unbuilt> unbuilt(byte[] line) {
    if (line.length == 0 || line[0] != '{' || line.length > json.limits().longestString()) {
      return Optional.empty();
    }
    try (JsonParser parser = json.parser(line, 0, line.length)) {
      names.turnTo(line);
      ResourceScan scan = new ResourceScan(parser, names);
      parser.nextToken();
      scan.read();
      boolean alone = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
      return alone && scan.isUsual()
          ? Optional.of(
              new Unbuilt(
                  json, line, 0, line.length, scan.type(), scan.id(), scan.updated(), scan.plain()))
          : Optional.empty();
    }
  }

  /** The record as a Bundle, to be taken as a {@link SentRecord}. */
  public JsonNode bundle() {
    return bundle;
  }
}
