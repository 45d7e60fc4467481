package org.karyon.iscn.grammar;

import java.util.Optional;
import org.karyon.iscn.model.SexChromosomes;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.TokenKind;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.ReadingLog;
import org.karyon.iscn.text.Span;

/** Reads the head of a clone: number, ploidy tag, stem in parentheses, sex chromosomes. */
final class HeadReader {

  private final Cursor cursor;
  private final ReadingLog log;
  private final boolean mayHaveStem;
  private boolean countDoubtful;
  private int ploidyTag;
  private int countEnd;
  private boolean misspelt;
  private int stemFrom = -1;
  private int stemTo = -1;

  HeadReader(Cursor cursor, ReadingLog log, boolean mayHaveStem) {
    this.cursor = cursor;
    this.log = log;
    this.mayHaveStem = mayHaveStem;
  }

  boolean countDoubtful() {
    return countDoubtful;
  }

  /** Where the number with its ploidy tag ends. */
  int countEnd() {
    return countEnd;
  }

  /** Whether the sex chromosomes had to be guessed. */
  boolean misspelt() {
    return misspelt;
  }

  int ploidyTag() {
    return ploidyTag;
  }

  /** Where the stem of a masked clone stands; empty for every other clone. */
  Optional<Span> stem() {
    return stemFrom < 0 ? Optional.empty() : Optional.of(new Span(stemFrom, stemTo));
  }

  /** The number of chromosomes; empty, without moving, where no clone header stands. */
  Optional<CountRange> count() {
    if (!CloneHeader.at(cursor.text(), cursor.place(), cursor.end())) {
      openCount();
      return Optional.empty();
    }
    countDoubtful = cursor.skipAny("?~");
    int low = cursor.number();
    int high = low;
    if ("-~/".indexOf(cursor.peek()) >= 0
        && (Cursor.isDigit(cursor.peek(1)) || cursor.peek(1) == '?')) {
      cursor.skip(1);
      countDoubtful |= cursor.skipAny("?~");
      high = cursor.number();
    }
    countEnd = cursor.place();
    afterNumber();
    return Optional.of(new CountRange(Math.min(low, high), Math.max(low, high)));
  }

  /** Question marks in place of the number. */
  private void openCount() {
    int from = cursor.place();
    if (cursor.skipAny("?") && cursor.take(',')) {
      log.token(TokenKind.CHROMOSOME_COUNT, cursor.text().span(from, cursor.place() - 1));
    } else {
      cursor.moveTo(from);
    }
  }

  private void afterNumber() {
    parentheses();
    if (cursor.take('<')) {
      ploidyTag = Math.clamp(cursor.number(), 0, 8);
      while (!cursor.atEnd() && cursor.peek() != ',' && !cursor.take('>')) {
        cursor.skip(1);
      }
      countEnd = cursor.place();
      parentheses();
    }
    boolean comma = cursor.skipAny(",.;:");
    if (comma && CloneHeader.at(cursor.text(), cursor.place() + 1, cursor.end())) {
      parentheses();
      cursor.skipAny(",.;:");
    }
    if (!comma && cursor.lower() == 'm') {
      cursor.skip(1);
      Span span = cursor.spanFrom(cursor.place() - 1);
      log.token(TokenKind.SEPARATOR, span);
      log.warn("m read as a comma", span);
    }
  }

  /** Either a range beside the number, (69-77), or the stem of a doubled clone, (36,X,...)x2. */
  private void parentheses() {
    if (cursor.peek() != '(' || !mayHaveStem) {
      return;
    }
    int from = cursor.place() + 1;
    int depth = 0;
    int i = cursor.place();
    do {
      char c = cursor.text().at(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      i++;
    } while (i < cursor.end() && depth > 0);
    int to = depth == 0 ? i - 1 : i;
    cursor.moveTo(i);
    if (CloneHeader.at(cursor.text(), from, to)) {
      stemFrom = from;
      stemTo = to;
      if (cursor.lower() == 'x' && Cursor.isDigit(cursor.peek(1))) {
        cursor.skip(2);
      }
      log.token(TokenKind.CLONE_REFERENCE, cursor.spanFrom(to));
    } else {
      countEnd = i;
    }
  }

  /** The sex chromosomes, {@link SexChromosomes#UNSTATED} where the field is missing. */
  SexChromosomes sex() {
    int from = cursor.place();
    int x = 0;
    int y = 0;
    int open = 0;
    while (x + y + open < 9 && "xy?".indexOf(cursor.lower()) >= 0 && !cursor.atEnd()) {
      switch (cursor.lower()) {
        case 'x' -> x++;
        case 'y' -> y++;
        default -> open++;
      }
      cursor.skip(1);
    }
    boolean constitutional = x + y > 0 && cursor.lower() == 'c' && endsField(cursor.peek(1));
    if (constitutional) {
      cursor.skip(1);
    }
    if (x + y == 0 && !(open > 0 && endsField(cursor.peek()))) {
      cursor.moveTo(from);
      return SexChromosomes.UNSTATED;
    }
    if (Cursor.isLetter(cursor.peek()) && endsField(cursor.peek(1))) {
      cursor.skip(1);
      misspelt = true;
      log.warn("sex chromosomes misspelt", cursor.spanFrom(from));
    }
    return new SexChromosomes(x, y, open, constitutional);
  }

  private static boolean endsField(char c) {
    return c == '\0' || ",[]+-?/;. ".indexOf(c) >= 0;
  }
}
