package org.karyon.boot;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.guideline.yaml.InconsistentGuideline;
import org.karyon.guideline.yaml.LocalCodeFiles;
import org.karyon.guideline.yaml.Problem;
import org.karyon.security.RefusedConfiguration;

/** The guideline together with the codes of the hospital's folder. */
final class LocalCodes {

  private static final String WHAT_TO_DO =
      "Correct the files; docs/local-codes.md shows both forms and the page /guideline names the"
          + " concepts.";

  private LocalCodes() {}

  static Guideline guideline(Path folder) {
    try {
      return GuidelineReader.read(GuidelineFolder.builtIn(), LocalCodeFiles.at(folder));
    } catch (UncheckedIOException unreadable) {
      throw new RefusedConfiguration(
          "The folder of 'karyon.codes' cannot be read: " + folder, "Name a folder that exists.");
    } catch (InconsistentGuideline inconsistent) {
      throw new RefusedConfiguration(
          inconsistent.problems().stream()
              .map(Problem::toString)
              .collect(
                  Collectors.joining("\n", "The codes of 'karyon.codes' cannot be used:\n", "")),
          WHAT_TO_DO);
    }
  }
}
