package org.karyon.reading.words;

import java.util.List;

/**
 * A part of a report that answers nothing.
 *
 * @param kind why it does not
 * @param names what it names
 * @param section the part of the report that it stands in
 * @param quote its words
 * @param answers whether it holds a word that answers, whatever it may mean
 */
public record Unread(
    Kind kind, List<StatementSubject> names, Section section, String quote, boolean answers) {

  /** Why a clause answers nothing. */
  public enum Kind {
    /** It takes a result back. */
    TAKEN_BACK,
    /** The test failed, or the sample was too small. */
    INADEQUATE,
    /** It doubts, or excludes nothing. */
    DOUBTED,
    PENDING,
    /** Of a donor, a relative or a control. */
    OF_ANOTHER,
    /** "No rearrangement apart from …". */
    EXCEPTION,
    /** Teaching, definitions, methods, advice. */
    GENERAL,
    EARLIER,
    /** It holds a word or a shape that is not understood. */
    NOT_UNDERSTOOD
  }
}
