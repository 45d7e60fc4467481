package org.karyon.terminology;

import java.util.Optional;

/**
 * A code that stands for a concept, with the source that says so.
 *
 * @param system the canonical URI of the code system
 * @param code the code, or the beginning of one when {@code prefix} is true
 * @param prefix whether every code that begins so is meant; only for hierarchical systems like
 *     ICD-10
 * @param display its words: the display of its system, or otherwise its meaning
 * @param ofSystem whether the words are the display of its system; only such are written as one
 * @param verified whether the meaning was read in a public source; an unverified code is read but
 *     never written
 * @param source where the code and its meaning were found
 */
public record CodeBinding(
    String system,
    String code,
    boolean prefix,
    String display,
    boolean ofSystem,
    boolean verified,
    String source) {

  /** The display that its system gives the code; empty where only its meaning is known. */
  public Optional<String> ownDisplay() {
    return ofSystem ? Optional.of(display) : Optional.empty();
  }
}
