package org.karyon.chart;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Counts tokens, and hands out a number that is too long or has too large a power of ten as an
 * {@link UnreadNumber}. Jackson builds numbers when they are asked for, so that of such a one
 * nothing is ever built.
 */
final class LimitedParser extends JsonParserDelegate {

  private final ReadLimits limits;
  private int tokens;
  private int containers;
  private boolean unread;

  LimitedParser(JsonParser parser, ReadLimits limits) {
    super(parser);
    this.limits = limits;
  }

  @Override
  public @Nullable JsonToken nextToken() {
    JsonToken token = delegate.nextToken();
    unread = false;
    if (token == null) {
      return null;
    }
    tokens++;
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      containers++;
    }
    if (tokens > limits.mostTokens() || containers > limits.mostContainers()) {
      throw new TooManyValues();
    }
    unread = token.isNumeric() && !isReadable();
    return unread ? JsonToken.VALUE_EMBEDDED_OBJECT : token;
  }

  /** A power of ten is written last, after e or E, with or without a sign. */
  private boolean isReadable() {
    int length = delegate.getStringLength();
    if (length > limits.longestNumber()) {
      return false;
    }
    char[] number = delegate.getStringCharacters();
    int begin = delegate.getStringOffset();
    for (int at = begin; at < begin + length; at++) {
      if (number[at] == 'e' || number[at] == 'E') {
        return isReadable(number, at + 1, begin + length);
      }
    }
    return true;
  }

  private boolean isReadable(char[] number, int begin, int end) {
    int power = 0;
    for (int at = begin; at < end; at++) {
      int digit = number[at] - '0';
      if (digit >= 0 && digit <= 9) {
        power = Math.min(power * 10 + digit, limits.largestExponent() + 1);
      }
    }
    return power <= limits.largestExponent();
  }

  @Override
  public @Nullable JsonToken nextValue() {
    JsonToken token = nextToken();
    return token == JsonToken.PROPERTY_NAME ? nextToken() : token;
  }

  @Override
  public @Nullable String nextName() {
    return nextToken() == JsonToken.PROPERTY_NAME ? delegate.currentName() : null;
  }

  @Override
  public boolean nextName(SerializableString name) {
    return name.getValue().equals(nextName());
  }

  @Override
  public int nextNameMatch(PropertyNameMatcher matcher) {
    String name = nextName();
    if (name != null) {
      return matcher.matchName(name);
    }
    return hasToken(JsonToken.END_OBJECT)
        ? PropertyNameMatcher.MATCH_END_OBJECT
        : PropertyNameMatcher.MATCH_ODD_TOKEN;
  }

  @Override
  public JsonParser skipChildren() {
    int depth = 0;
    JsonToken token = currentToken();
    while (token != null) {
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth <= 0) {
        return this;
      }
      token = nextToken();
    }
    return this;
  }

  @Override
  public @Nullable JsonToken currentToken() {
    return unread ? JsonToken.VALUE_EMBEDDED_OBJECT : delegate.currentToken();
  }

  @Override
  public int currentTokenId() {
    return unread ? JsonToken.VALUE_EMBEDDED_OBJECT.id() : delegate.currentTokenId();
  }

  @Override
  public boolean hasTokenId(int id) {
    return currentTokenId() == id;
  }

  @Override
  public boolean hasToken(JsonToken token) {
    return currentToken() == token;
  }

  @Override
  public boolean isExpectedNumberIntToken() {
    return hasToken(JsonToken.VALUE_NUMBER_INT);
  }

  @Override
  public @Nullable Object getEmbeddedObject() {
    return unread ? UnreadNumber.TOO_LARGE : delegate.getEmbeddedObject();
  }
}
