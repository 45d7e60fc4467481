package org.karyon.cards;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text of the record as a person may see it on one line: without line breaks, without characters
 * that are invisible or turn the direction of writing, and without towers of accents.
 */
final class PlainText {

  private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Z}]+");
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164"
              + "\\uFE00-\\uFE0F\\uFFA0\\uFFFC\\x{E0100}-\\x{E01EF}]");
  private static final Pattern ACCENTS = Pattern.compile("(\\p{M}{2})\\p{M}+");
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");
  private static final Pattern LINK = Pattern.compile("\\](?=[(\\[])");
  private static final Pattern WEB = Pattern.compile("(?i)\\bwww\\.");

  private PlainText() {}

  static String of(String raw) {
    if (isPlain(raw)) {
      return raw.contains("  ") ? SPACES.matcher(raw).replaceAll(" ").strip() : raw.strip();
    }
    String visible = INVISIBLE.matcher(BLANKS.matcher(raw).replaceAll(" ")).replaceAll("");
    return SPACES.matcher(ACCENTS.matcher(visible).replaceAll("$1")).replaceAll(" ").strip();
  }

  /** Most texts are: then only the blanks are to be looked at. */
  private static boolean isPlain(String raw) {
    for (int at = 0; at < raw.length(); at++) {
      char character = raw.charAt(at);
      if (character < ' ' || character > '~') {
        return false;
      }
    }
    return true;
  }

  /**
   * The same with tags and addresses broken by a blank, so that also a client that reads more than
   * Markdown finds neither HTML nor a link in it.
   */
  static String harmless(String raw) {
    String plain = of(raw);
    String untagged = plain.indexOf('<') < 0 ? plain : TAG.matcher(plain).replaceAll("< ");
    String unlinked =
        untagged.indexOf(']') < 0 ? untagged : LINK.matcher(untagged).replaceAll("] ");
    String without = unlinked.replace("://", ": //");
    boolean web = without.indexOf('.') >= 0 && without.toLowerCase(Locale.ROOT).contains("www.");
    return web ? WEB.matcher(without).replaceAll("www .") : without;
  }

  /** The same, cut where it is longer; never inside a character. */
  static String of(String raw, int longest) {
    return cut(of(raw), longest);
  }

  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).strip() + "\u2026";
  }
}
