package org.karyon.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.karyon.chart.RecordJson;
import org.karyon.chart.TooManyValues;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds the prefetch key that takes most of a request, also of one that was cut off. */
public final class LargestPart {

  /** A name that the discovery document could have; anything else is not repeated. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,40}");

  private LargestPart() {}

  /**
   * What to do about a request that is too large.
   *
   * @param json reads within the limits of records
   * @param body the beginning of the request
   * @return the end of a sentence, with the key to narrow where one is found
   */
  public static String advice(RecordJson json, byte[] body) {
    return of(json, body)
        .map(
            key ->
                "the prefetch key '%s' takes most of it: send its first page (_count=100), or leave it out where the FHIR server can be read."
                    .formatted(key))
        .orElse("send fewer resources.");
  }

  /**
   * The largest key.
   *
   * @param json reads within the limits of records
   * @param body a request, or its beginning
   * @return the name of the key; empty when none is found
   */
  private static Optional<String> of(RecordJson json, byte[] body) {
    Map<String, Long> sizes = new HashMap<>();
    try (JsonParser parser = json.parser(body, 0, body.length)) {
      measure(parser, body.length, sizes);
    } catch (JacksonException | TooManyValues cutOff) {
      // What was measured until here is what is known.
    }
    return sizes.entrySet().stream()
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .filter(name -> NAME.matcher(name).matches());
  }

  private static void measure(JsonParser parser, int length, Map<String, Long> sizes) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean prefetch = parser.currentName().equals("prefetch");
      if (parser.nextToken() == JsonToken.START_OBJECT && prefetch) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          long start = parser.currentTokenLocation().getByteOffset();
          // Taken for all that is left until its end is seen, because it may be what was cut off.
          sizes.put(name, length - start);
          parser.skipChildren();
          sizes.put(name, parser.currentLocation().getByteOffset() - start);
        }
      } else {
        parser.skipChildren();
      }
    }
  }
}
