package org.karyon.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.karyon.guideline.yaml.Problem;

/** Numbers are asked for by name, and a folder that cannot answer is refused when it is loaded. */
class ParametersTest {

  private static final String FILE = "parameters.yaml";
  private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9:.-])\\d+(?![A-Za-z0-9:-])");

  static Stream<String> rows() {
    return EditedFolder.text(FILE).lines().filter(line -> line.startsWith("- {"));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("rows")
  void aFolderWithoutOneOfItsNumbersIsRefused(String row) {
    List<Problem> problems = EditedFolder.refusals(EditedFolder.with(FILE, row + "\n", ""));

    assertThat(problems).extracting(Problem::message).anyMatch(said -> said.contains(id(row)));
  }

  @Test
  void everyNumberThatCodeAsksForIsMissedByName() {
    String rest =
        rows().filter(row -> !isAskedByCode(row)).reduce("", (all, row) -> all + row + '\n');

    assertThat(missed(rest)).hasSize(ParameterId.values().length);
  }

  private static List<Problem> missed(String parameters) {
    return EditedFolder.refusals(EditedFolder.with(FILE, text -> parameters)).stream()
        .filter(problem -> problem.message().contains("decisions are made with it."))
        .filter(problem -> problem.file().equals(FILE))
        .toList();
  }

  @Test
  void aNumberInAnotherUnitIsRefused() {
    List<Problem> problems =
        EditedFolder.refusals(
            EditedFolder.with(
                FILE, text -> text.replaceAll("unit: (\"[^\"]*\"|[^,]*),", "unit: furlongs,")));

    for (ParameterId id : ParameterId.values()) {
      assertThat(problems)
          .anyMatch(
              problem ->
                  problem.message().startsWith("'" + id.id() + "' is given in 'furlongs'")
                      && problem.file().equals(FILE)
                      && problem.line() == line(id));
    }
  }

  @Test
  void aNumberThatCannotBeMeantIsRefused() {
    List<Problem> problems =
        EditedFolder.refusals(
            EditedFolder.with(FILE, text -> text.replaceAll("value: [0-9.]+", "value: -1.5")));

    for (ParameterId id : ParameterId.values()) {
      assertThat(problems)
          .anyMatch(
              problem ->
                  problem.message().startsWith("'" + id.id() + "' must be")
                      && problem.line() == line(id));
    }
  }

  @Test
  void aNumberThatNothingAsksForIsRefused() {
    String unused =
        "- { id: forgottenDays, value: 3, unit: days, meaning: Nothing, basis: nobody }\n";

    assertThat(EditedFolder.refusals(EditedFolder.with(FILE, text -> text + unused)))
        .extracting(Problem::message)
        .containsExactly("Nothing asks for the parameter 'forgottenDays'; remove it or use it.");
  }

  @Test
  void sentencesOfTheFolderFollowItsNumbers() {
    Guideline moved =
        EditedFolder.guideline(FILE, "{ id: complexFrom, value: 5", "{ id: complexFrom, value: 7");

    assertThat(moved.interpretations().get("I-08").text()).startsWith("7 or more abnormalities");
    assertThat(moved.features())
        .extracting(RiskFeature::name)
        .contains("Complex karyotype (7 or more abnormalities)");
  }

  @Test
  void aSentenceThatNamesAnUnknownNumberIsRefused() {
    assertThat(
            EditedFolder.refusals(
                EditedFolder.with("interpretations.yaml", "{complexFrom}", "{complexForm}")))
        .extracting(Problem::message)
        .containsExactly("There is no parameter 'complexForm'. Did you mean 'complexFrom'?");
  }

  @Test
  void noInterpretationTypesANumber() {
    String texts =
        EditedFolder.text("interpretations.yaml")
            .lines()
            .filter(line -> line.startsWith("  text:") || line.startsWith("  title:"))
            .reduce("", (all, line) -> all + line + '\n');

    assertThat(NUMBER.matcher(texts).results().map(found -> found.group())).isEmpty();
  }

  private static boolean isAskedByCode(String row) {
    return Arrays.stream(ParameterId.values()).anyMatch(known -> known.id().equals(id(row)));
  }

  private static int line(ParameterId id) {
    List<String> lines = EditedFolder.text(FILE).lines().toList();
    return 1
        + lines.indexOf(rows().filter(row -> id(row).equals(id.id())).findFirst().orElseThrow());
  }

  private static String id(String row) {
    return Arrays.stream(row.split("[ ,]")).skip(3).findFirst().orElseThrow();
  }
}
