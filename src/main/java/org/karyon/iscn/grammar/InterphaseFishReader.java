package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import org.karyon.iscn.model.FishPopulation;
import org.karyon.iscn.model.Multiple;
import org.karyon.iscn.model.ProbeLink;
import org.karyon.iscn.model.ProbeSignal;
import org.karyon.iscn.report.TokenKind;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.ReadingLog;
import org.karyon.iscn.text.SourceText;
import org.karyon.iscn.text.Span;

/** Reads what follows {@code nuc ish}: hybridisations, their populations of nuclei and signals. */
final class InterphaseFishReader {

  private static final int MOST_POPULATIONS = 256;

  private final Cursor cursor;
  private final ReadingLog log;
  private final List<FishPopulation> read = new ArrayList<>();
  private final List<FishPopulation> hybridisation = new ArrayList<>(2);
  private final List<Integer> nuclei = new ArrayList<>(2);
  private List<ProbeSignal> signals = new ArrayList<>(2);
  private List<ProbeLink> links = new ArrayList<>(1);
  private int started = -1;
  private int lastEnd;

  private InterphaseFishReader(Cursor cursor, ReadingLog log) {
    this.cursor = cursor;
    this.log = log;
  }

  static List<FishPopulation> read(SourceText text, int from, int to, ReadingLog log) {
    return new InterphaseFishReader(new Cursor(text, from, to), log).populations();
  }

  private List<FishPopulation> populations() {
    while (!cursor.atEnd() && read.size() < MOST_POPULATIONS) {
      switch (cursor.peek()) {
        case '(' -> group();
        case '[' -> nuclei();
        case '/' -> {
          finishPopulation(NucleusCount.UNSTATED);
          cursor.skip(1);
        }
        case ',', '.', ' ', ';', ')', ']' -> cursor.skip(1);
        default -> locus();
      }
    }
    finishPopulation(NucleusCount.UNSTATED);
    finishHybridisation();
    return read;
  }

  /** A locus before its probe, such as 9q34 or 13/ 21cen; anything else is not understood. */
  private void locus() {
    int from = cursor.place();
    while (!cursor.atEnd() && "(),[]".indexOf(cursor.peek()) < 0 && !endsBySlash(from)) {
      cursor.skip(1);
    }
    if (cursor.peek() == '(') {
      start(from);
    } else {
      log.unknown(cursor.spanFrom(from));
    }
  }

  /** A slash ends a locus unless it stands between two chromosome numbers before a parenthesis. */
  private boolean endsBySlash(int from) {
    if (cursor.peek() != '/') {
      return false;
    }
    for (int i = cursor.place() + 1; i < Math.min(cursor.end(), cursor.place() + 10); i++) {
      if (cursor.text().at(i) == '(') {
        return cursor.place() - from > 3;
      }
    }
    return true;
  }

  private void start(int from) {
    if (started < 0) {
      started = from;
    }
  }

  private void group() {
    start(cursor.place());
    int from = cursor.place() + 1;
    int to = from;
    while (to < cursor.end() && "()[]".indexOf(cursor.text().at(to)) < 0) {
      to++;
    }
    cursor.moveTo(to);
    boolean closed = cursor.take(')');
    if (!closed && !cursor.atEnd() && cursor.peek() != '(') {
      log.warn("closing parenthesis missing", cursor.spanFrom(from));
    }
    Multiple multiple = suffix();
    add(cursor.text().substring(from, to), multiple);
    lastEnd = cursor.place();
  }

  /** The multiplier behind a parenthesis: x2, x12~>20, amp. */
  private Multiple suffix() {
    int from = cursor.place();
    cursor.skipAny(" ");
    if (cursor.take("amp")) {
      return new Multiple(-1, -1, true);
    }
    char next = cursor.peek(1);
    if (cursor.lower() == 'x' && (Cursor.isDigit(next) || next == '>' || next == ' ')) {
      cursor.skip(1);
      int digits = cursor.place();
      cursor.skipAny("0123456789~>- ");
      return Multiple.read(cursor.text().toString(), digits, cursor.place());
    }
    cursor.moveTo(from);
    return Multiple.UNSTATED;
  }

  private void add(String content, Multiple outside) {
    List<ProbeLink> found = ProbeLinks.read(content);
    if (!found.isEmpty()) {
      for (ProbeLink link : found) {
        boolean inside = link.low() >= 0;
        boolean stated = outside.low() >= 0;
        int low = stated ? outside.low() : inside ? link.low() : 1;
        int high = stated ? outside.high() : inside ? link.high() : 1;
        links.add(link.times(low, high));
      }
      return;
    }
    for (ProbeSignal signal : ProbeReader.signals(content)) {
      if (outside.low() >= 0 || outside.openEnded()) {
        signals.add(signal.times(outside.low(), outside.high(), outside.openEnded()));
      } else {
        signals.add(signal);
      }
    }
  }

  /** The nuclei in square brackets: [120/200], [62%], [200]. */
  private void nuclei() {
    int from = cursor.place();
    cursor.skip(1);
    int to = cursor.place();
    while (to < cursor.end() && cursor.text().at(to) != ']') {
      to++;
    }
    String content = cursor.text().substring(cursor.place(), to);
    cursor.moveTo(to);
    cursor.take(']');
    log.token(TokenKind.FISH_CELL_COUNT, cursor.spanFrom(from));
    NucleusCount count = NucleusCount.read(content);
    finishPopulation(count);
    cursor.skipAny(" ");
    if (cursor.peek() != '/') {
      finishHybridisation();
    }
  }

  private void finishPopulation(NucleusCount count) {
    if (started < 0) {
      return;
    }
    Span span = cursor.text().span(started, lastEnd);
    log.token(TokenKind.FISH_SIGNAL, span);
    hybridisation.add(
        new FishPopulation(
            signals, links, count.percent(), count.examined(), FishPopulation.Target.NUCLEI, span));
    nuclei.add(count.nuclei());
    signals = new ArrayList<>(2);
    links = new ArrayList<>(1);
    started = -1;
  }

  /** Where every population gives plain nuclei, their shares follow from the sum. */
  private void finishHybridisation() {
    int total = 0;
    boolean allCounted = hybridisation.size() > 1;
    for (int counted : nuclei) {
      allCounted &= counted >= 0;
      total += counted;
    }
    for (int i = 0; i < hybridisation.size(); i++) {
      FishPopulation population = hybridisation.get(i);
      boolean derive = allCounted && total > 0 && population.percent().isEmpty();
      read.add(derive ? population.among(nuclei.get(i), total) : population);
    }
    hybridisation.clear();
    nuclei.clear();
  }
}
