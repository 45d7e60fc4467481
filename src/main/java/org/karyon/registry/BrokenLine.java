package org.karyon.registry;

/**
 * A line of an export that could not be used.
 *
 * @param file its file, as a path within the export
 * @param line its line in that file, from 1
 * @param reason what is wrong with it; holds nothing of the line itself
 */
public record BrokenLine(String file, long line, String reason) {}
