package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.karyon.iscn.model.Abnormality;
import org.karyon.iscn.model.CellCount;
import org.karyon.iscn.model.ChromosomeChange;
import org.karyon.iscn.model.CloneReference;
import org.karyon.iscn.model.MarkerChange;
import org.karyon.iscn.model.Notation;
import org.karyon.iscn.model.SexChromosomes;
import org.karyon.iscn.model.StructuralChange;
import org.karyon.iscn.model.WrittenClone;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.TokenKind;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.ReadingLog;
import org.karyon.iscn.text.SourceText;
import org.karyon.iscn.text.Span;

/** Reads one clone: head, entries, metaphases. */
final class CloneReader {

  static final int MOST_ITEMS = 250;

  private final Cursor cursor;
  private final ReadingLog log;
  private final BandMemory memory;
  private final boolean donor;
  private final List<Abnormality> items = new ArrayList<>();
  private CellCount cells = CellCount.UNSTATED;
  private boolean incomplete;
  private boolean fullyRead = true;

  private CloneReader(Cursor cursor, ReadingLog log, BandMemory memory, boolean donor) {
    this.cursor = cursor;
    this.log = log;
    this.memory = memory;
    this.donor = donor;
  }

  /** A stem has no stem of its own, so nested parentheses cannot lead into the depth. */
  private static WrittenClone readStem(
      Cursor cursor, ReadingLog log, BandMemory memory, boolean donor) {
    return new CloneReader(cursor, log, memory, donor).read(false);
  }

  static WrittenClone read(
      SourceText text, CloneSplitter.Part part, ReadingLog log, BandMemory memory) {
    Cursor cursor = new Cursor(text, part.from(), part.to());
    return new CloneReader(cursor, log, memory, part.donor()).read(true);
  }

  private WrittenClone read(boolean mayHaveStem) {
    int from = cursor.place();
    HeadReader head = new HeadReader(cursor, log, mayHaveStem);
    Optional<CountRange> count = head.count();
    if (count.isPresent()) {
      log.token(TokenKind.CHROMOSOME_COUNT, cursor.text().span(from, head.countEnd()));
    } else {
      log.warn("number of chromosomes missing", cursor.text().span(from, cursor.end()));
    }
    Optional<WrittenClone> stem = head.stem().map(this::stem);
    CloneReference reference = reference();
    SexChromosomes sex =
        reference.refers() || stem.isPresent() ? SexChromosomes.UNSTATED : sex(head);
    fullyRead &= !head.misspelt();
    Span headSpan = trimmed(from);
    if (count.isPresent() && !sex.isStated() && !reference.refers() && stem.isEmpty()) {
      log.warn("sex chromosomes missing", headSpan);
    }
    items();
    Span span = cursor.text().span(from, cursor.end());
    return new WrittenClone(
        span,
        headSpan,
        count,
        head.countDoubtful(),
        head.ploidyTag(),
        sex,
        reference,
        stem,
        List.copyOf(items),
        incomplete,
        cells,
        donor,
        fullyRead);
  }

  private Span trimmed(int from) {
    int to = cursor.place();
    while (to > from && ",.;: ".indexOf(cursor.text().at(to - 1)) >= 0) {
      to--;
    }
    return cursor.text().span(from, to);
  }

  private WrittenClone stem(Span inner) {
    Cursor stem = new Cursor(cursor.text(), inner.start(), inner.end());
    return readStem(stem, log, memory, donor);
  }

  private CloneReference reference() {
    int from = cursor.place();
    CloneReference reference = CloneReference.read(cursor);
    log.token(TokenKind.CLONE_REFERENCE, cursor.spanFrom(from));
    return reference;
  }

  private SexChromosomes sex(HeadReader head) {
    int from = cursor.place();
    SexChromosomes sex = head.sex();
    log.token(TokenKind.SEX_CHROMOSOMES, cursor.spanFrom(from));
    return sex;
  }

  private void items() {
    while (!cursor.atEnd()) {
      if (cursor.skipAny(",")) {
        continue;
      }
      if (cursor.peek() == '[') {
        brackets();
      } else if (cursor.at("inc") && !Cursor.isLetter(cursor.peek(3))) {
        int from = cursor.place();
        cursor.skip(3);
        incomplete = true;
        log.token(TokenKind.INCOMPLETE, cursor.spanFrom(from));
      } else {
        item();
      }
    }
  }

  private void item() {
    if (items.size() >= MOST_ITEMS) {
      unread(cursor.end());
      return;
    }
    Optional<Abnormality> item = new ItemReader(cursor, log, memory).read();
    if (item.isEmpty()) {
      rest();
      return;
    }
    keep(item.get());
    afterItem();
  }

  private void keep(Abnormality item) {
    items.add(item);
    boolean guessed = item instanceof StructuralChange change && change.isUnclear();
    if (guessed) {
      fullyRead = false;
    } else {
      log.token(
          item.acquired() ? TokenKind.ABNORMALITY : TokenKind.CONSTITUTIONAL_ABNORMALITY,
          item.notation().span());
    }
  }

  private void afterItem() {
    char c = cursor.lower();
    if (cursor.atEnd() || c == ',' || c == '[') {
      return;
    }
    if (c == 'm' && "+-".indexOf(cursor.peek(1)) >= 0) {
      log.token(TokenKind.SEPARATOR, cursor.text().span(cursor.place(), cursor.place() + 1));
      cursor.skip(1);
    }
    if ("+-".indexOf(cursor.peek()) >= 0
        || Keyword.at(cursor.text(), cursor.place(), cursor.end()).isPresent()) {
      log.warn("comma missing", cursor.text().span(cursor.place(), cursor.place() + 1));
    }
  }

  /** What cannot be read: metaphases in broken brackets, free text, or an unknown token. */
  private void rest() {
    if (brokenBrackets() || cursor.skipAny("].;)")) {
      return;
    }
    int from = cursor.place();
    int depth = 0;
    int i = from;
    while (i < cursor.end()) {
      char c = cursor.text().at(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (i > from && (c == '[' || (c == ',' && depth <= 0))) {
        break;
      }
      i++;
    }
    unread(i);
  }

  private void unread(int to) {
    int from = cursor.place();
    cursor.moveTo(to);
    Span span = cursor.spanFrom(from);
    String words = cursor.text().substring(from, cursor.place());
    boolean prose = Prose.is(words);
    // Words behind the metaphases comment on the clone; anywhere else they may hide a change.
    fullyRead &= prose && cells.isStated();
    if (prose && !cells.isStated() && !items.isEmpty() && Prose.denies(words)) {
      items.set(items.size() - 1, doubted(items.getLast()));
    }
    if (prose) {
      log.token(TokenKind.PROSE, span);
      log.warn(ReadingLog.FREE_TEXT, span);
    } else {
      log.unknown(span);
    }
  }

  /** "]20]" or "?30]" where "[20]" was meant. */
  private boolean brokenBrackets() {
    int from = cursor.place();
    cursor.skipAny("]?");
    int number = cursor.number();
    if (number >= 0 && cursor.peek() == ']') {
      cursor.skip(1);
      cells = new CellCount(OptionalInt.of(number), false, false);
      log.token(TokenKind.CELL_COUNT, cursor.spanFrom(from));
      log.warn("opening bracket missing", cursor.spanFrom(from));
      return true;
    }
    cursor.moveTo(from);
    return false;
  }

  private void brackets() {
    int from = cursor.place();
    cursor.skipAny("[");
    int content = cursor.place();
    int to = content;
    while (to < cursor.end() && cursor.text().at(to) != ']') {
      to++;
    }
    cursor.moveTo(to);
    cursor.take(']');
    CellCount counted = CellCounts.read(cursor.text().substring(content, to));
    log.token(TokenKind.CELL_COUNT, cursor.spanFrom(from));
    boolean inside = !items.isEmpty() && itemFollows();
    if (inside) {
      items.set(items.size() - 1, withCells(items.getLast(), counted));
    } else if (cells.equals(CellCount.UNSTATED)) {
      cells = counted;
    }
  }

  private boolean itemFollows() {
    int next = cursor.place();
    while (next < cursor.end() && ",]".indexOf(cursor.text().at(next)) >= 0) {
      next++;
    }
    return next < cursor.end()
        && "[.".indexOf(cursor.text().at(next)) < 0
        && (cursor.text().at(next - 1) == ',' || "+-".indexOf(cursor.text().at(next)) >= 0);
  }

  private static Abnormality withCells(Abnormality item, CellCount counted) {
    return with(item, item.notation().withCells(counted));
  }

  /** "t(9;22)(q34;q11.2) not seen" asserts nothing. */
  private static Abnormality doubted(Abnormality item) {
    return with(item, item.notation().asUncertain());
  }

  private static Abnormality with(Abnormality item, Notation notation) {
    return switch (item) {
      case ChromosomeChange change -> new ChromosomeChange(notation, change.chromosome());
      case StructuralChange change ->
          new StructuralChange(notation, change.chain(), change.probes());
      case MarkerChange change -> new MarkerChange(notation, change.kind(), change.name());
    };
  }
}
