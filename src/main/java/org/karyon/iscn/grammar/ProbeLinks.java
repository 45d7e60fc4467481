package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.karyon.iscn.model.ProbeLink;
import org.karyon.iscn.model.ProbeSignal;
import org.karyon.iscn.text.Cursor;

/** Reads fusions and splits of probe signals: {@code ABL1 con BCRx2}, {@code 5'MLL sep 3'MLLx1}. */
final class ProbeLinks {

  private ProbeLinks() {}

  /** The links named in a parenthesis; empty where it lists signals only. */
  static List<ProbeLink> read(String content) {
    String lower = content.toLowerCase(Locale.ROOT);
    if (!lower.contains("con") && !lower.contains("sep")) {
      return List.of();
    }
    List<ProbeLink> links = new ArrayList<>(1);
    for (String part : content.split(",", -1)) {
      link(part, part.toLowerCase(Locale.ROOT), links);
    }
    return links;
  }

  private static void link(String part, String lower, List<ProbeLink> links) {
    int con = word(lower, "con");
    int sep = word(lower, "sep");
    int middle = con >= 0 ? con : sep;
    if (middle < 0) {
      return;
    }
    ProbeSignal first = ProbeReader.signal(part.substring(0, middle).strip());
    ProbeSignal second = ProbeReader.signal(part.substring(middle + 3).strip());
    // In "A con B con C" the first two are taken; the third only repeats the fusion.
    int again = con >= 0 ? word(second.probe().toLowerCase(Locale.ROOT), "con") : -1;
    String other =
        again > 0 ? ProbeNames.current(second.probe().substring(0, again).strip()) : second.probe();
    links.add(new ProbeLink(con >= 0, first.probe(), other, second.low(), second.high()));
  }

  /** The place of a word that stands between blanks or primes, or -1. */
  private static int word(String text, String word) {
    for (int at = text.indexOf(word); at > 0; at = text.indexOf(word, at + 1)) {
      char before = text.charAt(at - 1);
      char after = at + word.length() < text.length() ? text.charAt(at + word.length()) : '\0';
      if (before == ' ' && (after == ' ' || Cursor.isDigit(after))) {
        return at;
      }
    }
    return -1;
  }
}
