package org.karyon.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one file in the form in which they are sorted; what cannot be sorted is told to
 * others and left out.
 */
final class SortableLines extends BufferedReader {

  private final BufferedReader source;
  private final int file;
  private final String name;
  private final SourceQuality quality;
  private final Consumer<BrokenLine> broken;
  private final Drugs drugs;
  private final Progress progress;
  private long line;

  SortableLines(
      BufferedReader source,
      int file,
      String name,
      SourceQuality quality,
      Consumer<BrokenLine> broken,
      Drugs drugs,
      Progress progress) {
    super(Reader.nullReader());
    this.source = source;
    this.file = file;
    this.name = name;
    this.quality = quality;
    this.broken = broken;
    this.drugs = drugs;
    this.progress = progress;
  }

  @Override
  public @Nullable String readLine() throws IOException {
    for (String text = source.readLine(); text != null; text = source.readLine()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("The run was stopped.");
      }
      line++;
      progress.read(text.length() + 1L);
      if (text.isBlank()) {
        continue;
      }
      quality.line();
      switch (LineOwner.of(text)) {
        case LineOwner.OfPatient of -> {
          return new ExportLine(of.patient(), file, line, text).sortable();
        }
        case LineOwner.Drug drug -> drugs.add(drug.id(), text);
        case LineOwner.Nobody nobody -> {
          quality.lineOfNobody();
          broken.accept(new BrokenLine(name, line, nobody.reason()));
        }
        case LineOwner.Broken unreadable -> {
          quality.brokenLine();
          broken.accept(new BrokenLine(name, line, unreadable.reason()));
        }
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    source.close();
    super.close();
  }
}
