package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.SourceText;

/**
 * Cuts a report into stretches of one technique each: the karyotype, metaphase and interphase FISH,
 * other techniques, free text.
 *
 * <p>A karyotype resumes after FISH where a clone begins, or where the FISH result stood in the
 * middle of a clone.
 */
final class ReportSegments {

  private static final int MOST_SEGMENTS = 1000;
  private static final int SHORTEST_WORD = 4;
  private static final int LONGEST_PREAMBLE = 4000;

  private final SourceText text;
  private final List<Segment> segments = new ArrayList<>(3);
  private Segment.Kind kind = Segment.Kind.BANDING;
  private int from;
  private int content;
  private int depth;
  private boolean cellsSeen;

  private ReportSegments(SourceText text) {
    this.text = text;
  }

  static List<Segment> of(SourceText text) {
    ReportSegments segments = new ReportSegments(text);
    segments.cut();
    return segments.segments;
  }

  private void cut() {
    leadingProse();
    int i = from;
    while (i < text.length()) {
      i = step(i);
    }
    close(text.length());
  }

  /** Words or a date before the first clone ("Karyotype: 46,XX[20]"). */
  private void leadingProse() {
    int header = -1;
    boolean words = false;
    boolean sentence = false;
    for (int i = 0; i < text.length() && i < LONGEST_PREAMBLE; i++) {
      char before = text.at(i - 1);
      // Blanks are passed over at the first of them.
      boolean further = before == ' ' && text.at(i) == ' ';
      boolean boundary = !further && (before == '\0' || " :=/.".indexOf(before) >= 0);
      if (boundary && CloneHeader.at(text, i, text.length())) {
        header = i;
        break;
      }
      char c = text.at(i);
      // Parentheses inside a sentence belong to it; before any word they are notation.
      boolean notation = !sentence && (c == '(' || c == '[');
      if (notation || TechniqueName.at(text, i, text.length()).isPresent()) {
        return;
      }
      words |= c == '=' || c == ':' || (Cursor.isLetter(c) && Cursor.isLetter(before));
      sentence |= boundary && wordAt(i) >= SHORTEST_WORD && !isNotation(i);
    }
    if (header > 0 && words && !isPrefix(header)) {
      segments.add(new Segment(Segment.Kind.PROSE, 0, 0, header));
      from = header;
      content = header;
    }
  }

  /** The letters of the word that stands here before a blank or a sign, else none. */
  private int wordAt(int place) {
    int letters = 0;
    while (Cursor.isLetter(text.at(place + letters))) {
      letters++;
    }
    return " .,:;=\0".indexOf(text.at(place + letters)) >= 0 ? letters : 0;
  }

  private boolean isNotation(int place) {
    return text.hasWord("idem", place) || text.hasWord("dmin", place);
  }

  private boolean isPrefix(int header) {
    String words = text.substring(0, header).strip();
    return words.equalsIgnoreCase("mos") || words.equalsIgnoreCase("chi");
  }

  private int step(int i) {
    char c = text.at(i);
    depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
    if (c == '[') {
      depth = 0;
      cellsSeen = true;
    }
    Optional<TechniqueName> technique =
        segments.size() < MOST_SEGMENTS
            ? TechniqueName.at(text, i, text.length())
            : Optional.empty();
    if (technique.isPresent()) {
      return technique(i, technique.get());
    }
    return switch (kind) {
      case BANDING -> banding(i, c);
      case PROSE, INTERPHASE_FISH, METAPHASE_FISH, ARRAY, OTHER_TECHNIQUE -> resumed(i, c);
    };
  }

  private int technique(int i, TechniqueName name) {
    boolean midClone =
        kind == Segment.Kind.BANDING
            && !cellsSeen
            && i > from
            && name.kind() == Segment.Kind.METAPHASE_FISH;
    close(i);
    open(name.kind(), i, i + name.length());
    if (midClone) {
      int resume = endOfSignals(content);
      if (resume < text.length() && text.at(resume) == ',') {
        close(resume);
        open(Segment.Kind.BANDING, resume, resume);
        cellsSeen = false;
        return resume + 1;
      }
    }
    return content;
  }

  /** Inside a clone the FISH result ends before the first entry without probe signals. */
  private int endOfSignals(int start) {
    int level = 0;
    boolean first = true;
    boolean signals = false;
    int item = start;
    for (int i = start; i <= text.length(); i++) {
      char c = text.at(i);
      level += c == '(' ? 1 : c == ')' ? -1 : 0;
      signals |= level > 0 && (c == '+' || (c == '-' && text.at(i + 1) != '>'));
      boolean end = i >= text.length() || c == '[' || c == '/';
      if (end || (c == ',' && level <= 0)) {
        if (!first && !signals) {
          return item - 1;
        }
        if (end) {
          return i;
        }
        first = false;
        signals = false;
        item = i + 1;
      }
    }
    return text.length();
  }

  private int banding(int i, char c) {
    if (c == '/' || c == ';') {
      cellsSeen &= !CloneHeader.at(text, i + 1, text.length());
    } else if ((c == '.' && depth == 0 && startsProse(i + 1)) || (c == ']' && comments(i + 1))) {
      close(c == ']' ? i + 1 : i);
      open(Segment.Kind.PROSE, i + 1, i + 1);
    }
    return i + 1;
  }

  /** Words behind the metaphases: "[20] Normal female karyotype, no t(9;22)". */
  private boolean comments(int after) {
    int i = after;
    while (" ,:;-".indexOf(text.at(i)) >= 0) {
      i++;
    }
    return wordAt(i) >= SHORTEST_WORD && startsProse(i);
  }

  private int resumed(int i, char c) {
    boolean comment = c == ']' && kind != Segment.Kind.PROSE && comments(i + 1);
    if (comment || (c == '.' && depth == 0 && startsProse(i + 1))) {
      close(c == ']' ? i + 1 : i);
      open(Segment.Kind.PROSE, i + 1, i + 1);
      return i + 1;
    }
    boolean separator = c == '/' || (c == ';' && depth == 0);
    if (separator && CloneHeader.at(text, i + 1, text.length())) {
      close(i);
      open(Segment.Kind.BANDING, i, i);
      cellsSeen = false;
    }
    return i + 1;
  }

  /**
   * A word of at least three letters, or two words, neither sex chromosomes nor the name of a
   * technique.
   */
  private boolean startsProse(int after) {
    int i = after;
    while (text.at(i) == ' ') {
      i++;
    }
    boolean twoWords = wordAt(i) == 2 && Cursor.isLetter(text.at(i + 3));
    for (int letters = 0; letters < 3 && !twoWords; letters++) {
      if (!Cursor.isLetter(text.at(i + letters))) {
        return false;
      }
    }
    return "xyXY".indexOf(text.at(i)) < 0
        && TechniqueName.at(text, i, text.length()).isEmpty()
        && !text.hasWord("idem", i)
        && !text.hasWord("inc", i)
        && Keyword.at(text, i, text.length()).isEmpty();
  }

  private void open(Segment.Kind next, int start, int begin) {
    kind = next;
    from = start;
    content = begin;
    depth = 0;
  }

  private void close(int to) {
    if (to > from) {
      segments.add(new Segment(kind, from, content, to));
    }
  }
}
