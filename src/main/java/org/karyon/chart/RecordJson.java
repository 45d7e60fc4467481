package org.karyon.chart;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that comes from outside, within limits of depth and length. */
public final class RecordJson {

  private final JsonMapper json;

  /**
   * Sets the limits.
   *
   * @param deepestNesting how deep objects and arrays may lie in each other
   * @param longestString how many characters one text may have
   */
  public RecordJson(int deepestNesting, int longestString) {
    this.json =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(deepestNesting)
                            .maxStringLength(longestString)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A dose of 0.10 must not come back as 0.1.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
  }

  /**
   * Reads a document.
   *
   * @param document the bytes, UTF-8
   * @return the document as a tree
   * @throws tools.jackson.core.JacksonException when it is malformed or beyond a limit
   */
  public JsonNode read(byte[] document) {
    return json.readTree(document);
  }
}
