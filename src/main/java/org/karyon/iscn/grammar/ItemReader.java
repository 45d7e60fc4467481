package org.karyon.iscn.grammar;

import java.util.List;
import java.util.Optional;
import org.karyon.iscn.model.Abnormality;
import org.karyon.iscn.model.Band;
import org.karyon.iscn.model.BandReader;
import org.karyon.iscn.model.Breakpoint;
import org.karyon.iscn.model.CellCount;
import org.karyon.iscn.model.Chromosome;
import org.karyon.iscn.model.ChromosomeChange;
import org.karyon.iscn.model.MarkerChange;
import org.karyon.iscn.model.Notation;
import org.karyon.iscn.model.Operation;
import org.karyon.iscn.model.Rearrangement;
import org.karyon.iscn.model.StructuralChange;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.ReadingLog;

/** Reads one entry of a clone: a chromosome, a rearrangement or unidentified material. */
final class ItemReader {

  private final Cursor cursor;
  private final ReadingLog log;
  private final BandMemory memory;

  ItemReader(Cursor cursor, ReadingLog log, BandMemory memory) {
    this.cursor = cursor;
    this.log = log;
    this.memory = memory;
  }

  /** The entry that begins here; empty, without moving, where none can be read. */
  Optional<Abnormality> read() {
    int from = cursor.place();
    ItemPrefix prefix = ItemPrefix.read(cursor);
    Optional<Abnormality> item = body(from, prefix);
    if (item.isEmpty()) {
      cursor.moveTo(from);
    }
    return item;
  }

  private Optional<Abnormality> body(int from, ItemPrefix prefix) {
    Optional<MarkerReader.Marker> marker = MarkerReader.read(cursor);
    if (marker.isPresent()) {
      MarkerReader.Marker found = marker.get();
      ItemSuffix suffix = ItemSuffix.read(cursor);
      Notation notation = notation(from, prefix, suffix, found.low(), found.high());
      return Optional.of(new MarkerChange(notation, found.kind(), found.name()));
    }
    StructureReader structure = new StructureReader(cursor, log, memory);
    if (structure.read()) {
      return Optional.of(structural(from, prefix, structure));
    }
    Optional<Chromosome> chromosome = chromosome(prefix);
    if (chromosome.isPresent()) {
      return Optional.of(whole(from, prefix, chromosome.get()));
    }
    if (structure.readMisspelt()) {
      Abnormality guessed = structural(from, prefix, structure);
      log.unknown(guessed.notation().span());
      return Optional.of(guessed);
    }
    return Optional.empty();
  }

  private Abnormality structural(int from, ItemPrefix prefix, StructureReader structure) {
    ItemSuffix suffix = ItemSuffix.read(cursor);
    boolean alternative = alternatives();
    Notation notation = notation(from, prefix, suffix.doubtful(alternative), 1, 1);
    return new StructuralChange(notation, structure.chain(), structure.probes());
  }

  private Abnormality whole(int from, ItemPrefix prefix, Chromosome chromosome) {
    char arm = cursor.lower();
    if (arm == 'p' || arm == 'q') {
      return oldForm(from, prefix, chromosome);
    }
    boolean doubtful = cursor.skipAny("?");
    cursor.skipAny("*'");
    ItemSuffix suffix = ItemSuffix.read(cursor);
    doubtful |= alternatives();
    return new ChromosomeChange(
        notation(from, prefix, suffix.doubtful(doubtful), 1, 1), chromosome);
  }

  /** The form of before 1971: 5q- is a deletion, 14q+ additional material. */
  private Abnormality oldForm(int from, ItemPrefix prefix, Chromosome chromosome) {
    int arm = cursor.place();
    cursor.skip(1);
    cursor.skipAny("0123456789.?");
    List<Band> bands = BandReader.read(cursor.text().toString(), arm, cursor.place());
    Operation operation = cursor.peek() == '+' ? Operation.ADDITION : Operation.DELETION;
    cursor.skipAny("+-");
    List<Breakpoint> breakpoints =
        bands.stream().map(band -> new Breakpoint(chromosome, band.asUncertain())).toList();
    Rearrangement rearrangement =
        new Rearrangement(operation, List.of(chromosome), breakpoints, false);
    // The sign before the number belongs to the old form only where the whole chromosome is named.
    Notation notation = notation(from, prefix, ItemSuffix.read(cursor), 1, 1);
    return new StructuralChange(notation, List.of(rearrangement), List.of());
  }

  private Optional<Chromosome> chromosome(ItemPrefix prefix) {
    char c = cursor.lower();
    if (c == 'x' || c == 'y') {
      boolean alone = !Cursor.isLetter(cursor.peek(1)) || cursor.peek(1) == 'c';
      if ((!prefix.signed() && !prefix.doubtful()) || !alone) {
        return Optional.empty();
      }
      cursor.skip(1);
      return Optional.of(c == 'x' ? Chromosome.X : Chromosome.Y);
    }
    int before = cursor.place();
    Chromosome chromosome = Chromosome.autosome(cursor.number());
    boolean old = cursor.lower() == 'p' || cursor.lower() == 'q';
    if (!chromosome.isKnown() || (!prefix.signed() && !prefix.doubtful() && !old)) {
      cursor.moveTo(before);
      return Optional.empty();
    }
    return Optional.of(chromosome);
  }

  /** Passes over "or ..." and "/10", which name what else the change might be. */
  private boolean alternatives() {
    boolean found = false;
    while (cursor.at("or") || (cursor.peek() == '/' && Cursor.isDigit(cursor.peek(1)))) {
      cursor.skip(cursor.peek() == '/' ? 1 : 2);
      found = true;
      ItemPrefix.read(cursor);
      if (cursor.atDigit() || "XY".indexOf(cursor.peek()) >= 0) {
        cursor.skipAny("0123456789XY");
      } else {
        new StructureReader(cursor, log, memory).read();
      }
      ItemSuffix.read(cursor);
    }
    return found;
  }

  private Notation notation(
      int from, ItemPrefix prefix, ItemSuffix suffix, int lowCopies, int highCopies) {
    return new Notation(
        prefix.sign(),
        prefix.doubtful() || suffix.doubtful(),
        suffix.constitutional(),
        lowCopies * suffix.low(),
        highCopies * suffix.high(),
        CellCount.UNSTATED,
        cursor.spanFrom(from));
  }
}
