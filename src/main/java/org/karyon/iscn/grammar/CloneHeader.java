package org.karyon.iscn.grammar;

import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.SourceText;

/** Recognises the beginning of a clone: a number of chromosomes and what must follow it. */
final class CloneHeader {

  /** No clone has fewer chromosomes; smaller numbers are chromosome names. */
  static final int FEWEST_CHROMOSOMES = 20;

  /** No clone has more chromosomes (a tenfold set is far beyond what is reported). */
  static final int MOST_CHROMOSOMES = 250;

  /** From this number on it cannot be the name of a chromosome. */
  private static final int BEYOND_CHROMOSOME_NAMES = 23;

  private CloneHeader() {}

  /** Whether a clone begins here; blanks may stand anywhere in its header. */
  static boolean at(SourceText text, int from, int end) {
    int i = skip(text, from, end, " ?~");
    int digits = i;
    int number = 0;
    while (i < end && Cursor.isDigit(text.at(i)) && i - digits < 4) {
      number = number * 10 + (text.at(i) - '0');
      i++;
    }
    boolean counted = i - digits == 2 || i - digits == 3;
    if (!counted || number < FEWEST_CHROMOSOMES || number > MOST_CHROMOSOMES) {
      return false;
    }
    i = skip(text, i, end, " ");
    i = range(text, i, end);
    char c = i < end ? text.at(i) : '\0';
    if (c == '<' || c == '(') {
      return Cursor.isDigit(text.at(i + 1));
    }
    boolean separated = c == ',' || c == '.' || c == ';' || c == ':' || c == 'm';
    int next = skip(text, separated ? i + 1 : i, end, " ,");
    if (follows(text, next, end, separated)) {
      return true;
    }
    return c == ',' && number >= BEYOND_CHROMOSOME_NAMES && mayBeItem(text, next, end);
  }

  private static int range(SourceText text, int from, int end) {
    char c = from < end ? text.at(from) : '\0';
    int next = skip(text, from + 1, end, " ?~");
    if ((c == '-' || c == '~' || c == '/') && next < end && Cursor.isDigit(text.at(next))) {
      return skip(text, skip(text, next, end, "0123456789"), end, " ");
    }
    return from;
  }

  private static boolean follows(SourceText text, int at, int end, boolean separated) {
    if (at >= end) {
      return false;
    }
    if (text.hasWord("idem", at) || text.hasWord("sl", at) || text.hasWord("sdl", at)) {
      return true;
    }
    if (separated && text.hasWord("inc", at)) {
      return true;
    }
    if (separated && text.at(at) == '(') {
      return Cursor.isDigit(text.at(at + 1)) && Cursor.isDigit(text.at(at + 2));
    }
    char c = text.lower(at);
    if (c != 'x' && c != 'y') {
      return separated && c == '?' && text.lower(at + 1) == ',';
    }
    // "46x2" or "46xy" without a comma: a digit after the letter makes it a multiplier.
    return !Cursor.isDigit(text.at(at + 1));
  }

  private static boolean mayBeItem(SourceText text, int at, int end) {
    char c = at < end ? text.at(at) : '\0';
    return c == '+' || c == '-' || c == '?' || Keyword.at(text, at, end).isPresent();
  }

  private static int skip(SourceText text, int from, int end, String set) {
    int i = from;
    while (i < end && set.indexOf(text.at(i)) >= 0) {
      i++;
    }
    return i;
  }
}
