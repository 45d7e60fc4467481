package org.karyon.web;

import java.util.function.Function;
import org.karyon.chart.RecordJson;
import org.karyon.chart.TooManyValues;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Parses a request body once, within limits, and says where it is malformed without repeating it.
 */
public final class JsonBody {

  private final RecordJson json;
  private final int mostBytes;

  public JsonBody(RecordJson json, int mostBytes) {
    this.json = json;
    this.mostBytes = mostBytes;
  }

  public JsonNode object(byte[] body) {
    return object(body, json::read);
  }

  /** The body of a hook, of whose record as little is built as can be. */
  public JsonNode hook(byte[] body) {
    return object(body, json::readHook);
  }

  private JsonNode object(byte[] body, Function<byte[], JsonNode> read) {
    if (body.length > mostBytes) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-long",
          "",
          "The request body is larger than %d bytes; send fewer resources.".formatted(mostBytes));
    }
    JsonNode node = parse(body, read);
    if (!node.isObject()) {
      throw Refusal.malformed("", "The request body must be a JSON object.");
    }
    return node;
  }

  /** The same for a list. */
  public JsonNode array(byte[] body) {
    JsonNode node = parse(body, json::read);
    if (!node.isArray()) {
      throw Refusal.malformed("", "A JSON array is expected.");
    }
    return node;
  }

  private static JsonNode parse(byte[] body, Function<byte[], JsonNode> read) {
    if (body.length == 0) {
      throw Refusal.required("", "The request body is empty; send a CDS Hooks request as JSON.");
    }
    try {
      if (!RecordJson.isUtf8(body)) {
        // Strict, because a replaced character in a karyotype or a name would go unnoticed.
        throw Refusal.malformed("", "The request body is not valid UTF-8.");
      }
      return read.apply(body);
    } catch (TooManyValues tooMany) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-costly",
          "",
          "The request body has more values than are read of one; send fewer resources.");
    } catch (JacksonException invalid) {
      throw Refusal.malformed("", "The request body is not valid JSON" + place(invalid) + ".");
    }
  }

  private static String place(JacksonException invalid) {
    return invalid.getLocation() == null || invalid.getLocation().getLineNr() < 1
        ? ""
        : " (line %d, column %d)"
            .formatted(invalid.getLocation().getLineNr(), invalid.getLocation().getColumnNr());
  }
}
