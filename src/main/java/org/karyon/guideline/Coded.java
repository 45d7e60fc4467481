package org.karyon.guideline;

/**
 * A code with its system and display.
 *
 * @param system the URI of the code system
 * @param code the code
 * @param display the display of the code in its system; empty where it is not known
 */
public record Coded(String system, String code, String display) {}
