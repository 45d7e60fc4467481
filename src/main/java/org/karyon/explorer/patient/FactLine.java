package org.karyon.explorer.patient;

import java.util.List;

/**
 * A fact as the page shows it.
 *
 * @param id the fact
 * @param name its words
 * @param known whether it is known
 * @param value the value, or why there is none
 * @param explanation more of why it is unknown; may be empty
 * @param sources what it rests on
 * @param supposed whether a visitor supposed it
 */
public record FactLine(
    String id,
    String name,
    boolean known,
    String value,
    String explanation,
    List<Source> sources,
    boolean supposed) {

  /** Copies the list. */
  public FactLine {
    sources = List.copyOf(sources);
  }

  /**
   * A resource that a fact rests on, or that contradicts it.
   *
   * @param resource the reference
   * @param date the date; may be empty
   * @param what what was looked at: the method
   * @param shows what it shows, in the record's words
   * @param words the exact words, where words alone say it; may be empty
   * @param against whether it contradicts the fact
   */
  public record Source(
      String resource, String date, String what, String shows, String words, boolean against) {}
}
