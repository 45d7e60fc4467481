package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.karyon.iscn.model.FishPopulation;
import org.karyon.iscn.model.Multiple;
import org.karyon.iscn.model.ProbeLink;
import org.karyon.iscn.model.ProbeSignal;
import org.karyon.iscn.report.TokenKind;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.ReadingLog;
import org.karyon.iscn.text.SourceText;
import org.karyon.iscn.text.Span;

/** Reads what follows {@code ish}: rearrangements or loci with the signals seen on chromosomes. */
final class MetaphaseFishReader {

  private static final int MOST_POPULATIONS = 256;

  private final Cursor cursor;
  private final ReadingLog log;
  private final BandMemory memory;
  private final List<FishPopulation> read = new ArrayList<>();

  private MetaphaseFishReader(Cursor cursor, ReadingLog log, BandMemory memory) {
    this.cursor = cursor;
    this.log = log;
    this.memory = memory;
  }

  static List<FishPopulation> read(
      SourceText text, int from, int to, ReadingLog log, BandMemory memory) {
    return new MetaphaseFishReader(new Cursor(text, from, to), log, memory).populations();
  }

  private List<FishPopulation> populations() {
    while (!cursor.atEnd() && read.size() < MOST_POPULATIONS) {
      switch (cursor.peek()) {
        case '[' -> cells();
        case ',', '.', ' ', ';', ')', ']', '/' -> cursor.skip(1);
        default -> item();
      }
    }
    return read;
  }

  private void cells() {
    int from = cursor.place();
    while (!cursor.atEnd() && !cursor.take(']')) {
      cursor.skip(1);
    }
    log.token(TokenKind.FISH_CELL_COUNT, cursor.spanFrom(from));
  }

  private void item() {
    int from = cursor.place();
    cursor.skipAny("+-?");
    StructureReader structure = new StructureReader(cursor, log, memory);
    if (structure.read()) {
      copies();
      for (List<ProbeSignal> part : structure.probes()) {
        add(part, List.of(), from, FishPopulation.Target.CHROMOSOME);
      }
      links(from);
      splits(structure.probes(), from);
      log.token(TokenKind.FISH_SIGNAL, cursor.spanFrom(from));
      return;
    }
    locus(from);
  }

  /** A locus or chromosome with its signals: 21(wcp21+,RUNX1+x3), 12p13(TELx1), (wcp1+)x2. */
  private void locus(int from) {
    while (!cursor.atEnd() && "(,[]".indexOf(cursor.peek()) < 0) {
      cursor.skip(1);
    }
    if (cursor.peek() != '(') {
      log.unknown(cursor.spanFrom(from));
      return;
    }
    int open = cursor.place() + 1;
    while (!cursor.atEnd() && cursor.peek() != ')') {
      cursor.skip(1);
    }
    String content = cursor.text().substring(open, Math.max(open, cursor.place()));
    cursor.take(')');
    Multiple copies = copies();
    List<ProbeLink> found = ProbeLinks.read(content);
    for (String part : content.split(";", -1)) {
      List<ProbeSignal> signals = found.isEmpty() ? ProbeReader.signals(part) : List.of();
      add(multiplied(signals, copies), found, from, FishPopulation.Target.METAPHASES);
    }
    log.token(TokenKind.FISH_SIGNAL, cursor.spanFrom(from));
  }

  private Multiple copies() {
    if (cursor.lower() != 'x' || !Cursor.isDigit(cursor.peek(1))) {
      return Multiple.UNSTATED;
    }
    int from = cursor.place() + 1;
    cursor.skip(1);
    cursor.skipAny("0123456789~-");
    return Multiple.read(cursor.text().toString(), from, cursor.place());
  }

  private static List<ProbeSignal> multiplied(List<ProbeSignal> signals, Multiple copies) {
    if (copies.low() < 0) {
      return signals;
    }
    return signals.stream()
        .map(signal -> signal.times(copies.low(), copies.high(), signal.amplified()))
        .toList();
  }

  /** One end of a probe on one chromosome and the other end on another: the probe is split. */
  private void splits(List<List<ProbeSignal>> chromosomes, int from) {
    List<ProbeSignal> seen = new ArrayList<>();
    for (List<ProbeSignal> chromosome : chromosomes) {
      for (ProbeSignal signal : chromosome) {
        boolean alone =
            signal.part() != ProbeSignal.Part.WHOLE
                && signal.low() > 0
                && chromosome.stream()
                    .noneMatch(
                        other ->
                            other.probe().equals(signal.probe())
                                && other.part() != signal.part()
                                && other.low() > 0);
        if (alone) {
          seen.add(signal);
        }
      }
    }
    for (ProbeSignal one : seen) {
      boolean apart =
          one.part() == ProbeSignal.Part.FIVE_PRIME
              && seen.stream()
                  .anyMatch(
                      other ->
                          other.probe().equals(one.probe())
                              && other.part() == ProbeSignal.Part.THREE_PRIME);
      if (apart) {
        ProbeLink split = new ProbeLink(false, one.probe(), one.probe(), 1, 1);
        add(List.of(), List.of(split), from, FishPopulation.Target.CHROMOSOME);
      }
    }
  }

  /** Links stand in the same parentheses as signals, so they are looked for in the text read. */
  private void links(int from) {
    String item = cursor.text().substring(from, cursor.place());
    int open = item.lastIndexOf('(');
    int close = item.lastIndexOf(')');
    if (open >= 0 && close > open) {
      List<ProbeLink> found = ProbeLinks.read(item.substring(open + 1, close));
      if (!found.isEmpty()) {
        add(List.of(), found, from, FishPopulation.Target.CHROMOSOME);
      }
    }
  }

  private void add(
      List<ProbeSignal> signals, List<ProbeLink> links, int from, FishPopulation.Target target) {
    List<ProbeLink> counted =
        links.stream().map(link -> link.low() < 0 ? link.times(1, 1) : link).toList();
    Span span = cursor.spanFrom(from);
    read.add(
        new FishPopulation(
            signals, counted, OptionalDouble.empty(), OptionalInt.empty(), target, span));
  }
}
