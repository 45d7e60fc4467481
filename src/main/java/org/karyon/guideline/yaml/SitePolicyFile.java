package org.karyon.guideline.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The file by which a hospital governs its alerts.
 *
 * @param name its name in messages
 * @param text what stands in it; empty without a policy
 */
public record SitePolicyFile(String name, Optional<String> text) {

  /**
   * No policy.
   *
   * @return no file
   */
  public static SitePolicyFile none() {
    return new SitePolicyFile("policy.yaml", Optional.empty());
  }

  /**
   * A file on disk.
   *
   * @param file its path
   * @return the file
   * @throws UncheckedIOException when it cannot be read
   */
  public static SitePolicyFile at(Path file) {
    try {
      return new SitePolicyFile(
          Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("policy.yaml"),
          Optional.of(Files.readString(file)));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** The text by its name, for the fingerprint. */
  Map<String, String> texts() {
    return text.map(content -> Map.of(name, content)).orElse(Map.of());
  }
}
