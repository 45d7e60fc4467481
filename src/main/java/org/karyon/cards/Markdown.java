package org.karyon.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes GitHub-flavoured Markdown that reads well raw, too: bullets and paragraphs, no tables, no
 * HTML. Text of the record enters through {@link #text}, {@link #code} and {@link #quote} alone.
 */
final class Markdown {

  private static final int LONGEST_TEXT = 160;
  static final int LONGEST_SENTENCE = 400;

  /** What would be read as more than text even where it is escaped: addresses, entities, code. */
  private static final Pattern ONLY_AS_CODE =
      Pattern.compile("[`\\\\~&@]|\\b(?:mailto|xmpp|javascript|data):", Pattern.CASE_INSENSITIVE);

  private static final Pattern SPECIAL = Pattern.compile("[*_|\\[<>]");
  private static final Pattern TICKS = Pattern.compile("`+");
  private static final Pattern MARKER = Pattern.compile("^(?:(?=[#+-])|(\\d{1,9})(?=[.)]))");

  private final List<String> blocks = new ArrayList<>();
  private final List<String> bullets = new ArrayList<>();

  /** Words of the record inside a sentence: escaped where Markdown would read them otherwise. */
  static String text(String raw) {
    return text(raw, LONGEST_TEXT);
  }

  /** Whether a text holds none of the signs by which anything but plain words begins. */
  private static boolean isWords(String line) {
    for (int at = 0; at < line.length(); at++) {
      if ("`\\~&@:*_|[<>".indexOf(line.charAt(at)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** The same of a sentence that may be longer. */
  static String text(String raw, int longest) {
    String line = PlainText.cut(PlainText.harmless(raw), longest);
    if (isWords(line)) {
      return line;
    }
    return ONLY_AS_CODE.matcher(line).find()
        ? fenced(line)
        : SPECIAL.matcher(line).replaceAll("\\\\$0");
  }

  /** A value of the record, letter by letter; nothing inside backticks has a meaning. */
  static String code(String raw) {
    return fenced(PlainText.cut(PlainText.harmless(raw), LONGEST_TEXT));
  }

  /** Words of a report. */
  static String quote(String raw) {
    return "\u201c" + text(raw) + "\u201d";
  }

  private static String fenced(String line) {
    if (line.isEmpty()) {
      return "";
    }
    int longest =
        line.indexOf('`') < 0
            ? 0
            : TICKS.matcher(line).results().mapToInt(run -> run.group().length()).max().orElse(0);
    String fence = "`".repeat(longest + 1);
    String gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + gap + line + gap + fence;
  }

  Markdown paragraph(String markdown) {
    if (!markdown.isBlank()) {
      close();
      blocks.add(safe(markdown));
    }
    return this;
  }

  /** One line of the list that is being written. */
  Markdown bullet(String markdown) {
    if (!markdown.isBlank()) {
      bullets.add("- " + safe(markdown));
    }
    return this;
  }

  Markdown bullets(List<String> items) {
    items.forEach(this::bullet);
    return this;
  }

  Markdown list(String title, List<String> items) {
    if (!items.isEmpty()) {
      paragraph("**" + title + "**");
      bullets(items);
      close();
    }
    return this;
  }

  /** A line that begins like a heading or a list is neither. */
  private static String safe(String markdown) {
    Matcher marker = MARKER.matcher(markdown);
    return marker.lookingAt()
        ? markdown.substring(0, marker.end()) + '\\' + markdown.substring(marker.end())
        : markdown;
  }

  private void close() {
    if (!bullets.isEmpty()) {
      blocks.add(String.join("\n", bullets));
      bullets.clear();
    }
  }

  String render() {
    close();
    return String.join("\n\n", blocks);
  }
}
