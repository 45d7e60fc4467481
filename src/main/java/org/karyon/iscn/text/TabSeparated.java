package org.karyon.iscn.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The small tables beside this package: tab-separated, with {@code #} lines as comments. */
public final class TabSeparated {

  private TabSeparated() {}

  /**
   * The rows of a table.
   *
   * @throws IllegalStateException when the table is missing or a row has another number of columns,
   *     which is a fault of the build and never of an input
   */
  public static List<String[]> rows(String name, int columns) {
    try (InputStream stream = TabSeparated.class.getResourceAsStream("/org/karyon/iscn/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("table is missing: " + name);
      }
      return read(
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)), name, columns);
    } catch (IOException e) {
      throw new UncheckedIOException("table cannot be read: " + name, e);
    }
  }

  private static List<String[]> read(BufferedReader reader, String name, int columns)
      throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] row = line.split("\t", -1);
      if (row.length != columns) {
        throw new IllegalStateException(name + ": " + columns + " columns expected: " + line);
      }
      rows.add(row);
    }
    return rows;
  }
}
