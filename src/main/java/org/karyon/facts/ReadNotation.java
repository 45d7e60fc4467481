package org.karyon.facts;

import java.util.List;
import java.util.Optional;

/**
 * A karyotype, FISH or array result in notation, and what it shows of the lesions.
 *
 * @param source the resource with its words and date
 * @param text the notation as it was written, without the sentences around it
 * @param answer whether it shows a change: present, absent where the method could have seen one, or
 *     empty where it says neither
 * @param present the lesions that it shows
 * @param possible the lesions that it suggests; another test must confirm them
 */
public record ReadNotation(
    Evidence source,
    String text,
    Optional<Presence> answer,
    List<Fact<Presence>> present,
    List<Fact<Presence>> possible) {

  /** Copies the lists, so that a reading never changes. */
  public ReadNotation {
    present = List.copyOf(present);
    possible = List.copyOf(possible);
  }
}
