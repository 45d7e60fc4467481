package org.karyon.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.guideline.page.GuidelineMarkdown;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.guideline.yaml.InconsistentGuideline;
import org.karyon.guideline.yaml.Problem;

/** The folder loads whole, and every way to break it is told with file, line and what to do. */
class GuidelineFolderTest {

  private static final Path FOLDER = Path.of("src/main/guideline");

  /** One change to one file of the real folder, and what the build must say of it. */
  private record Breakage(
      String name, String file, String find, String replacement, String message) {}

  private static final List<Breakage> BREAKAGES =
      List.of(
          new Breakage(
              "an unknown fact",
              "treatment/ph-positive.yaml",
              "- id: ph-pos-induction\n"
                  + "    title: Induction\n"
                  + "    phase: induction\n"
                  + "    when: [ { course: newly-diagnosed } ]",
              "- id: ph-pos-induction\n"
                  + "    title: Induction\n"
                  + "    phase: induction\n"
                  + "    when: [ { curse: newly-diagnosed } ]",
              "There is no fact 'curse'. Did you mean 'course'?"),
          new Breakage(
              "an unknown value of a fact",
              "treatment/ph-positive.yaml",
              "when: [ { course: in-induction } ]",
              "when: [ { course: induction } ]",
              "'induction' is not a value of 'course'; its values are newly-diagnosed,"
                  + " in-induction, complete-remission, not-in-remission, relapsed,"
                  + " off-treatment."),
          new Breakage(
              "a term that is compared",
              "treatment/ph-positive.yaml",
              "when: [ { course: in-induction } ]",
              "when: [ { course: { at-least: cd20Percent } } ]",
              "'course' is not a number and cannot be compared."),
          new Breakage(
              "a number without a parameter",
              "treatment/ph-negative.yaml",
              "{ cd20Percent: { at-least: cd20Percent } }",
              "{ cd20Percent: 20 }",
              "'cd20Percent' is a number; compare it with a parameter, for example { at-least: …"
                  + " }."),
          new Breakage(
              "an unknown parameter",
              "treatment/ph-negative.yaml",
              "{ at-least: cd20Percent }",
              "{ at-least: cd20Percents }",
              "There is no parameter 'cd20Percents'. Did you mean 'cd20Percent'?"),
          new Breakage(
              "an operator that does not exist",
              "treatment/ph-negative.yaml",
              "{ at-least: cd20Percent }",
              "{ above: cd20Percent }",
              "A comparison is at-least or below, with the name of a parameter."),
          new Breakage(
              "a key that nobody knows",
              "treatment/ph-positive.yaml",
              "    title: Induction\n",
              "    titel: Induction\n",
              "'titel' is not a key that can stand here"),
          new Breakage(
              "a missing key",
              "treatment/ph-positive.yaml",
              "    title: Induction\n",
              "",
              "'title' is missing here."),
          new Breakage(
              "a repeated key",
              "guideline.yaml",
              "publisher: SchistoSite",
              "publisher: SchistoSite\npublisher: Another",
              "The key 'publisher' stands twice here; keep one of them."),
          new Breakage(
              "a repeated rule id",
              "treatment/ph-negative.yaml",
              "- id: ph-neg-no-cr",
              "- id: ph-neg-cr-mrd-neg",
              "The rule 'ph-neg-cr-mrd-neg' is already declared at treatment/ph-negative.yaml:"),
          new Breakage(
              "an anchor",
              "guideline.yaml",
              "publisher: SchistoSite",
              "publisher: &name SchistoSite",
              "Anchors are not allowed here; write the value out."),
          new Breakage(
              "text that is not YAML",
              "background.yaml",
              "- id: frequency",
              "- id: [frequency",
              "This is not well-formed YAML"),
          new Breakage(
              "a rule without lines",
              "treatment/ph-like.yaml",
              "    lines: [30, 32, 34, 36]",
              "    lines: []",
              "The rule 'ph-like-considerations' cites no line of the source; add 'lines'."),
          new Breakage(
              "a line where the source states nothing",
              "treatment/ph-like.yaml",
              "    lines: [30, 32, 34, 36]",
              "    lines: [30, 32, 34, 36, 31]",
              "The rule 'ph-like-considerations' cites L31, where the source states nothing."),
          new Breakage(
              "a statement that nobody cites",
              "guideline.yaml",
              "258, 260]",
              "258, 260, 263]",
              "These statements of the source are not cited by any record: L263."),
          new Breakage(
              "an option that does not exist",
              "treatment/ph-like.yaml",
              "- { option: consider-tki }",
              "- { option: consider-tkis }",
              "The rule 'ph-like-considerations' names the option 'consider-tkis', which does not"
                  + " exist. Did you mean 'consider-tki'?"),
          new Breakage(
              "an option that no rule offers",
              "treatment/ph-like.yaml",
              "      - { option: consider-tki }\n",
              "",
              "No rule offers the option 'consider-tki'."),
          new Breakage(
              "an interpretation that nothing rests on",
              "interpretations.yaml",
              "- id: I-01\n",
              "- id: I-99\n"
                  + "  title: Nothing\n"
                  + "  text: Nothing rests here.\n"
                  + "  lines: [43]\n"
                  + "- id: I-01\n",
              "Nothing rests on the interpretation 'I-99'."),
          new Breakage(
              "an interpretation that does not exist",
              "treatment/ph-positive.yaml",
              "    interpretations: [I-05, I-19]",
              "    interpretations: [I-50, I-19]",
              "The rule 'ph-pos-no-cr' names the interpretation 'I-50', which does not exist."),
          new Breakage(
              "a work-up item that does not exist",
              "treatment/ph-positive.yaml",
              "tests: [abl1-kinase-domain-mutation]",
              "tests: [abl1-mutation]",
              "The rule 'ph-pos-no-cr' names the work-up item 'abl1-mutation', which does not"
                  + " exist."),
          new Breakage(
              "a draft order with an unverified code",
              "orders.yaml",
              "system: \"http://www.whocc.no/atc\", code: \"L01BB07\"",
              "system: \"http://www.nlm.nih.gov/research/umls/rxnorm\", code: \"274771\"",
              "The code 274771 of 'nelarabine' is not a verified code of the concept"
                  + " 'drug-nelarabine'; a draft order may only carry a verified one."),
          new Breakage(
              "rules that clash",
              "treatment/ph-positive.yaml",
              "when: [ { course: complete-remission, mrd: positive } ]",
              "when: [ { course: complete-remission } ]",
              "The rules ph-pos-cr-mrd-neg and ph-pos-cr-mrd-pos both hold for a patient with"),
          new Breakage(
              "patients without a rule",
              "treatment/ph-positive.yaml",
              "when: [ { course: [not-in-remission, relapsed] } ]",
              "when: [ { course: [not-in-remission] } ]",
              "No rule of the table 'ph-positive' holds for a patient with"),
          new Breakage(
              "a rule that can never hold",
              "treatment/ph-positive.yaml",
              "when: [ { course: in-induction } ]",
              "when: [ { course: in-induction, bcrAbl1: absent } ]",
              "The rule 'response-assessment-ph-positive' can never hold"),
          new Breakage(
              "an overlap without an interpretation",
              "treatment/t-lineage.yaml",
              "overlaps:\n"
                  + "  - { rules: [t-fit-induction, t-older-induction], interpretation: I-07 }\n",
              "",
              "declare the overlap with an interpretation."),
          new Breakage(
              "an option restricted without a reason",
              "treatment/ph-negative.yaml",
              ", because: \"when CD20 is at least {cd20Percent} %\"",
              "",
              "An option that is only offered sometimes needs both 'only-when' and 'because'."),
          new Breakage(
              "a parameter without a basis",
              "parameters.yaml",
              "meaning: Marrow lymphoblasts that the diagnosis needs, lines: [13]",
              "meaning: Marrow lymphoblasts that the diagnosis needs",
              "The parameter 'marrowBlastDiagnosticPercent' needs source lines, an interpretation,"
                  + " or a basis"),
          new Breakage(
              "a parameter that is not a number",
              "parameters.yaml",
              "id: cd20Percent, value: 20",
              "id: cd20Percent, value: twenty",
              "'value' must be a number, not 'twenty'."),
          new Breakage(
              "a fact without a name",
              "facts.yaml",
              "- { fact: cd22, name: CD22, lines: [120], interpretations: [I-20] }\n",
              "",
              "The fact 'cd22' has no name for the card."),
          new Breakage(
              "a code of an unknown system",
              "terminology/procedures.yaml",
              "{ system: snomed, code: \"58390007\"",
              "{ system: snomet, code: \"58390007\"",
              "There is no code system 'snomet'. Did you mean 'snomed'?"),
          new Breakage(
              "a check that looks at nothing",
              "order-checks.yaml",
              "    drafted: [drug-nelarabine]\n",
              "",
              "The check 'nelarabine-in-b-all' does not say which orders it looks at."),
          new Breakage(
              "a check that asks for a test and has no words for it",
              "order-checks.yaml",
              "    open-title: Revumenib before the KMT2A rearrangement is known\n",
              "",
              "The check 'revumenib-without-kmt2a' needs both 'asks' and 'open-title', or neither"),
          new Breakage(
              "a replacement that no option is",
              "order-checks.yaml",
              "replaces-with: pomp",
              "replaces-with: pomps",
              "The check 'intensive-regimen-unfit' names the option 'pomps', which does not exist."
                  + " Did you mean 'pomp'?"),
          new Breakage(
              "an interval that no parameter is",
              "order-checks.yaml",
              "given-within: recentIntrathecalDays",
              "given-within: recentIntrathecalDay",
              "There is no parameter 'recentIntrathecalDay'. Did you mean"
                  + " 'recentIntrathecalDays'?"),
          new Breakage(
              "a test to repeat that no item is",
              "order-checks.yaml",
              "tests: [hbv-serology,",
              "tests: [hbv-serolog,",
              "The check 'duplicate-order' names the work-up item 'hbv-serolog', which does not"
                  + " exist. Did you mean 'hbv-serology'?"),
          new Breakage(
              "no drugs that can be given intrathecally",
              "terminology/groups.yaml",
              "id: given-intrathecally,",
              "id: given-intrathecaly,",
              "The group of concepts 'given-intrathecally' is missing; records are read with"
                  + " it."),
          new Breakage(
              "a group of concepts that nothing asks for",
              "terminology/groups.yaml",
              "id: given-intrathecally,",
              "id: given-intrathecaly,",
              "Nothing asks for the group of concepts 'given-intrathecaly'; remove it. Did you"
                  + " mean 'given-intrathecally'?"),
          new Breakage(
              "a group without a concept",
              "terminology/groups.yaml",
              "beginning: gene-",
              "beginning: genes-",
              "The group 'genes' has no concept."),
          new Breakage(
              "a list of phrases that is missing",
              "terminology/phrases.yaml",
              "- id: later-remission",
              "- id: latter-remission",
              "The list of phrases 'later-remission' is missing or empty; records are read with"
                  + " it."),
          new Breakage(
              "a form of a drug without words",
              "orders.yaml",
              "not-as: [methotrexate-oral]",
              "not-as: [drug-vincristine]",
              "names the list of phrases 'drug-vincristine', which does not exist."),
          new Breakage(
              "a card beside orders that no group is",
              "order-checks.yaml",
              "work-up-card: [chemotherapy, immunotherapy, tki,",
              "work-up-card: [chemotherapies, immunotherapy, tki,",
              "names the group or concept 'chemotherapies', which does not exist."),
          new Breakage(
              "an unknown indicator",
              "order-checks.yaml",
              "indicator: critical",
              "indicator: urgent",
              "There is no indicator 'urgent'."),
          new Breakage(
              "an unknown risk group",
              "risk.yaml",
              "then: standard",
              "then: intermediate",
              "There is no risk group 'intermediate'."),
          new Breakage(
              "a baseline test without courses",
              "work-up.yaml",
              "    baseline: true\n"
                  + "    courses: [newly-diagnosed]\n"
                  + "    counts: bloodPanelDays\n"
                  + "    done-by: [cbc-with-differential]",
              "    baseline: true\n"
                  + "    counts: bloodPanelDays\n"
                  + "    done-by: [cbc-with-differential]",
              "The baseline item 'cbc-diff' needs 'courses'."),
          new Breakage(
              "a lesion recognised by an unknown concept",
              "genetics/lesions.yaml",
              "fusion: [gene-etv6, gene-runx1]",
              "fusion: [gene-etv6, gene-runx2]",
              "The lesion 'etv6-runx1' names the concept 'gene-runx2', which does not exist."));

  @Test
  void theFolderLoadsWhole() {
    Guideline guideline = GuidelineReader.read(GuidelineFolder.at(FOLDER));

    assertThat(guideline.interpretations().keySet())
        .containsExactly(
            "I-01", "I-02", "I-03", "I-04", "I-05", "I-06", "I-07", "I-08", "I-09", "I-10", "I-11",
            "I-12", "I-13", "I-14", "I-15", "I-16", "I-17", "I-18", "I-19", "I-20");
    assertThat(guideline.orderChecks().checks()).hasSize(14);
    assertThat(rules(guideline))
        .contains(
            "cns-prophylaxis",
            "ph-pos-induction",
            "ph-pos-cr-mrd-pos",
            "ph-pos-cr-mrd-neg",
            "ph-pos-no-cr",
            "ph-neg-aya-induction",
            "ph-neg-adult-induction",
            "ph-neg-older-induction",
            "ph-neg-cr-mrd-pos",
            "ph-neg-cr-mrd-neg",
            "ph-neg-no-cr",
            "t-fit-induction",
            "t-older-induction",
            "t-cr-mrd-pos",
            "t-cr-mrd-neg",
            "t-no-cr",
            "ph-like-considerations");
  }

  private static Set<String> rules(Guideline guideline) {
    return guideline.tables().stream()
        .flatMap(table -> table.rules().stream())
        .map(TreatmentRule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> everyBreakageIsToldWithFileAndLine() {
    return BREAKAGES.stream()
        .map(breakage -> DynamicTest.dynamicTest(breakage.name(), () -> isTold(breakage)));
  }

  private static void isTold(Breakage breakage) throws IOException {
    String sound = Files.readString(FOLDER.resolve(breakage.file()));
    assertThat(sound).as("the text to break").contains(breakage.find());
    String broken = sound.replace(breakage.find(), breakage.replacement());
    GuidelineFolder real = GuidelineFolder.at(FOLDER);
    GuidelineFolder folder =
        path -> path.equals(breakage.file()) ? Optional.of(broken) : real.text(path);

    assertThatThrownBy(() -> GuidelineReader.read(folder))
        .isInstanceOfSatisfying(
            InconsistentGuideline.class,
            refused -> {
              List<Problem> matching =
                  refused.problems().stream()
                      .filter(problem -> problem.message().contains(breakage.message()))
                      .toList();
              assertThat(matching).as("%s", refused.getMessage()).isNotEmpty();
              assertThat(matching.get(0).line()).isPositive();
            });
  }

  @Test
  void allProblemsAreToldAtOnce() throws IOException {
    GuidelineFolder real = GuidelineFolder.at(FOLDER);
    GuidelineFolder folder =
        path ->
            real.text(path)
                .map(
                    text ->
                        text.replace("then: standard", "then: intermediate")
                            .replace("indicator: critical", "indicator: urgent")
                            .replace("hit: collect", "hit: any"));

    assertThatThrownBy(() -> GuidelineReader.read(folder))
        .hasMessageContaining("risk.yaml:")
        .hasMessageContaining("order-checks.yaml:")
        .hasMessageContaining("treatment/ph-like.yaml:")
        .hasMessageContaining("treatment/all-patients.yaml:");
  }

  @Test
  void aMissingFileIsNamed() {
    GuidelineFolder real = GuidelineFolder.at(FOLDER);
    GuidelineFolder folder = path -> path.equals("risk.yaml") ? Optional.empty() : real.text(path);

    assertThatThrownBy(() -> GuidelineReader.read(folder))
        .hasMessageContaining("risk.yaml:1: This file is missing from the guideline folder.");
  }

  @Test
  void everyFileOfTheFolderIsRead() throws IOException {
    Set<String> read = new TreeSet<>();
    GuidelineFolder real = GuidelineFolder.at(FOLDER);
    GuidelineReader.read(
        path -> {
          read.add(path);
          return real.text(path);
        });
    try (Stream<Path> files = Files.walk(FOLDER)) {
      Set<String> present =
          files
              .filter(Files::isRegularFile)
              .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
              .filter(file -> !file.startsWith("cases/")) // which prove it, and are read by tests
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(read).isEqualTo(present);
    }
  }

  @Test
  void thePageForCliniciansIsCurrent() throws IOException {
    Path page = Path.of("docs/guideline.md");
    String woven = GuidelineMarkdown.weave(GuidelineReader.read(GuidelineFolder.at(FOLDER)));
    if (Boolean.getBoolean("update.golden")) {
      Files.writeString(page, woven);
    }
    assertThat(page)
        .as("run the tests with -Dupdate.golden=true, read the difference, and commit it")
        .hasContent(woven);
  }
}
