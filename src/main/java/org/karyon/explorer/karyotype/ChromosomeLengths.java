package org.karyon.explorer.karyotype;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How long the arms of each chromosome are, for a picture. */
final class ChromosomeLengths {

  private static final String FILE = "/org/karyon/explorer/chromosome-lengths.tsv";

  private final Map<String, Arms> arms = new HashMap<>();

  /**
   * The arms of a chromosome.
   *
   * @param shortArm million base pairs
   * @param longArm million base pairs
   * @param lastShort the outermost band of the short arm
   * @param lastLong the outermost band of the long arm
   */
  record Arms(double shortArm, double longArm, double lastShort, double lastLong) {}

  ChromosomeLengths() {
    try (InputStream stream = ChromosomeLengths.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException(FILE + " is missing from the class path");
      }
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .forEach(
              cells ->
                  arms.put(
                      cells[0],
                      new Arms(
                          Double.parseDouble(cells[1]),
                          Double.parseDouble(cells[2]),
                          Double.parseDouble(cells[3]),
                          Double.parseDouble(cells[4]))));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  Optional<Arms> of(String chromosome) {
    return Optional.ofNullable(arms.get(chromosome));
  }
}
