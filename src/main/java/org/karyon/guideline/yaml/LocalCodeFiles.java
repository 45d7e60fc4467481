package org.karyon.guideline.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files by which a hospital adds its own codes to the concepts of the guideline.
 *
 * @param texts the text of each file by its name; hidden files and Markdown are left out
 */
public record LocalCodeFiles(SortedMap<String, String> texts) {

  /**
   * No codes of the hospital's own.
   *
   * @return no files
   */
  public static LocalCodeFiles none() {
    return new LocalCodeFiles(new TreeMap<>(Map.of()));
  }

  /**
   * The files of a folder, not of the folders in it.
   *
   * @param folder its path
   * @return the files
   * @throws UncheckedIOException when the folder or a file of it cannot be read
   */
  public static LocalCodeFiles at(Path folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith(".") && !name.endsWith(".md")) {
          texts.put(name, Files.readString(file));
        }
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return new LocalCodeFiles(texts);
  }
}
