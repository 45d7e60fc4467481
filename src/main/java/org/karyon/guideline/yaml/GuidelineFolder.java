package org.karyon.guideline.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of the guideline are. */
@FunctionalInterface
public interface GuidelineFolder {

  /**
   * The text of a file.
   *
   * @param path the path inside the folder, with forward slashes
   * @return the text, or empty when there is no such file
   */
  Optional<String> text(String path);

  /**
   * The folder that is built into the application.
   *
   * @return the folder on the class path
   */
  static GuidelineFolder builtIn() {
    return path -> {
      try (InputStream stream =
          GuidelineFolder.class.getClassLoader().getResourceAsStream("guideline/" + path)) {
        return stream == null
            ? Optional.empty()
            : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException exception) {
        throw new UncheckedIOException(exception);
      }
    };
  }

  /**
   * A folder on disk.
   *
   * @param folder its path
   * @return the folder
   */
  static GuidelineFolder at(Path folder) {
    return path -> {
      Path file = folder.resolve(path);
      try {
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
      } catch (IOException exception) {
        throw new UncheckedIOException(exception);
      }
    };
  }
}
