package org.karyon.registry;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the lines of an export that could not be used, by file and number, never their content. */
final class BrokenLines implements Consumer<BrokenLine>, AutoCloseable {

  private final JsonMapper json = JsonMapper.builder().build();
  private final BufferedWriter out;

  BrokenLines(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void accept(BrokenLine line) {
    try {
      out.write(json.writeValueAsString(line));
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
