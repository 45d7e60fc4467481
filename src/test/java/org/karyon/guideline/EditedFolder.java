package org.karyon.guideline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.guideline.yaml.InconsistentGuideline;
import org.karyon.guideline.yaml.Problem;

/** The real folder with one of its files changed on the way. */
public final class EditedFolder {

  private static final GuidelineFolder REAL = GuidelineFolder.at(Path.of("src/main/guideline"));

  private EditedFolder() {}

  /** The text of a file of the real folder. */
  public static String text(String file) {
    return REAL.text(file).orElseThrow();
  }

  /** The folder in which that file reads differently. */
  public static GuidelineFolder with(String file, UnaryOperator<String> edit) {
    return path -> REAL.text(path).map(text -> path.equals(file) ? edit.apply(text) : text);
  }

  /** The folder in which a part of that file is replaced; the part must be there. */
  public static GuidelineFolder with(String file, String part, String replacement) {
    return with(
        file,
        text -> {
          if (!text.contains(part)) {
            throw new IllegalArgumentException("%s has no '%s'".formatted(file, part));
          }
          return text.replace(part, replacement);
        });
  }

  /** The knowledge of the folder so edited. */
  public static Guideline guideline(String file, String part, String replacement) {
    return GuidelineReader.read(with(file, part, replacement));
  }

  /** What the load says of a folder; empty where it is accepted. */
  public static List<Problem> refusals(GuidelineFolder folder) {
    return refused(folder).orElse(List.of());
  }

  private static Optional<List<Problem>> refused(GuidelineFolder folder) {
    try {
      GuidelineReader.read(folder);
      return Optional.empty();
    } catch (InconsistentGuideline refusal) {
      return Optional.of(refusal.problems());
    }
  }
}
