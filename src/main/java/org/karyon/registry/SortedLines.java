package org.karyon.registry;

import com.google.common.collect.Iterators;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** The lines of sorted blocks in their common order; of each block a buffer is held. */
final class SortedLines implements Iterator<String>, AutoCloseable {

  private final List<BufferedReader> open = new ArrayList<>();
  private final Iterator<String> lines;

  SortedLines(List<Path> blocks) throws IOException {
    List<Iterator<String>> sorted = new ArrayList<>();
    for (Path block : blocks) {
      BufferedReader reader = Files.newBufferedReader(block, StandardCharsets.UTF_8);
      open.add(reader);
      sorted.add(reader.lines().iterator());
    }
    this.lines =
        sorted.size() == 1
            ? sorted.getFirst()
            : Iterators.mergeSorted(sorted, Comparator.naturalOrder());
  }

  @Override
  public boolean hasNext() {
    return lines.hasNext();
  }

  @Override
  public String next() {
    return lines.next();
  }

  @Override
  public void close() throws IOException {
    for (BufferedReader reader : open) {
      reader.close();
    }
  }
}
