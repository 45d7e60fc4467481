package org.karyon.hooks;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses a request body once, within limits, and says where it is malformed without repeating it.
 */
final class JsonBody {

  private static final int DEEPEST = 100;
  private static final int LONGEST_STRING = 1_000_000;

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_STRING)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // A dose of 0.10 must not come back as 0.1.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final int mostBytes;

  JsonBody(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  JsonNode object(byte[] body) {
    if (body.length > mostBytes) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-long",
          "",
          "The request body is larger than %d bytes; send fewer resources.".formatted(mostBytes));
    }
    JsonNode node = parse(body);
    if (!node.isObject()) {
      throw Refusal.malformed("", "The request body must be a JSON object.");
    }
    return node;
  }

  private JsonNode parse(byte[] body) {
    if (body.length == 0) {
      throw Refusal.required("", "The request body is empty; send a CDS Hooks request as JSON.");
    }
    try {
      // Strict, because a replaced character in a karyotype or a name would go unnoticed.
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return json.readTree(body);
    } catch (CharacterCodingException invalid) {
      throw Refusal.malformed("", "The request body is not valid UTF-8.");
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
