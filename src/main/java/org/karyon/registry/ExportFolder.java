package org.karyon.registry;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The files of an export: NDJSON in any number and order, plain or compressed by gzip, in the
 * folder or folders within it.
 *
 * @param root the folder
 * @param files its files, in the order of their names
 */
record ExportFolder(Path root, List<Path> files) {

  private static final int BUFFER = 1 << 16;

  static ExportFolder open(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new IOException("There is no folder '" + root + "' to read.");
    }
    try (Stream<Path> found = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> files =
          found.filter(Files::isRegularFile).filter(ExportFolder::isNdjson).sorted().toList();
      if (files.isEmpty()) {
        throw new IOException(
            "The folder '" + root + "' holds no file that ends in .ndjson or .ndjson.gz.");
      }
      return new ExportFolder(root, files);
    } catch (UncheckedIOException unreadable) {
      throw new IOException(
          "The folder '" + root + "' cannot be read whole: " + unreadable.getCause(), unreadable);
    }
  }

  private static boolean isNdjson(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".ndjson") || name.endsWith(".ndjson.gz");
  }

  /** The name of a file as people know it: its path within the folder. */
  String name(int file) {
    return root.relativize(files.get(file)).toString();
  }

  /** A line as people find it: its file and its number. */
  String place(ExportLine line) {
    return name(line.file()) + ':' + line.line();
  }

  long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /**
   * The lines of a file.
   *
   * @param file its number
   * @param read told how many bytes of the file were read, packed as they are
   */
  FileLines lines(int file, LongConsumer read) throws IOException {
    Path path = files.get(file);
    InputStream bytes = new BufferedInputStream(told(Files.newInputStream(path), read), BUFFER);
    try {
      return new FileLines(
          path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes);
    } catch (EOFException | ZipException none) {
      bytes.close();
      throw new IOException(
          "The file '%s' is not compressed by gzip, as its name says, or is empty."
              .formatted(name(file)),
          none);
    }
  }

  private static InputStream told(InputStream in, LongConsumer read) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int bytes = super.read(buffer, offset, length);
        read.accept(Math.max(0, bytes));
        return bytes;
      }
    };
  }
}
