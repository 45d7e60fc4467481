package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.iscn.model.ArraySegment;
import org.karyon.iscn.model.Band;
import org.karyon.iscn.model.BandReader;
import org.karyon.iscn.model.BaseRange;
import org.karyon.iscn.model.Chromosome;
import org.karyon.iscn.model.GenomeBuild;
import org.karyon.iscn.model.Multiple;
import org.karyon.iscn.report.TokenKind;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.ReadingLog;
import org.karyon.iscn.text.SourceText;
import org.karyon.iscn.text.Span;

/** Reads what follows {@code arr}: (1-22)x2, 7p12.2(50344378_50472798)x1, 17p13.3p11.2x1. */
final class ArrayReader {

  private static final int MOST_SEGMENTS = 300;

  private final Cursor cursor;
  private final ReadingLog log;
  private final List<ArraySegment> segments = new ArrayList<>();
  private GenomeBuild build = GenomeBuild.UNSTATED;

  private ArrayReader(Cursor cursor, ReadingLog log) {
    this.cursor = cursor;
    this.log = log;
  }

  static List<ArraySegment> read(SourceText text, int from, int to, ReadingLog log) {
    return new ArrayReader(new Cursor(text, from, to), log).segments();
  }

  private List<ArraySegment> segments() {
    while (!cursor.atEnd() && segments.size() < MOST_SEGMENTS) {
      int from = cursor.place();
      char c = cursor.lower();
      if (c == '[') {
        skipPast(']');
        GenomeBuild.named(cursor.text().substring(from, cursor.place())).ifPresent(b -> build = b);
        log.token(TokenKind.OTHER_TECHNIQUE, cursor.spanFrom(from));
      } else if (c == '(') {
        chromosomes(from);
      } else if (cursor.atDigit() || c == 'x' || c == 'y') {
        segment(from);
      } else if (!cursor.skipAny(" ,.;/)]")) {
        unread(from);
      }
    }
    return segments;
  }

  /** Whole chromosomes in parentheses with one number of copies. */
  private void chromosomes(int from) {
    cursor.skip(1);
    List<Chromosome> listed = new ArrayList<>();
    while (!cursor.atEnd() && cursor.peek() != ')' && listed.size() < Chromosome.INDEXES) {
      if (cursor.atDigit()) {
        range(listed);
      } else {
        char c = cursor.lower();
        if (c == 'x' || c == 'y') {
          listed.add(c == 'x' ? Chromosome.X : Chromosome.Y);
        }
        cursor.skip(1);
      }
    }
    skipPast(')');
    Multiple copies = copies();
    Span span = cursor.spanFrom(from);
    log.token(TokenKind.OTHER_TECHNIQUE, span);
    for (Chromosome chromosome : listed) {
      segments.add(new ArraySegment(chromosome, List.of(), Optional.empty(), build, copies, span));
    }
  }

  private void range(List<Chromosome> listed) {
    int first = cursor.number();
    int last = first;
    if ("-~".indexOf(cursor.peek()) >= 0 && Cursor.isDigit(cursor.peek(1))) {
      cursor.skip(1);
      last = Math.min(cursor.number(), Chromosome.AUTOSOMES);
    }
    for (int number = first; number <= last; number++) {
      listed.add(Chromosome.autosome(number));
    }
  }

  private void segment(int from) {
    char c = cursor.lower();
    Chromosome chromosome = c == 'y' ? Chromosome.Y : Chromosome.X;
    if (cursor.atDigit()) {
      chromosome = Chromosome.autosome(cursor.number());
    } else {
      cursor.skip(1);
    }
    int bands = cursor.place();
    cursor.skipAny("0123456789pqPQ.");
    List<Band> found = BandReader.read(cursor.text().toString(), bands, cursor.place());
    Optional<BaseRange> bases = cursor.take('(') ? bases() : Optional.empty();
    Multiple copies = copies();
    if (copies.low() < 0 || !chromosome.isKnown()) {
      unread(from);
      return;
    }
    Span span = cursor.spanFrom(from);
    log.token(TokenKind.OTHER_TECHNIQUE, span);
    segments.add(new ArraySegment(chromosome, found, bases, build, copies, span));
  }

  /** Two numbers of bases, whatever separates their thousands. */
  private Optional<BaseRange> bases() {
    long[] bases = {0, 0};
    int part = 0;
    while (!cursor.atEnd() && !cursor.take(')')) {
      char c = cursor.peek();
      if (Cursor.isDigit(c) && bases[part] < 1_000_000_000L) {
        bases[part] = bases[part] * 10 + (c - '0');
      } else if (c == '_' || c == '-') {
        part = 1;
      }
      cursor.skip(1);
    }
    return bases[1] >= bases[0] && bases[0] > 0
        ? Optional.of(new BaseRange(bases[0], bases[1]))
        : Optional.empty();
  }

  private Multiple copies() {
    if (cursor.lower() != 'x') {
      return Multiple.UNSTATED;
    }
    int from = cursor.place() + 1;
    cursor.skip(1);
    cursor.skipAny("0123456789~>-");
    Multiple copies = Multiple.read(cursor.text().toString(), from, cursor.place());
    int before = cursor.place();
    cursor.skipAny(" ");
    if (!cursor.take("hmz") && !cursor.take("mos")) {
      cursor.moveTo(before);
    }
    return copies;
  }

  private void skipPast(char end) {
    while (!cursor.atEnd() && !cursor.take(end)) {
      cursor.skip(1);
    }
  }

  private void unread(int from) {
    while (!cursor.atEnd() && cursor.peek() != ',') {
      cursor.skip(1);
    }
    Span span = cursor.spanFrom(from);
    log.token(TokenKind.OTHER_TECHNIQUE, span);
    log.warn("this part of an array result is not read", span);
  }
}
