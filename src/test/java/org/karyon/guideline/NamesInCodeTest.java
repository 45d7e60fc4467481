package org.karyon.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.karyon.guideline.yaml.GuidelineReader;

/**
 * Code names nothing of the guideline folder by a bare string: numbers, groups of concepts and
 * lists of words are enums that are checked at load, facts are the vocabulary.
 */
class NamesInCodeTest {

  private static final Path SOURCES = Path.of("src/main/java/org/karyon");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\n]*)\"");

  /** Where the names are declared, and the language of karyotypes, which stands alone. */
  private static final Set<String> DECLARATIONS =
      Set.of("ConceptGroup.java", "PhraseList.java", "ParameterId.java", "WorkUpItemId.java");

  /** Words that are an id by chance: of FHIR, of a page, of a language. */
  private static final Map<String, Set<String>> BY_CHANCE =
      Map.ofEntries(
          Map.entry("all", Set.of("GuidelinePageController.java", "Lexer.java")),
          Map.entry("ph-like", Set.of("Example.java")),
          Map.entry("t-all", Set.of("Example.java")),
          Map.entry("karyotype", Set.of("KaryotypePageController.java", "RiskWords.java")),
          Map.entry("leukemia", Set.of("ComorbidityGrades.java")),
          Map.entry(
              "remission", Set.of("CourseReader.java", "Sentence.java", "TreatmentSummary.java")),
          Map.entry("relapse", Set.of("CourseReader.java", "Sentence.java")),
          Map.entry("ecog", Set.of("FitnessReader.java")),
          Map.entry("not-the-patients-own", Set.of("ComorbidityGradesReader.java")),
          Map.entry("frequency", Set.of("Dosage.java")));

  @Test
  void noIdOfTheFolderStandsInCodeAsABareString() {
    Guideline guideline = GuidelineReader.read(EditedFolder.with("guideline.yaml", text -> text));
    Set<String> ids = new LinkedHashSet<>(guideline.parameters().keySet());
    ids.addAll(guideline.terminology().conceptIds());
    ids.addAll(guideline.terminology().phraseLists());
    ids.addAll(guideline.options().keySet());
    ids.addAll(guideline.orderables().keySet());
    ids.addAll(guideline.workUp().keySet());
    ids.addAll(guideline.background().keySet());
    ids.addAll(guideline.interpretations().keySet());
    ids.addAll(guideline.orderChecks().groups().keySet());
    guideline.orderChecks().checks().forEach(check -> ids.add(check.id()));
    guideline.tables().forEach(table -> table.rules().forEach(rule -> ids.add(rule.id())));
    guideline.features().forEach(feature -> ids.add(feature.id()));

    assertThat(bare(ids)).isEmpty();
  }

  private static List<String> bare(Set<String> ids) {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files.filter(NamesInCodeTest::isLookedThrough).forEach(file -> found.addAll(bare(file, ids)));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return found;
  }

  private static boolean isLookedThrough(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java")
        && !DECLARATIONS.contains(name)
        && !file.startsWith(SOURCES.resolve("iscn"))
        && !file.startsWith(SOURCES.resolve("facts"));
  }

  private static List<String> bare(Path file, Set<String> ids) {
    String name = file.getFileName().toString();
    List<String> found = new ArrayList<>();
    try {
      Matcher literals = LITERAL.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(" "));
      while (literals.find()) {
        String literal = literals.group(1);
        if (ids.contains(literal) && !BY_CHANCE.getOrDefault(literal, Set.of()).contains(name)) {
          found.add(name + ": " + literal);
        }
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return found;
  }
}
