package org.karyon.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.karyon.facts.DraftedOrder;

/**
 * A card's summary and the labels of its buttons: one plain line of at most 139 and 79 characters
 * (CDS Hooks 2.0, Card Attributes). Some clients render them as HTML, so no angle bracket of the
 * record stands in them.
 */
final class Summary {

  static final int LONGEST = 139;
  private static final int LONGEST_LABEL = 79;
  private static final int LONGEST_NAME = 60;
  private static final Pattern SIGNS = Pattern.compile("[<>|`\\\\]+");

  private Summary() {}

  /** The name of an order as plain text. */
  static String name(DraftedOrder order) {
    return plain(order.words());
  }

  /** Words of the record as plain text. */
  static String plain(String raw) {
    return plain(raw, LONGEST_NAME);
  }

  static String plain(String raw, int longest) {
    return PlainText.of(SIGNS.matcher(raw).replaceAll(" "), longest);
  }

  static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  static String of(String text) {
    return PlainText.cut(text, LONGEST);
  }

  static String label(String text) {
    return PlainText.cut(text, LONGEST_LABEL);
  }

  /**
   * A sentence with as many names as fit, and how many more there are; never a count in their
   * place.
   */
  static String fitting(List<String> names, String last, Function<String, String> sentence) {
    // Each name takes at least a comma and a blank, so that more of them are never tried.
    for (int shown = Math.min(names.size(), LONGEST / 2); shown > 1; shown--) {
      String whole = sentence.apply(join(names, last, shown));
      if (whole.length() <= LONGEST) {
        return whole;
      }
    }
    return of(sentence.apply(join(names, last, 1)));
  }

  private static String join(List<String> names, String last, int shown) {
    List<String> first = new ArrayList<>(names.subList(0, Math.min(shown, names.size())));
    return first.size() < names.size()
        ? String.join(", ", first) + " + " + (names.size() - first.size())
        : join(first, last);
  }

  /** Names as a sentence says them: "one, two or three". */
  static String join(List<String> names, String last) {
    int end = names.size() - 1;
    return end < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, end)) + last + names.get(end);
  }
}
