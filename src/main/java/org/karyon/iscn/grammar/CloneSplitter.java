package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import org.karyon.iscn.report.TokenKind;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.ReadingLog;
import org.karyon.iscn.text.SourceText;

/** Splits a karyotype without blanks into its clones. */
final class CloneSplitter {

  private final SourceText text;
  private final ReadingLog log;
  private final List<Part> parts = new ArrayList<>();
  private int start;
  private int parentheses;
  private int brackets;
  private boolean donor;

  private CloneSplitter(SourceText text, ReadingLog log) {
    this.text = text;
    this.log = log;
  }

  /** A clone's text [from, to) and whether it belongs to the donor of a transplant. */
  record Part(int from, int to, boolean donor) {}

  static List<Part> split(SourceText text, ReadingLog log) {
    CloneSplitter splitter = new CloneSplitter(text, log);
    splitter.run();
    return splitter.parts;
  }

  private void run() {
    for (int i = 0; i < text.length(); i++) {
      i = step(i);
    }
    finish(text.length());
  }

  private int step(int i) {
    char c = text.at(i);
    switch (c) {
      case '(' -> parentheses++;
      case ')' -> parentheses = Math.max(0, parentheses - 1);
      case '[' -> {
        // A parenthesis still open before the metaphases was never closed.
        parentheses = 0;
        brackets = 1;
      }
      case ']' -> {
        brackets = 0;
        return closed(i);
      }
      case '/' -> {
        return slash(i);
      }
      case ';' -> {
        if (brackets == 0 && CloneHeader.at(text, i + 1, text.length())) {
          finish(i);
          start = i + 1;
        }
      }
      default -> {}
    }
    return i;
  }

  /** After the metaphases a clone may begin although the slash was lost. */
  private int closed(int i) {
    int next = i + 1;
    while (text.at(next) == ',' || text.at(next) == '.') {
      next++;
    }
    if (text.hasWord("and", next) && CloneHeader.at(text, next + 3, text.length())) {
      log.token(TokenKind.SEPARATOR, text.span(next, next + 3));
      next += 3;
    }
    if (CloneHeader.at(text, next, text.length())) {
      log.warn("slash missing between clones", text.span(i, Math.min(next + 2, text.length())));
      finish(i + 1);
      start = next;
      return next - 1;
    }
    return i;
  }

  private int slash(int i) {
    if (text.at(i + 1) == '/') {
      finish(i);
      donor = true;
      start = i + 2;
      return i + 1;
    }
    int next = i + 1;
    while (text.at(next) == ',' || text.at(next) == '.') {
      next++;
    }
    if (onlyNumberSoFar(i)) {
      return i;
    }
    boolean outside = parentheses == 0 && brackets == 0;
    if (CloneHeader.at(text, next, text.length()) || (outside && isPseudoClone(next))) {
      finish(i);
      start = next;
      parentheses = 0;
      brackets = 0;
      return next - 1;
    }
    return i;
  }

  /** Two modal numbers may be given with a slash: 73/74(69-77)<3n>. */
  private boolean onlyNumberSoFar(int slash) {
    int i = start;
    while (i < slash && (Cursor.isDigit(text.at(i)) || "?~".indexOf(text.at(i)) >= 0)) {
      i++;
    }
    return i == slash && i > start && i - start <= 4 && Cursor.isDigit(text.at(slash + 1));
  }

  /** The end of the text, "nonclonal[2]", "4n[1]", "ncSCA" and other text instead of a clone. */
  private boolean isPseudoClone(int at) {
    if (at >= text.length()) {
      return true;
    }
    if (Cursor.isDigit(text.at(at))) {
      return Cursor.isDigit(text.at(at + 1))
          ? text.lower(at + 2) == 'n'
          : text.lower(at + 1) == 'n';
    }
    boolean alreadyProse = !CloneHeader.at(text, start, text.length()) && !startsWithItem();
    return Cursor.isLetter(text.at(at)) && (!alreadyProse || text.hasWord("nonclonal", at));
  }

  private boolean startsWithItem() {
    char c = text.at(start);
    return c == '+' || c == '-' || Keyword.at(text, start, text.length()).isPresent();
  }

  private void finish(int end) {
    if (end > start) {
      parts.add(new Part(start, end, donor));
    }
    parentheses = 0;
    brackets = 0;
  }
}
