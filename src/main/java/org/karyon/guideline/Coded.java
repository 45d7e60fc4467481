package org.karyon.guideline;

/**
 * A code with its system and meaning.
 *
 * @param system the URI of the code system
 * @param code the code
 * @param display the meaning
 */
public record Coded(String system, String code, String display) {}
