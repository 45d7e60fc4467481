package org.karyon.feedback;

import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a card came from.
 *
 * @param guidelineVersion the edition of the guideline with the fingerprint of its files
 * @param service the hook at which it was shown; empty for cards of before services were counted
 * @param kind what kind of card it is
 * @param rules the rules it rests on, the leading one first
 */
public record CardOrigin(String guidelineVersion, String service, String kind, List<String> rules) {

  private static final String SEPARATOR = ",";

  /** Copies the rules. */
  public CardOrigin {
    rules = List.copyOf(rules);
  }

  /** The rules as one text. */
  String rulesText() {
    return String.join(SEPARATOR, rules);
  }

  static List<String> rules(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(SEPARATOR, -1));
  }

  /**
   * The 32 bits by which card numbers name this origin. Two origins out of the few hundred that a
   * guideline has would share them once in some hundred thousand guidelines.
   */
  int code() {
    String said = String.join("\0", guidelineVersion, kind, rulesText());
    String text = service.isEmpty() ? said : said + '\0' + service;
    return ByteBuffer.wrap(Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes())
        .getInt();
  }
}
