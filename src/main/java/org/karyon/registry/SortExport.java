package org.karyon.registry;

import com.google.code.externalsorting.ExternalSort;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final int MOST_OPEN_FILES = 256;
  private static final int GZIP_FACTOR = 12;

  private final ExportFolder export;
  private final Path scratch;
  private final int threads;
  private final long memory;

  /**
   * Prepares a sort.
   *
   * @param export what is sorted
   * @param scratch a folder for what is written meanwhile, on a disk with twice the room of the
   *     uncompressed export
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
   * Sorts.
   *
   * @param sorted the file that is written
   * @return the quality of each file, in their order
   */
  List<SourceQuality> sort(Path sorted, Drugs drugs, Consumer<BrokenLine> broken, Progress progress)
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
      merge(all(blocks, readers), sorted);
    }
    return qualities;
  }

  private List<File> blocks(
      int file, SourceQuality quality, Drugs drugs, Consumer<BrokenLine> broken, Progress progress)
      throws IOException {
    long size = Files.size(export.files().get(file));
    String name = export.name(file);
    long length = name.endsWith(".gz") ? size * GZIP_FACTOR : size;
    try (BufferedReader lines =
        new SortableLines(export.lines(file), file, name, quality, broken, drugs, progress)) {
      return ExternalSort.sortInBatch(
          lines,
          Math.max(1, length),
          Comparator.naturalOrder(),
          MOST_OPEN_FILES,
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

  private void merge(List<File> blocks, Path sorted) throws IOException {
    List<File> rest = blocks;
    while (rest.size() > MOST_OPEN_FILES) {
      List<File> fewer = new ArrayList<>();
      for (int from = 0; from < rest.size(); from += MOST_OPEN_FILES) {
        File part = Files.createTempFile(scratch, "part", ".tsv").toFile();
        mergeOnce(rest.subList(from, Math.min(rest.size(), from + MOST_OPEN_FILES)), part);
        fewer.add(part);
      }
      rest = fewer;
    }
    mergeOnce(rest, sorted.toFile());
  }

  private static void mergeOnce(List<File> blocks, File merged) throws IOException {
    ExternalSort.mergeSortedFiles(
        blocks, merged, Comparator.naturalOrder(), StandardCharsets.UTF_8, false, false, false);
  }
}
