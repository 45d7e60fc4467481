package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.iscn.model.Breakpoint;
import org.karyon.iscn.model.Chromosome;
import org.karyon.iscn.model.Operation;
import org.karyon.iscn.model.ProbeSignal;
import org.karyon.iscn.model.Rearrangement;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.ReadingLog;

/** Reads a chain of rearrangements such as {@code der(1)t(1;3)(p32;q21)inv(1)(p22q21)(KMT2A+)}. */
final class StructureReader {

  private static final int LONGEST_CHAIN = 16;

  private final Cursor cursor;
  private final ReadingLog log;
  private final BandMemory memory;
  private final List<Rearrangement> chain = new ArrayList<>(2);
  private final List<List<ProbeSignal>> probes = new ArrayList<>(0);

  StructureReader(Cursor cursor, ReadingLog log, BandMemory memory) {
    this.cursor = cursor;
    this.log = log;
    this.memory = memory;
  }

  List<Rearrangement> chain() {
    return List.copyOf(chain);
  }

  /** The signals of FISH probes, one list for each chromosome of the rearrangement. */
  List<List<ProbeSignal>> probes() {
    return List.copyOf(probes);
  }

  /** Reads rearrangements until none follows; false where not even one stands here. */
  boolean read() {
    while (chain.size() < LONGEST_CHAIN && readOne()) {
      // Every link of the chain is read the same way.
    }
    return !chain.isEmpty();
  }

  private boolean readOne() {
    int before = cursor.place();
    boolean doubtful = !chain.isEmpty() && cursor.skipAny("?");
    Optional<Keyword> keyword = Keyword.at(cursor.text(), cursor.place(), cursor.end());
    if (keyword.isEmpty()) {
      cursor.moveTo(before);
      return false;
    }
    cursor.skip(keyword.get().word().length());
    doubtful |= cursor.skipAny("?");
    if (cursor.peek() == ',') {
      log.warn("stray comma", cursor.spanFrom(before));
      cursor.skip(1);
    }
    add(keyword.get().operation(), doubtful);
    return true;
  }

  /** A misspelt keyword of one to four letters before readable parentheses, such as y(1;19). */
  boolean readMisspelt() {
    int before = cursor.place();
    while (Cursor.isLetter(cursor.peek()) && cursor.place() - before < 5) {
      cursor.skip(1);
    }
    boolean parentheses =
        cursor.place() > before
            && cursor.peek() == '('
            && (Cursor.isDigit(cursor.peek(1)) || "XY?".indexOf(cursor.peek(1)) >= 0);
    if (!parentheses) {
      cursor.moveTo(before);
      return false;
    }
    add(Operation.UNCLEAR, true);
    return true;
  }

  private void add(Operation operation, boolean doubtful) {
    List<Chromosome> chromosomes = new ArrayList<>(2);
    List<Parenthesis> bands = new ArrayList<>(1);
    Optional<Parenthesis> detailed = Optional.empty();
    ParticipantReader participants = new ParticipantReader(cursor.text(), log);
    if (cursor.atDigit()) {
      // The opening bracket was lost: del6)(q13q23).
      participants.chromosomes(unopenedChromosomes(), chromosomes);
    }
    while (cursor.peek() == '(' || (!chromosomes.isEmpty() && bands.isEmpty() && bandsUnopened())) {
      Parenthesis group =
          cursor.peek() == '(' ? Parenthesis.read(cursor, log) : Parenthesis.unopened(cursor);
      switch (group.content()) {
        case CHROMOSOMES -> {
          if (chromosomes.isEmpty() || !onlyQuestioned(group)) {
            participants.chromosomes(group, chromosomes);
          } else {
            bands.add(group);
          }
        }
        case BANDS -> bands.add(group);
        case DETAILED -> detailed = Optional.of(group);
        case PROBES -> probes(group, operation);
        case EMPTY -> {}
      }
    }
    boolean inDetail = detailed.isPresent();
    List<Breakpoint> breakpoints =
        detailed
            .map(group -> participants.junctions(group, chromosomes))
            .orElseGet(() -> participants.breakpoints(bands, chromosomes));
    // Between what and what is not understood, and so the whole is not.
    boolean alone = operation == Operation.TRANSLOCATION && chromosomes.size() < 2 && !inDetail;
    boolean unclear = alone || participants.namesArmAlone();
    List<Breakpoint> marked =
        doubtful || participants.anyQuestioned() ? allUncertain(breakpoints) : breakpoints;
    chain.add(
        memory.completed(
            new Rearrangement(
                unclear ? Operation.UNCLEAR : operation,
                List.copyOf(chromosomes),
                marked,
                inDetail)));
  }

  /** Signals beside the rearrangement; in amp(RUNX1) the keyword says how many. */
  private void probes(Parenthesis group, Operation operation) {
    for (List<ProbeSignal> part : ProbeReader.parts(cursor.text(), group.from(), group.to())) {
      probes.add(
          operation == Operation.AMPLIFICATION
              ? part.stream()
                  .map(signal -> signal.times(signal.low(), signal.high(), true))
                  .toList()
              : part);
    }
  }

  /** Whether parentheses after the chromosomes hold nothing but question marks for the bands. */
  private boolean onlyQuestioned(Parenthesis group) {
    for (int i = group.from(); i < group.to(); i++) {
      if (cursor.text().at(i) != '?' && cursor.text().at(i) != ';') {
        return false;
      }
    }
    return true;
  }

  private Parenthesis unopenedChromosomes() {
    int from = cursor.place();
    while (cursor.atDigit() || cursor.peek() == ';') {
      cursor.skip(1);
    }
    int to = cursor.place();
    cursor.take(')');
    return new Parenthesis(from, to, Parenthesis.Content.CHROMOSOMES);
  }

  private boolean bandsUnopened() {
    char arm = cursor.lower();
    char next = cursor.peek(1);
    return (arm == 'p' || arm == 'q') && (Cursor.isDigit(next) || next == '?');
  }

  private static List<Breakpoint> allUncertain(List<Breakpoint> breakpoints) {
    List<Breakpoint> uncertain = new ArrayList<>(breakpoints.size());
    for (Breakpoint breakpoint : breakpoints) {
      uncertain.add(new Breakpoint(breakpoint.chromosome(), breakpoint.band().asUncertain()));
    }
    return List.copyOf(uncertain);
  }
}
