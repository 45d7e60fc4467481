package org.karyon.guideline;

import java.util.List;

/**
 * The text that the knowledge is taken from.
 *
 * @param id the edition's id, part of every audit
 * @param title the title of the source
 * @param publisher who publishes it
 * @param edition the day of the edition, ISO 8601
 * @param topic what it is about, as a coding
 * @param statements the lines that state something; each is cited by a record
 */
public record GuidelineSource(
    String id,
    String title,
    String publisher,
    String edition,
    Coded topic,
    List<Integer> statements) {

  /**
   * The source as a card names it.
   *
   * @return publisher, title and date of the edition
   */
  public String label() {
    return publisher + ", " + title + ", " + edition;
  }
}
