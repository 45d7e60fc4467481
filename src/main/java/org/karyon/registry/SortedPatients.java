package org.karyon.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The patients of a sorted export, one after the other. */
final class SortedPatients implements Iterator<ExportedPatient>, AutoCloseable {

  private final SortedLines lines;
  private final Progress progress;
  private Optional<ExportLine> next;

  SortedPatients(List<Path> blocks, Progress progress) throws IOException {
    this.lines = new SortedLines(blocks);
    this.progress = progress;
    this.next = line();
  }

  private Optional<ExportLine> line() {
    try {
      if (!lines.hasNext()) {
        return Optional.empty();
      }
      String text = lines.next();
      progress.read(text.length() + 1L);
      return Optional.of(ExportLine.of(text));
    } catch (UncheckedIOException failed) {
      throw new UncheckedIOException(
          "The sorted export cannot be read any more.", failed.getCause());
    }
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public ExportedPatient next() {
    String patient = next.orElseThrow(NoSuchElementException::new).patient();
    List<ExportLine> own = new ArrayList<>();
    while (next.filter(line -> line.patient().equals(patient)).isPresent()) {
      own.add(next.get());
      next = line();
    }
    return new ExportedPatient(patient, own);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
