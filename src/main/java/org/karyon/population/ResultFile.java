package org.karyon.population;

/**
 * A file of a job's results.
 *
 * @param name its name in the folder of the results, with forward slashes
 * @param kind what it is
 * @param type the kind of resource in it, for resources and errors; its meaning otherwise
 * @param count how many lines it has
 */
public record ResultFile(String name, Kind kind, String type, long count) {

  /** What a file is. */
  public enum Kind {
    /** Resources, one a line. */
    OUTPUT,
    /** What could not be used, as OperationOutcomes, one a line. */
    ERROR,
    /** Something else, for people or for statistics. */
    BESIDE
  }
}
