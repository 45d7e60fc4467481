package org.karyon.terminology;

/**
 * A code that stands for a concept, with the source that says so.
 *
 * @param system the canonical URI of the code system
 * @param code the code, or the beginning of one when {@code prefix} is true
 * @param prefix whether every code that begins so is meant; only for hierarchical systems like
 *     ICD-10
 * @param display the meaning as the source gives it
 * @param verified whether the meaning was read in a public source; an unverified code is read but
 *     never written
 * @param source where the code and its meaning were found
 */
public record CodeBinding(
    String system, String code, boolean prefix, String display, boolean verified, String source) {}
