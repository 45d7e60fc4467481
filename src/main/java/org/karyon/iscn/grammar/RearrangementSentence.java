package org.karyon.iscn.grammar;

import java.util.Locale;
import java.util.Set;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.SourceText;

/**
 * Tells a sentence that names a rearrangement from a list of changes without a head.
 *
 * <p>"t(9;22)(q34;q11.2) not detected", "No t(9;22)" and "rule out t(9;22)" hold the notation of
 * what was looked for. Where no clone gives a number of chromosomes, any word that does not plainly
 * affirm makes the stretch a sentence, which is kept as free text and shows nothing.
 */
final class RearrangementSentence {

  private static final int SHORTEST_WORD = 2;

  /** Parts of notation, and words that say that the change was seen. */
  private static final Set<String> HARMLESS =
      Set.of(
          "idem",
          "inc",
          "or",
          "and",
          "dmin",
          "mar",
          "psu",
          "dir",
          "inv",
          "dup",
          "der",
          "dic",
          "add",
          "del",
          "ins",
          "iso",
          "rob",
          "mat",
          "pat",
          "dn",
          "sl",
          "sdl",
          "mos",
          "chi",
          "cp",
          "detected",
          "present",
          "positive",
          "identified",
          "observed",
          "found",
          "seen",
          "confirmed",
          "by",
          "fish",
          "in",
          "of",
          "all",
          "cells",
          "metaphases",
          "clone",
          "abnormal",
          "karyotype",
          "was",
          "is",
          "were",
          "xx",
          "xy");

  private RearrangementSentence() {}

  /** Whether a stretch of banding is a sentence rather than a karyotype. */
  static boolean isProse(SourceText text, Segment segment) {
    boolean words = false;
    for (int i = segment.content(); i < segment.to(); i++) {
      // Blanks are passed over at the first of them.
      boolean further = i > segment.content() && text.at(i - 1) == ' ' && text.at(i) == ' ';
      boolean start =
          !further && (i == segment.content() || " ,;:/.[(".indexOf(text.at(i - 1)) >= 0);
      if (start && CloneHeader.at(text, i, segment.to())) {
        return false;
      }
      words |= start && isForeignWord(text, i, segment.to());
    }
    // Words alone are handled elsewhere, such as those that say that the culture failed.
    return words && text.indexOf('(', segment.content(), segment.to()) >= 0;
  }

  private static boolean isForeignWord(SourceText text, int from, int limit) {
    int to = from;
    while (to < limit && Cursor.isLetter(text.at(to))) {
      to++;
    }
    boolean whole = to == limit || " ,;:.])".indexOf(text.at(to)) >= 0;
    return whole
        && to - from >= SHORTEST_WORD
        && !HARMLESS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
  }
}
