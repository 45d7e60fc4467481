package org.karyon.registry;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one file in the form in which they are sorted; what cannot be sorted is told to
 * others and left out.
 */
final class SortableLines extends BufferedReader {

  private final FileLines source;
  private final int file;
  private final String name;
  private final SourceQuality quality;
  private final Consumer<BrokenLine> broken;
  private final Drugs drugs;
  private long line;

  SortableLines(
      FileLines source,
      int file,
      String name,
      SourceQuality quality,
      Consumer<BrokenLine> broken,
      Drugs drugs) {
    super(Reader.nullReader());
    this.source = source;
    this.file = file;
    this.name = name;
    this.quality = quality;
    this.broken = broken;
    this.drugs = drugs;
  }

  @Override
  public @Nullable String readLine() throws IOException {
    for (Optional<FileLines.Read> read = nextRead(); read.isPresent(); read = nextRead()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("The run was stopped.");
      }
      line++;
      switch (read.get()) {
        case FileLines.Read.Text text -> {
          Optional<String> sortable = text.text().isBlank() ? Optional.empty() : of(text.text());
          if (sortable.isPresent()) {
            return sortable.get();
          }
        }
        case FileLines.Read.Unusable unusable -> {
          quality.line();
          broken(unusable.reason());
        }
      }
    }
    return null;
  }

  private Optional<FileLines.Read> nextRead() throws IOException {
    try {
      return source.next();
    } catch (EOFException | ZipException cut) {
      // Whose the missing lines are is not known, so that no patient's record is whole.
      throw new IOException(
          "The file '%s' cannot be read beyond its line %d: %s. Fetch it again."
              .formatted(name, line, cut.getMessage()),
          cut);
    }
  }

  /** The line as it is sorted; empty when it is told to others. */
  private Optional<String> of(String text) {
    quality.line();
    switch (LineOwner.of(text)) {
      case LineOwner.OfPatient of -> {
        return Optional.of(new ExportLine(of.patient(), file, line, text).sortable());
      }
      case LineOwner.Drug drug -> drugs.add(drug.id(), text);
      case LineOwner.Nobody nobody -> {
        quality.lineOfNobody();
        broken.accept(new BrokenLine(name, line, nobody.reason()));
      }
      case LineOwner.Broken unreadable -> broken(unreadable.reason());
    }
    return Optional.empty();
  }

  private void broken(String reason) {
    quality.brokenLine();
    broken.accept(new BrokenLine(name, line, reason));
  }

  @Override
  public void close() throws IOException {
    source.close();
    super.close();
  }
}
