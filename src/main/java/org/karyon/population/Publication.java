package org.karyon.population;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the answers of a run in the form in which clients fetch them. */
@FunctionalInterface
public interface Publication {

  /**
   * Writes.
   *
   * @param answers the folder that a run wrote
   * @param results the folder that is fetched from, which exists
   * @return the files that were written
   * @throws IOException when something cannot be read or written
   */
  List<ResultFile> publish(Path answers, Path results) throws IOException;
}
