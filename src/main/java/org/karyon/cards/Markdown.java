package org.karyon.cards;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes GitHub-flavoured Markdown without HTML; text from the record only enters through {@link
 * #text}.
 */
final class Markdown {

  private static final String SPECIAL = "\\`*_{}[]()<>#|~!&";
  private static final int LONGEST_TEXT = 300;

  private final List<String> blocks = new ArrayList<>();

  /**
   * Text from the record: every character with a meaning in Markdown is escaped, line breaks become
   * blanks.
   */
  static String text(String raw) {
    String line = raw.replaceAll("\\p{Cntrl}+", " ").strip();
    String shown = line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) + "\u2026" : line;
    StringBuilder escaped = new StringBuilder();
    for (int index = 0; index < shown.length(); index++) {
      char character = shown.charAt(index);
      if (SPECIAL.indexOf(character) >= 0) {
        escaped.append('\\');
      }
      escaped.append(character);
    }
    // An address in the record must not become a link on a clinical card.
    return escaped
        .toString()
        .replace("://", ":\\/\\/")
        .replaceAll("(?i)(www)\\.", "$1\\\\.")
        .replace("@", "\\@");
  }

  Markdown paragraph(String markdown) {
    if (!markdown.isBlank()) {
      blocks.add(markdown);
    }
    return this;
  }

  Markdown list(String title, List<String> items) {
    if (!items.isEmpty()) {
      blocks.add("**" + title + "**");
      blocks.add("- " + String.join("\n- ", items));
    }
    return this;
  }

  Markdown table(List<String> header, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      List<String> lines = new ArrayList<>();
      lines.add(row(header));
      lines.add(row(header.stream().map(unused -> "---").toList()));
      rows.forEach(cells -> lines.add(row(cells)));
      blocks.add(String.join("\n", lines));
    }
    return this;
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  String render() {
    return String.join("\n\n", blocks);
  }
}
