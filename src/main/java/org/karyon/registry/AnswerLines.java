package org.karyon.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The answers of a run as NDJSON, one patient a line: written as they come, read again after. */
public final class AnswerLines {

  private final JsonMapper json = JsonMapper.builder().build();
  private final Path file;

  /**
   * The answers of a file.
   *
   * @param file the file, which need not exist yet
   */
  public AnswerLines(Path file) {
    this.file = file;
  }

  /**
   * Every answer, in the order of the patients' ids.
   *
   * @param then what is done with each
   * @throws IOException when the file cannot be read
   */
  public void forEach(Consumer<PatientAnswer> then) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        then.accept(json.readValue(line, PatientAnswer.class));
      }
    }
  }

  /**
   * Finds where an interrupted run stopped, and cuts off a line that was not finished.
   *
   * @return the last patient that was answered; empty when there is none
   */
  Optional<String> resume() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "rw")) {
      long end = lineEnd(written, written.length());
      written.setLength(end);
      if (end == 0) {
        return Optional.empty();
      }
      long start = lineEnd(written, end - 1);
      byte[] last = new byte[Math.toIntExact(end - start)];
      written.seek(start);
      written.readFully(last);
      return Optional.of(
          json.readValue(new String(last, StandardCharsets.UTF_8), PatientAnswer.class).patient());
    } catch (JacksonException foreign) {
      throw new IOException(
          "'"
              + file
              + "' was not written by a run of this version; let the answers go to another folder.",
          foreign);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  /** The place after the last line end before a place; 0 when there is none. */
  private static long lineEnd(RandomAccessFile file, long before) throws IOException {
    byte[] block = new byte[8192];
    long to = before;
    while (to > 0) {
      int size = (int) Math.min(block.length, to);
      file.seek(to - size);
      file.readFully(block, 0, size);
      for (int index = size - 1; index >= 0; index--) {
        if (block[index] == '\n') {
          return to - size + index + 1;
        }
      }
      to -= size;
    }
    return 0;
  }
}
