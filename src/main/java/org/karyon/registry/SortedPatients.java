package org.karyon.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The patients of a sorted export, one after the other. */
final class SortedPatients implements Iterator<ExportedPatient>, AutoCloseable {

  private final BufferedReader lines;
  private final Progress progress;
  private Optional<ExportLine> next;

  SortedPatients(Path sorted, Progress progress) throws IOException {
    this.lines = Files.newBufferedReader(sorted, StandardCharsets.UTF_8);
    this.progress = progress;
    this.next = line();
  }

  private Optional<ExportLine> line() {
    try {
      Optional<String> text = Optional.ofNullable(lines.readLine());
      text.ifPresent(read -> progress.read(read.length() + 1L));
      return text.map(ExportLine::of);
    } catch (IOException failed) {
      throw new UncheckedIOException("The sorted export cannot be read any more.", failed);
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
