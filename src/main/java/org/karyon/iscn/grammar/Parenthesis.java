package org.karyon.iscn.grammar;

import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.ReadingLog;
import org.karyon.iscn.text.SourceText;

/**
 * The content [from, to) of one pair of parentheses and what it holds.
 *
 * @param from first index of the content
 * @param to index after the content
 * @param content what it holds
 */
record Parenthesis(int from, int to, Content content) {

  /** What parentheses of a structural change may hold. */
  enum Content {
    CHROMOSOMES,
    BANDS,
    DETAILED,
    PROBES,
    EMPTY
  }

  /** Bands may stand beside them, t(9q34.1;22q11.2), and what parts them may be a slip: t(9/22). */
  private static final String CHROMOSOME_SIGNS = "xy?v;:,*'pq./|+-";

  /** Reads parentheses whose closing bracket may have been lost, and moves behind them. */
  static Parenthesis read(Cursor cursor, ReadingLog log) {
    int opened = cursor.place();
    while (cursor.take('(')) {
      // Doubled opening brackets are taken as one.
    }
    int from = cursor.place();
    int to = endOfContent(cursor);
    cursor.moveTo(to);
    if (!cursor.take(')')) {
      log.warn("closing parenthesis missing", cursor.spanFrom(opened));
    }
    return new Parenthesis(from, to, classify(cursor.text(), from, to));
  }

  /** Bands whose opening bracket was lost, up to the closing one. */
  static Parenthesis unopened(Cursor cursor) {
    int from = cursor.place();
    int to = endOfContent(cursor);
    cursor.moveTo(to);
    cursor.take(')');
    return new Parenthesis(from, to, classify(cursor.text(), from, to));
  }

  private static int endOfContent(Cursor cursor) {
    SourceText text = cursor.text();
    for (int i = cursor.place(); i < cursor.end(); i++) {
      char c = text.at(i);
      if (c == ')' || c == '(' || c == '[' || c == ']') {
        return i;
      }
      if (c == ',' && startsItem(text, i + 1, cursor.end())) {
        return i;
      }
    }
    return cursor.end();
  }

  /** Whether an entry of a clone begins here, seen from inside open parentheses. */
  private static boolean startsItem(SourceText text, int place, int end) {
    int i = place;
    while (i < end && (text.at(i) == '+' || text.at(i) == '-' || text.at(i) == '?')) {
      i++;
    }
    boolean signed = i > place;
    char c = text.at(i);
    if (signed && (Cursor.isDigit(c) || c == 'X' || c == 'Y' || text.hasWord("mar", i))) {
      return true;
    }
    return Keyword.at(text, i, end).isPresent();
  }

  private static Content classify(SourceText text, int from, int to) {
    if (to <= from) {
      return Content.EMPTY;
    }
    char first = text.lower(from);
    boolean mayBeBands = "pq?v".indexOf(first) >= 0;
    boolean onlyChromosomes = true;
    boolean onlyBands = true;
    for (int i = from; i < to; i++) {
      char c = text.lower(i);
      if (c == '>' || (c == ':' && text.at(i + 1) == ':')) {
        return Content.DETAILED;
      }
      onlyChromosomes &= Cursor.isDigit(c) || CHROMOSOME_SIGNS.indexOf(c) >= 0;
      onlyBands &= Cursor.isDigit(c) || "pq?v;:.~-*',tercn/|".indexOf(c) >= 0;
    }
    boolean open = first == '?' || first == 'v';
    boolean bands = !open || !onlyChromosomes || hasArmAlone(text, from, to);
    if (mayBeBands && onlyBands && bands) {
      return Content.BANDS;
    }
    boolean startsAsChromosome = Cursor.isDigit(first) || "xy?v*;".indexOf(first) >= 0;
    if (startsAsChromosome && onlyChromosomes) {
      return Content.CHROMOSOMES;
    }
    return Content.PROBES;
  }

  /** Whether an arm stands without its chromosome: in (?;q23), and not in (?;11q23). */
  private static boolean hasArmAlone(SourceText text, int from, int to) {
    boolean chromosome = false;
    boolean arm = false;
    for (int i = from; i < to; i++) {
      char c = text.lower(i);
      arm |= c == 'p' || c == 'q';
      boolean begins = i > from && ";:,".indexOf(text.at(i - 1)) >= 0;
      chromosome |= begins && (Cursor.isDigit(c) || c == 'x' || c == 'y');
    }
    return arm && !chromosome;
  }
}
