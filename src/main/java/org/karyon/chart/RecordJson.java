package org.karyon.chart;

import com.google.common.base.Utf8;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON that comes from outside, within limits of depth, length, count and size of numbers.
 * Every limit holds where tokens are read, before anything is built from them.
 */
public final class RecordJson {

  private final ReadLimits limits;
  private final JsonFactory factory;
  private final ObjectReader json;
  private final ObjectReader trees;

  /**
   * Sets the limits.
   *
   * @param limits how much is read of one document
   */
  public RecordJson(ReadLimits limits) {
    this.limits = limits;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.deepestNesting())
                    .maxStringLength(limits.longestString())
                    // Judged by LimitedParser, so that a number costs no more than its resource.
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();
    this.trees =
        JsonMapper.builder(factory)
            // A dose of 0.10 must not come back as 0.1.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // Of a name that stands twice one reader takes the first value and another the last.
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
    this.json = trees.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * Whether bytes are UTF-8, as JSON and all that is read here must be (RFC 8259, 8.1). UTF-16 and
   * UTF-32 without a mark would pass for it, but for their zeros, which no JSON and no XML has.
   *
   * @param document the bytes
   * @return false where a character would have to be replaced or another encoding to be guessed
   */
  public static boolean isUtf8(byte[] document) {
    for (byte one : document) {
      if (one == 0) {
        return false;
      }
    }
    return Utf8.isWellFormed(document);
  }

  ReadLimits limits() {
    return limits;
  }

  /**
   * Reads a document. A number beyond the limits stands in the tree as an {@link UnreadNumber}.
   *
   * @param document the bytes, UTF-8
   * @return the document as a tree
   * @throws TooManyValues when it has more values than are read
   * @throws tools.jackson.core.JacksonException when it is malformed, an object has a name twice,
   *     or it is beyond another limit
   */
  public JsonNode read(byte[] document) {
    return read(document, 0, document.length);
  }

  /** The same of a part of a document that was read before. */
  JsonNode read(byte[] document, int from, int length) {
    try (JsonParser parser = parser(document, from, length)) {
      return json.readValue(parser);
    }
  }

  /**
   * Reads the body of a hook: the same tree, but that resources of prefetched Bundles may be built
   * when they are read, and not before.
   *
   * @param body the bytes, UTF-8; they must not change as long as the tree is used
   * @return the body as a tree, to be opened as a {@link Chart}
   * @throws TooManyValues when it has more values than are read
   * @throws tools.jackson.core.JacksonException when it is malformed or beyond another limit
   */
  public JsonNode readHook(byte[] body) {
    try (JsonParser parser = parser(body, 0, body.length)) {
      Optional<JsonNode> tree = new HookTree(this, trees, body, parser).read();
      if (tree.isPresent()) {
        return tree.get();
      }
    }
    return read(body);
  }

  /**
   * The tokens of a part of a document, under the same limits: a number beyond them is the token
   * {@code VALUE_EMBEDDED_OBJECT} with an {@link UnreadNumber} in it.
   *
   * @param document the bytes, UTF-8
   * @param from the first byte
   * @param length how many bytes
   * @return the parser; it throws {@link TooManyValues} where there are more values than are read
   */
  public JsonParser parser(byte[] document, int from, int length) {
    return new LimitedParser(
        factory.createParser(ObjectReadContext.empty(), document, from, length), limits);
  }
}
