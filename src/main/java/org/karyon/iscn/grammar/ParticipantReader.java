package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import org.karyon.iscn.model.Band;
import org.karyon.iscn.model.BandReader;
import org.karyon.iscn.model.Breakpoint;
import org.karyon.iscn.model.Chromosome;
import org.karyon.iscn.model.ChromosomeArms;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.ReadingLog;
import org.karyon.iscn.text.SourceText;

/** Reads the chromosomes and bands inside the parentheses of one rearrangement. */
final class ParticipantReader {

  private static final int MOST_CHROMOSOMES = 16;

  private final SourceText text;
  private final ReadingLog log;
  private final List<Breakpoint> armsWithChromosomes = new ArrayList<>(0);
  private boolean anyQuestioned;
  private boolean armWithoutChromosome;

  ParticipantReader(SourceText text, ReadingLog log) {
    this.text = text;
    this.log = log;
  }

  /** Whether a chromosome that is named has a question mark: (?4;11), not the lone ? of (4;?). */
  boolean anyQuestioned() {
    return anyQuestioned;
  }

  /** Whether an arm stands where a chromosome should: (9q34;q22q11). */
  boolean namesArmAlone() {
    return armWithoutChromosome;
  }

  /** Adds the chromosomes of (9;22), (X;14), (?;13) or, in an old form, (11q). */
  void chromosomes(Parenthesis group, List<Chromosome> found) {
    Cursor cursor = new Cursor(text, group.from(), group.to());
    int before = found.size();
    while (!cursor.atEnd() && found.size() < MOST_CHROMOSOMES) {
      // "v" stands for one of several partners, as in t(v;11)(v;q23).
      boolean questioned = cursor.skipAny("?vV");
      char c = cursor.lower();
      anyQuestioned |= questioned && (cursor.atDigit() || c == 'x' || c == 'y');
      if (cursor.atDigit()) {
        found.add(Chromosome.autosome(cursor.number()));
      } else if (c == 'x' || c == 'y') {
        cursor.skip(1);
        found.add(c == 'x' ? Chromosome.X : Chromosome.Y);
      } else if (questioned) {
        found.add(Chromosome.UNKNOWN);
      }
      armWithoutChromosome |= found.size() == before && atArm(cursor);
      armBeside(cursor, found);
      cursor.skipAny("*'");
      if (!cursor.atEnd() && cursor.skipAny(";:,")) {
        before = found.size();
        continue;
      }
      if (!cursor.atEnd() && !cursor.atDigit() && "xy?".indexOf(cursor.lower()) < 0) {
        cursor.skip(1);
      }
    }
  }

  private static boolean atArm(Cursor cursor) {
    char arm = cursor.lower();
    return !cursor.atEnd() && (arm == 'p' || arm == 'q');
  }

  private void armBeside(Cursor cursor, List<Chromosome> found) {
    if (atArm(cursor) && !found.isEmpty()) {
      int from = cursor.place();
      cursor.skip(1);
      cursor.skipAny("0123456789.?");
      for (Band band : BandReader.read(text.toString(), from, cursor.place())) {
        armsWithChromosomes.add(new Breakpoint(found.getLast(), band));
      }
    }
  }

  /** The breakpoints that the band parentheses give to the chromosomes. */
  List<Breakpoint> breakpoints(List<Parenthesis> groups, List<Chromosome> chromosomes) {
    if (groups.isEmpty()) {
      return List.copyOf(armsWithChromosomes);
    }
    List<List<Band>> parts = new ArrayList<>(2);
    for (Parenthesis group : groups) {
      split(group, chromosomes.size() > 1, parts);
    }
    List<Breakpoint> breakpoints = new ArrayList<>(2);
    if (chromosomes.size() <= 1) {
      Chromosome only = chromosomes.isEmpty() ? Chromosome.UNKNOWN : chromosomes.getFirst();
      parts.forEach(part -> part.forEach(band -> breakpoints.add(existing(only, band))));
    } else if (parts.size() == chromosomes.size()) {
      for (int i = 0; i < parts.size(); i++) {
        for (Band band : parts.get(i)) {
          breakpoints.add(existing(chromosomes.get(i), band));
        }
      }
    } else {
      inOrder(parts, chromosomes, breakpoints);
    }
    return List.copyOf(breakpoints);
  }

  /** A semicolon was lost or two translocations were merged: bands follow the chromosomes. */
  private void inOrder(
      List<List<Band>> parts, List<Chromosome> chromosomes, List<Breakpoint> breakpoints) {
    int next = 0;
    for (List<Band> part : parts) {
      for (Band band : part) {
        boolean left = next < chromosomes.size();
        Chromosome chromosome = left ? chromosomes.get(next) : Chromosome.UNKNOWN;
        breakpoints.add(existing(chromosome, band));
        next++;
      }
    }
  }

  private void split(Parenthesis group, boolean several, List<List<Band>> parts) {
    String content = text.toString();
    // Beside the sign that belongs there a dash is a range.
    boolean byDashes =
        several
            && text.indexOf(';', group.from(), group.to()) < 0
            && text.indexOf(':', group.from(), group.to()) < 0;
    int from = group.from();
    for (int i = group.from(); i <= group.to(); i++) {
      boolean end = i == group.to();
      if (end || parts(content.charAt(i), byDashes && startsBand(i + 1, group.to()))) {
        if (i > from || end) {
          List<Band> bands = BandReader.read(content, from, i);
          // An arm was lost, as in t(9;22)(q34;11): the place is there, and nobody knows which.
          parts.add(bands.isEmpty() && i > from ? List.of(Band.NOWHERE) : bands);
        }
        from = i + 1;
      }
    }
  }

  private boolean startsBand(int place, int end) {
    char c = text.lower(place);
    return place < end && (c == 'p' || c == 'q');
  }

  /** What parts the bands of one chromosome from those of the next, slips among it. */
  private static boolean parts(char c, boolean beforeBandOfAnother) {
    return ";:/|".indexOf(c) >= 0 || (c == '-' && beforeBandOfAnother);
  }

  private Breakpoint existing(Chromosome chromosome, Band band) {
    boolean terminal = band.from() >= Band.ARM_END - 1;
    if (terminal || ChromosomeArms.has(chromosome, band)) {
      return new Breakpoint(chromosome, band);
    }
    log.warn("a band on chromosome " + chromosome.label() + " does not exist");
    return new Breakpoint(chromosome, new Band(band.arm(), 0, Band.ARM_END, true));
  }

  /** The two sides of every :: of the detailed system. */
  List<Breakpoint> junctions(Parenthesis group, List<Chromosome> chromosomes) {
    Chromosome current = chromosomes.isEmpty() ? Chromosome.UNKNOWN : chromosomes.getFirst();
    List<List<Breakpoint>> pieces = new ArrayList<>(3);
    int from = group.from();
    for (int i = group.from(); i <= group.to(); i++) {
      boolean junction = text.at(i) == ':' && i < group.to();
      if (junction || i == group.to()) {
        List<Breakpoint> piece = piece(from, i, current);
        pieces.add(piece);
        current = piece.isEmpty() ? current : piece.getLast().chromosome();
        i += junction && text.at(i + 1) == ':' ? 1 : 0;
        from = i + 1;
      }
    }
    return joined(pieces);
  }

  private static List<Breakpoint> joined(List<List<Breakpoint>> pieces) {
    List<Breakpoint> breakpoints = new ArrayList<>(4);
    for (int i = 0; i + 1 < pieces.size(); i++) {
      if (!pieces.get(i).isEmpty() && !pieces.get(i + 1).isEmpty()) {
        breakpoints.add(pieces.get(i).getLast());
        breakpoints.add(pieces.get(i + 1).getFirst());
      }
    }
    return List.copyOf(breakpoints);
  }

  private List<Breakpoint> piece(int from, int to, Chromosome inherited) {
    List<Breakpoint> ends = new ArrayList<>(2);
    Cursor cursor = new Cursor(text, from, Math.max(from, to));
    Chromosome chromosome = inherited;
    while (!cursor.atEnd()) {
      int start = cursor.place();
      while (!cursor.atEnd() && cursor.peek() != '>' && !cursor.at("->")) {
        cursor.skip(1);
      }
      Breakpoint end = end(start, cursor.place(), chromosome);
      ends.add(end);
      chromosome = end.chromosome();
      cursor.skipAny("->");
    }
    return ends;
  }

  private Breakpoint end(int from, int to, Chromosome inherited) {
    int band = from;
    while (band < to && text.lower(band) != 'p' && text.lower(band) != 'q') {
      band++;
    }
    List<Chromosome> named = new ArrayList<>(1);
    if (band > from) {
      chromosomes(new Parenthesis(from, band, Parenthesis.Content.CHROMOSOMES), named);
    }
    Chromosome chromosome = named.isEmpty() ? inherited : named.getFirst();
    List<Band> bands = BandReader.read(text.toString(), band, to);
    return bands.isEmpty()
        ? new Breakpoint(chromosome, Band.NOWHERE)
        : existing(chromosome, bands.getFirst());
  }
}
