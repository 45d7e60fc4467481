package org.karyon.iscn.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.karyon.iscn.report.Token;
import org.karyon.iscn.report.TokenKind;

/** Collects tokens and warnings while a text is read, so that no character is lost. */
public final class ReadingLog {

  /** The beginning of the warning for sentences beside the notation. */
  public static final String FREE_TEXT = "free text is not read";

  private static final int MOST_WARNINGS = 50;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  public ReadingLog(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  public void token(TokenKind kind, Span span) {
    if (span.end() > span.start()) {
      tokens.add(new Token(span.of(text), span.start(), span.end(), kind));
    }
  }

  public void unknown(Span span) {
    token(TokenKind.UNKNOWN, span);
    warn("not understood", span);
  }

  public void warn(String message, Span span) {
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add(message + ": \"" + abbreviated(span.of(text)) + "\" at " + span.start());
    }
  }

  public void warn(String message) {
    if (warnings.size() < MOST_WARNINGS && !warnings.contains(message)) {
      warnings.add(message);
    }
  }

  private static String abbreviated(String piece) {
    return piece.length() <= 60 ? piece : piece.substring(0, 57) + "...";
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** All tokens in order; characters between them become separators or unknown tokens. */
  public List<Token> tokens() {
    tokens.sort(Comparator.comparingInt(Token::start).thenComparingInt(Token::end));
    List<Token> covering = new ArrayList<>(tokens.size() * 2);
    int place = 0;
    for (Token token : List.copyOf(tokens)) {
      if (token.start() >= place) {
        cover(place, token.start(), covering);
        covering.add(token);
        place = token.end();
      }
    }
    cover(place, text.length(), covering);
    return List.copyOf(covering);
  }

  private void cover(int from, int to, List<Token> covering) {
    int start = from;
    while (start < to) {
      if (isBlank(text.charAt(start))) {
        start++;
        continue;
      }
      if (isWrittenLineBreak(start, to)) {
        covering.add(
            new Token(text.substring(start, start + 2), start, start + 2, TokenKind.SEPARATOR));
        start += 2;
        continue;
      }
      boolean separator = isSeparator(text.charAt(start));
      int end = start + 1;
      while (end < to && !isBlank(text.charAt(end)) && isSeparator(text.charAt(end)) == separator) {
        end++;
      }
      TokenKind kind = separator ? TokenKind.SEPARATOR : TokenKind.UNKNOWN;
      covering.add(new Token(text.substring(start, end), start, end, kind));
      if (!separator) {
        warn("not understood", new Span(start, end));
      }
      start = end;
    }
  }

  /** A line break that an export wrote as a backslash and a letter. */
  private boolean isWrittenLineBreak(int at, int to) {
    return text.charAt(at) == '\\' && at + 1 < to && "nrt".indexOf(text.charAt(at + 1)) >= 0;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static boolean isSeparator(char c) {
    return c < 0x80 ? ",/.;:()[]{}+-".indexOf(c) >= 0 : "\uFF0C\uFF0F\uFF1B\uFF0E".indexOf(c) >= 0;
  }
}
