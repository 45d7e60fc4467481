package org.karyon.registry;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the lines of an export that could not be used, by file and number, never their content. */
public final class BrokenLines implements Consumer<BrokenLine>, AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BufferedWriter out;

  BrokenLines(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  /**
   * The lines that a run could not use.
   *
   * @param file where it kept them
   * @param then what is done with each
   * @throws IOException when the file cannot be read
   */
  public static void read(Path file, Consumer<BrokenLine> then) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        then.accept(JSON.readValue(line, BrokenLine.class));
      }
    }
  }

  @Override
  public synchronized void accept(BrokenLine line) {
    try {
      out.write(JSON.writeValueAsString(line));
      out.write('\n');
    } catch (IOException failed) {
      throw new UncheckedIOException("The list of broken lines cannot be written.", failed);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
