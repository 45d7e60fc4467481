package org.karyon.facts;

/**
 * A part of the record that could not be used as it stands, which a card must say.
 *
 * @param kind what is wrong with it
 * @param subject the resource or the part of the record, for example {@code Observation/obs-4}
 * @param message what is wrong and what it means, in plain words; quoted record text is escaped by
 *     the card
 */
public record DataGap(Kind kind, String subject, String message) {

  /** What is wrong with a part of the record. */
  public enum Kind {
    /** It could not be read. */
    NOT_READ,
    /** It contradicts another part. */
    CONTRADICTS,
    /** It was read, and a clinician should know something of it. */
    REMARK
  }
}
