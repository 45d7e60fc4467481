package org.karyon.registry;

import com.google.code.externalsorting.ExternalSort;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Sorts an export by patient on disk, so that memory holds one block of lines and one patient,
 * however large the registry is.
 */
final class SortExport {

  /** How many blocks a file of the export is cut into at most. */
  private static final int MOST_OF_A_FILE = 256;

  /** How many blocks are read at the same time, each through a buffer of some 24 kB. */
  private static final int MOST_BLOCKS = 512;

  private static final int GZIP_FACTOR = 12;

  private final ExportFolder export;
  private final Path scratch;
  private final int threads;
  private final long memory;

  /**
   * Prepares a sort.
   *
   * @param export what is sorted
   * @param scratch a folder for the sorted blocks, on a disk with the room of the uncompressed
   *     export
   * @param threads how many files are read at once
   * @param memory how many bytes all blocks may take together
   */
  SortExport(ExportFolder export, Path scratch, int threads, long memory) {
    this.export = export;
    this.scratch = scratch;
    this.threads = threads;
    this.memory = memory;
  }

  /**
   * An export in sorted blocks.
   *
   * @param blocks files, each sorted in itself; few enough to be read at the same time
   * @param qualities the quality of each file of the export, in their order
   */
  record Sorted(List<Path> blocks, List<SourceQuality> qualities) {}

  /** Sorts. */
  Sorted sort(Drugs drugs, Consumer<BrokenLine> broken, Progress progress)
      throws IOException, InterruptedException {
    List<SourceQuality> qualities = new ArrayList<>();
    List<Future<List<File>>> blocks = new ArrayList<>();
    try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
      for (int file = 0; file < export.files().size(); file++) {
        int number = file;
        SourceQuality quality = new SourceQuality();
        qualities.add(quality);
        blocks.add(readers.submit(() -> blocks(number, quality, drugs, broken, progress)));
      }
      return new Sorted(kept(few(all(blocks, readers))), qualities);
    }
  }

  private List<File> blocks(
      int file, SourceQuality quality, Drugs drugs, Consumer<BrokenLine> broken, Progress progress)
      throws IOException {
    long size = Files.size(export.files().get(file));
    String name = export.name(file);
    long length = name.endsWith(".gz") ? size * GZIP_FACTOR : size;
    try (BufferedReader lines =
        new SortableLines(export.lines(file, progress::read), file, name, quality, broken, drugs)) {
      return ExternalSort.sortInBatch(
          lines,
          Math.max(1, length),
          Comparator.naturalOrder(),
          MOST_OF_A_FILE,
          Math.max(1, memory / threads),
          StandardCharsets.UTF_8,
          scratch.toFile(),
          false,
          0,
          false,
          false);
    }
  }

  private static List<File> all(List<Future<List<File>>> blocks, ExecutorService readers)
      throws IOException, InterruptedException {
    List<File> all = new ArrayList<>();
    for (Future<List<File>> block : blocks) {
      try {
        all.addAll(block.get());
      } catch (InterruptedException stopped) {
        readers.shutdownNow();
        throw stopped;
      } catch (ExecutionException failed) {
        String why =
            failed.getCause() instanceof IOException told
                ? String.valueOf(told.getMessage())
                : String.valueOf(failed.getCause());
        throw new IOException("The export cannot be sorted: " + why, failed);
      }
    }
    return all;
  }

  /** The library deletes what it wrote when the process ends; an interrupted run wants it again. */
  private List<Path> kept(List<File> blocks) throws IOException {
    List<Path> kept = new ArrayList<>();
    for (File block : blocks) {
      Path file = scratch.resolve("block-%04d.tsv".formatted(kept.size()));
      kept.add(Files.move(block.toPath(), file, StandardCopyOption.REPLACE_EXISTING));
    }
    return kept;
  }

  /** As few blocks are merged as must be, because what is merged is written once more. */
  private List<File> few(List<File> blocks) throws IOException {
    Deque<File> rest = new ArrayDeque<>(blocks);
    while (rest.size() > MOST_BLOCKS) {
      List<File> some = new ArrayList<>();
      for (int left = Math.min(MOST_BLOCKS, rest.size() - MOST_BLOCKS + 1); left > 0; left--) {
        some.add(rest.remove());
      }
      File part = Files.createTempFile(scratch, "part", ".tsv").toFile();
      mergeOnce(some, part);
      rest.add(part);
    }
    return List.copyOf(rest);
  }

  private static void mergeOnce(List<File> blocks, File merged) throws IOException {
    ExternalSort.mergeSortedFiles(
        blocks, merged, Comparator.naturalOrder(), StandardCharsets.UTF_8, false, false, false);
  }
}
