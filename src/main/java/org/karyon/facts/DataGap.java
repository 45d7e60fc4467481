package org.karyon.facts;

/**
 * A part of the record that could not be used, which a card must say.
 *
 * @param subject the resource or the part of the record, for example {@code Observation/obs-4}
 * @param message what is wrong and what it means, in plain words without record text
 */
public record DataGap(String subject, String message) {}
