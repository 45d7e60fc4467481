package org.karyon.population;

import java.util.List;
import java.util.Optional;

/**
 * What a job that is done left to be fetched.
 *
 * @param transactionTime the moment of the data, as the server that exported them writes it
 * @param files the files
 */
public record Results(String transactionTime, List<ResultFile> files) {

  /** Copies the list. */
  public Results {
    files = List.copyOf(files);
  }

  /**
   * Looks a file up.
   *
   * @param name what a request names
   * @return empty when it is none of these
   */
  public Optional<ResultFile> file(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }
}
