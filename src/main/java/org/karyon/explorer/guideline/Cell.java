package org.karyon.explorer.guideline;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.karyon.guideline.Citation;

/**
 * A cell of a table.
 *
 * @param bits its words
 * @param list whether each of them stands on a line of its own
 */
public record Cell(List<Bit> bits, boolean list) {

  /** Copies the list. */
  public Cell {
    bits = List.copyOf(bits);
  }

  static Cell words(String text) {
    return new Cell(text.isEmpty() ? List.of() : List.of(Bit.words(text)), false);
  }

  static Cell list(Collection<Bit> bits) {
    return new Cell(List.copyOf(bits), true);
  }

  static Cell lines(Citation citation) {
    return row(citation.lines().stream().map(line -> Bit.to("L" + line, "L" + line)));
  }

  static Cell interpretations(Collection<String> ids) {
    return row(ids.stream().map(id -> Bit.to(id, id)));
  }

  static Cell row(Stream<Bit> bits) {
    return new Cell(bits.toList(), false);
  }

  /** Whether one of its words holds what is searched for. */
  boolean mentions(String lower) {
    return bits.stream().anyMatch(bit -> bit.text().toLowerCase(Locale.ROOT).contains(lower));
  }
}
