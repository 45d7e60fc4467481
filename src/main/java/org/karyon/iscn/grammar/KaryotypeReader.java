package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import org.karyon.iscn.model.ArraySegment;
import org.karyon.iscn.model.CellCount;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.FishPopulation;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.model.WrittenClone;
import org.karyon.iscn.report.TokenKind;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.ReadingLog;
import org.karyon.iscn.text.SourceText;
import org.karyon.iscn.text.Span;
import org.karyon.iscn.text.TextNormaliser;

/** Reads a text into a {@link Karyotype}, in time linear in its length, and never throws. */
public final class KaryotypeReader {

  /** The longest text that is read at all. */
  static final int LONGEST_TEXT = 64 * 1024;

  private static final int MOST_CLONES = 60;

  private final ReadingLog log;
  private final BandMemory memory = new BandMemory();
  private final List<WrittenClone> patient = new ArrayList<>(3);
  private final List<WrittenClone> donor = new ArrayList<>(0);
  private final List<FishPopulation> fish = new ArrayList<>(0);
  private final List<ArraySegment> arrays = new ArrayList<>(0);
  private static final int NESTED = 3;

  private final List<Integer> banding = new ArrayList<>(2);
  private int nonClonalCells;
  private boolean fullyRead = true;
  private boolean noResult;
  private boolean absurd;

  private KaryotypeReader(ReadingLog log) {
    this.log = log;
  }

  public static Karyotype read(String text, ReadingLog log) {
    if (text.length() > LONGEST_TEXT) {
      return Karyotype.without(Karyotype.Outcome.TOO_LONG);
    }
    return new KaryotypeReader(log).read(TextNormaliser.normalise(text));
  }

  private Karyotype read(SourceText text) {
    for (Segment segment : ReportSegments.of(text)) {
      read(text, segment);
    }
    if (!banding.isEmpty()) {
      banding(text.compact(banding));
    }
    if (absurd) {
      return Karyotype.without(Karyotype.Outcome.ABSURD);
    }
    List<Clone> clones = CloneExpansion.expand(patient, log);
    List<Clone> donors = CloneExpansion.expand(donor, log);
    return new Karyotype(
        clones,
        donors,
        List.copyOf(fish),
        List.copyOf(arrays),
        nonClonalCells,
        fullyRead,
        outcome(text));
  }

  private Karyotype.Outcome outcome(SourceText text) {
    if (!patient.isEmpty() || !fish.isEmpty() || !arrays.isEmpty()) {
      return Karyotype.Outcome.READ;
    }
    if (!donor.isEmpty()) {
      return Karyotype.Outcome.DONOR_ONLY;
    }
    if (text.toString().isBlank()) {
      return Karyotype.Outcome.EMPTY;
    }
    return noResult ? Karyotype.Outcome.NO_RESULT : Karyotype.Outcome.NOT_UNDERSTOOD;
  }

  private void read(SourceText text, Segment segment) {
    boolean opensBanding = segment.kind() == Segment.Kind.BANDING && banding.isEmpty();
    if (opensBanding && RearrangementSentence.isProse(text, segment)) {
      fullyRead = false;
      prose(text, segment);
      return;
    }
    if (segment.content() > segment.from()) {
      log.token(TokenKind.TECHNIQUE, text.span(segment.from(), segment.content()));
    }
    switch (segment.kind()) {
      case BANDING -> {
        banding.add(segment.content());
        banding.add(segment.to());
      }
      case INTERPHASE_FISH ->
          fish.addAll(InterphaseFishReader.read(text, segment.content(), segment.to(), log));
      case METAPHASE_FISH -> {
        SourceText result = text.compact(List.of(segment.content(), segment.to()));
        fish.addAll(MetaphaseFishReader.read(result, 0, result.length(), log, memory));
      }
      case ARRAY -> arrays.addAll(ArrayReader.read(text, segment.content(), segment.to(), log));
      case OTHER_TECHNIQUE -> {
        log.token(TokenKind.OTHER_TECHNIQUE, text.span(segment.content(), segment.to()));
        log.warn("a technique other than banding, FISH and array is not read");
      }
      case PROSE -> prose(text, segment);
    }
  }

  private void prose(SourceText text, Segment segment) {
    Span span = text.span(segment.from(), segment.to());
    fullyRead &= !Prose.namesDonor(text.substring(segment.from(), segment.to()));
    log.token(TokenKind.PROSE, span);
    log.warn(ReadingLog.FREE_TEXT, span);
  }

  /** A rearrangement of a rearrangement of a rearrangement, as no nomenclature writes it. */
  private static boolean isNested(SourceText text) {
    int depth = 0;
    boolean letters = false;
    for (int i = 0; i < text.length() && depth < NESTED; i++) {
      char c = text.at(i);
      if (c == '(' && letters) {
        depth++;
        letters = false;
      } else if (Cursor.isLetter(c)) {
        letters = true;
      } else {
        depth = 0;
        letters = false;
      }
    }
    return depth >= NESTED;
  }

  private void banding(SourceText compact) {
    absurd |= isNested(compact);
    int from = prefix(compact);
    SourceText text = from == 0 ? compact : compact.slice(from, compact.length());
    boolean clone = CloneHeader.at(text, 0, text.length());
    if (!clone && Prose.saysNoResult(text.toString())) {
      noResult = !text.toString().isEmpty();
      fullyRead = false;
      log.token(TokenKind.NO_RESULT, text.span(0, text.length()));
      return;
    }
    for (CloneSplitter.Part part : CloneSplitter.split(text, log)) {
      if (patient.size() + donor.size() < MOST_CLONES) {
        clone(text, part);
      } else {
        absurd = true;
      }
    }
  }

  /** mos and chi say that several cell lines follow. */
  private int prefix(SourceText text) {
    boolean prefixed =
        (text.hasWord("mos", 0) || text.hasWord("chi", 0))
            && CloneHeader.at(text, 3, text.length());
    if (prefixed) {
      log.token(TokenKind.PREFIX, text.span(0, 3));
    }
    return prefixed ? 3 : 0;
  }

  private void clone(SourceText text, CloneSplitter.Part part) {
    if (isNonClonal(text, part)) {
      log.token(TokenKind.NON_CLONAL, text.span(part.from(), part.to()));
      int bracket = text.indexOf('[', part.from(), part.to());
      if (bracket >= 0) {
        CellCount cells = CellCounts.read(text.substring(bracket + 1, part.to()));
        nonClonalCells += cells.metaphases().orElse(0);
        absurd |= cells.absurd();
      }
      return;
    }
    WrittenClone written = CloneReader.read(text, part, log, memory);
    fullyRead &= written.fullyRead();
    absurd |= written.items().size() >= CloneReader.MOST_ITEMS || written.cells().absurd();
    if (written.isReadable()) {
      (part.donor() ? donor : patient).add(written);
    } else {
      fullyRead = false;
    }
  }

  private static boolean isNonClonal(SourceText text, CloneSplitter.Part part) {
    int i = part.from();
    if (text.hasWord("nonclonal", i) || text.hasWord("non-clonal", i) || text.hasWord("ncs", i)) {
      return true;
    }
    while (Cursor.isDigit(text.at(i))) {
      i++;
    }
    boolean level = i > part.from() && i - part.from() <= 2 && text.lower(i) == 'n';
    return level && (i + 1 == part.to() || text.at(i + 1) == '[');
  }
}
