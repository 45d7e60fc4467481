package org.karyon.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karyon.BuiltIn;
import org.karyon.ExampleFolders;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.guideline.Cohort;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.CohortReader;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.InconsistentGuideline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A registry made of the example patients, exported as servers do. */
class AssessRegistryTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;

  /** Every example's resources, by the example's patient. */
  private static final Map<String, List<ObjectNode>> PATIENTS = new LinkedHashMap<>();

  /** The example of each patient. */
  private static final Map<String, Path> FOLDERS = new LinkedHashMap<>();

  @TempDir private Path folder;

  @BeforeAll
  static void readTheExamples() {
    for (Path example : ExampleFolders.all()) {
      List<ObjectNode> resources = new ArrayList<>();
      ExampleFolders.record(example)
          .path("entry")
          .forEach(entry -> resources.add((ObjectNode) entry.path("resource")));
      String id =
          resources.stream()
              .filter(resource -> resource.path("resourceType").asString().equals("Patient"))
              .map(resource -> resource.path("id").asString())
              .findFirst()
              .orElseThrow();
      PATIENTS.put(id, resources);
      FOLDERS.put(id, example);
    }
  }

  @Test
  void everyFactOnACardIsTheFactOfTheRegistry() throws Exception {
    Map<String, PatientAnswer> answers = run(export(lines()), List.of());

    assertThat(answers.keySet()).isEqualTo(new TreeMap<>(PATIENTS).keySet());
    int compared = 0;
    for (Map.Entry<String, Path> example : FOLDERS.entrySet()) {
      PatientAnswer answer = answers.get(example.getKey());
      JsonNode cards = JSON.readTree(example.getValue().resolve("response.json")).path("cards");
      for (JsonNode card : cards) {
        JsonNode facts = card.path("extension").path("org.karyon.assessment").path("facts");
        for (Map.Entry<String, JsonNode> fact : facts.properties()) {
          assertThat(answer.facts().get(fact.getKey()).value())
              .as("%s of %s", fact.getKey(), example.getValue())
              .hasValue(text(fact.getValue()));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  private static String text(JsonNode value) {
    return value.isNumber()
        ? new BigDecimal(value.asString()).stripTrailingZeros().toPlainString()
        : value.asString();
  }

  @Test
  void theOrderOfLinesAndFilesAndTheirCompressionChangeNothing() throws Exception {
    List<String> lines = lines();
    Map<String, PatientAnswer> straight = run(export(lines), List.of());
    Collections.shuffle(lines, new Random(7));
    Path export = Files.createDirectories(folder.resolve("shuffled/deeper"));
    for (int part = 0; part < 5; part++) {
      byte[] text =
          String.join("\n", lines.subList(part * lines.size() / 5, (part + 1) * lines.size() / 5))
              .getBytes(StandardCharsets.UTF_8);
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(export.resolve(part + ".ndjson.gz")))) {
        out.write(text);
      }
    }

    Map<String, PatientAnswer> shuffled = run(folder.resolve("shuffled"), List.of());

    assertThat(decisions(shuffled)).isEqualTo(decisions(straight));
  }

  private static Map<String, List<Object>> decisions(Map<String, PatientAnswer> answers) {
    Map<String, List<Object>> decisions = new TreeMap<>();
    answers.forEach(
        (patient, answer) ->
            decisions.put(
                patient,
                List.of(
                    answer.scope(),
                    answer.riskGroup(),
                    answer.rules(),
                    answer.options(),
                    answer.missing())));
    return decisions;
  }

  @Test
  void aBrokenLineIsNamedByItsFileAndNumberAndCostsItself() throws Exception {
    List<String> lines = lines();
    lines.add(3, "{\"resourceType\":\"Observation\",\"subject\":{\"reference\":\"Patient/exa");
    lines.add(5, "[1,2]");
    lines.add(7, "{\"resourceType\":\"Organization\",\"id\":\"lab\"}");
    lines.add(9, "");

    Map<String, PatientAnswer> answers = run(export(lines), List.of());

    assertThat(decisions(answers)).isEqualTo(decisions(run(export(lines()), List.of())));
    assertThat(Files.readAllLines(folder.resolve("out-1/broken-lines.ndjson")))
        .containsExactly(
            "{\"file\":\"all.ndjson\",\"line\":4,\"reason\":\"the line is no complete JSON\"}",
            "{\"file\":\"all.ndjson\",\"line\":6,\"reason\":\"the line is no JSON object\"}",
            "{\"file\":\"all.ndjson\",\"line\":8,\"reason\":\"Organization that names no"
                + " patient\"}");
  }

  @Test
  void ofAPackedFileTheBytesOnTheDiskAreCountedSoThatTheEstimateHolds() throws Exception {
    Path export = Files.createTempDirectory(folder, "packed");
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(export.resolve("all.ndjson.gz"))),
            StandardCharsets.UTF_8)) {
      out.write(String.join("\n", lines()));
    }
    ExportFolder files = ExportFolder.open(export);
    AtomicLong read = new AtomicLong();

    try (FileLines lines = files.lines(0, read::addAndGet)) {
      while (lines.next().isPresent()) {}
    }

    assertThat(read.get()).isEqualTo(files.bytes());
  }

  @Test
  void anExportInMoreFilesThanAreReadAtOnceIsAnsweredAlike() throws Exception {
    List<String> lines = lines();
    Path export = Files.createTempDirectory(folder, "many");
    for (int number = 0; number < 600; number++) {
      Files.write(
          export.resolve("part-%03d.ndjson".formatted(number)),
          lines.subList(lines.size() * number / 600, lines.size() * (number + 1) / 600));
    }

    Map<String, PatientAnswer> answers = run(export, List.of());

    assertThat(decisions(answers)).isEqualTo(decisions(run(export(lines), List.of())));
  }

  @Test
  void anInterruptedRunGoesOnWhereItStoppedAndEndsAlike() throws Exception {
    Path export = export(lines());
    Map<String, PatientAnswer> whole = run(export, List.of());
    Path out = folder.resolve("out-1");
    List<String> answers = Files.readAllLines(out.resolve("patients.ndjson"));
    String table = Files.readString(out.resolve("patients.csv"));

    // What a killed process leaves: the sorted export, its state, and answers up to half a line.
    Path interrupted = Files.createDirectories(folder.resolve("interrupted/work"));
    ExportFolder files = ExportFolder.open(export);
    try (Progress silent = silent();
        BrokenLines broken = new BrokenLines(interrupted.resolveSibling("broken-lines.ndjson"))) {
      List<String> blocks =
          new SortExport(files, interrupted, 2, 1 << 20)
              .sort(new Drugs(10), broken, silent).blocks().stream()
                  .map(block -> block.getFileName().toString())
                  .toList();
      new RunState(RunState.signature(files, TODAY, GUIDELINE.version()), blocks, List.of(), true)
          .write(interrupted.resolve("sorted.json"));
    }
    int half = answers.size() / 2;
    Files.writeString(
        interrupted.resolveSibling("patients.ndjson"),
        String.join("\n", answers.subList(0, half)) + "\n" + answers.get(half).substring(0, 40));

    registry()
        .run(new AssessRegistry.Order(export, interrupted.getParent(), TODAY, false, List.of()));

    assertThat(Files.readAllLines(interrupted.resolveSibling("patients.ndjson")))
        .isEqualTo(answers);
    assertThat(interrupted.resolveSibling("patients.csv")).hasContent(table);
    assertThat(interrupted).doesNotExist();
    assertThat(whole).hasSize(answers.size());
  }

  @Test
  void anOrderThatRefersToADrugOfTheExportIsReadWithIt() throws Exception {
    String patient = "{\"resourceType\":\"Patient\",\"id\":\"p\",\"birthDate\":\"1980-01-01\"}";
    String leukemia =
        "{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"Patient/p\"},"
            + "\"clinicalStatus\":{\"coding\":[{\"system\":"
            + "\"http://terminology.hl7.org/CodeSystem/condition-clinical\",\"code\":\"active\"}]},"
            + "\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"91857003\"}]}}";
    String order =
        "{\"resourceType\":\"MedicationRequest\",\"id\":\"m\",\"status\":\"active\",\"intent\":"
            + "\"order\",\"subject\":{\"reference\":\"Patient/p\"},\"medicationReference\":"
            + "{\"reference\":\"Medication/dasatinib\"}}";
    String drug =
        "{\"resourceType\":\"Medication\",\"id\":\"dasatinib\",\"code\":{\"text\":\"dasatinib\"}}";

    Map<String, PatientAnswer> answers =
        run(export(new ArrayList<>(List.of(patient, leukemia, order, drug))), List.of());

    assertThat(answers.get("p").treatedWith()).anyMatch(concept -> concept.contains("dasatinib"));
  }

  @Test
  void questionsAreAnsweredWithTheirPatients() throws Exception {
    List<Cohort> questions =
        cohorts(
            """
            cohorts:
              - id: ph-positive
                title: Ph-positive
                facts: { bcrAbl1: present }
              - id: ph-positive-without-tki
                title: Ph-positive, without a TKI on record
                facts: { bcrAbl1: present }
                not-treated-with: [tki]
              - id: ph-positive-with-tki
                title: Ph-positive, with a TKI on record
                facts: { bcrAbl1: present }
                treated-with: [tki]
              - id: no-mrd
                title: In remission without an MRD result that counts
                facts: { course: complete-remission, mrd: unknown }
            """);

    Map<String, PatientAnswer> answers = run(export(lines()), questions);

    List<String> positive =
        answers.values().stream()
            .filter(answer -> "present".equals(value(answer, "bcrAbl1")))
            .map(PatientAnswer::patient)
            .toList();
    assertThat(positive).isNotEmpty();
    Path lists = folder.resolve("out-1/cohorts");
    assertThat(Files.readAllLines(lists.resolve("ph-positive.txt"))).isEqualTo(positive);
    List<String> split = new ArrayList<>();
    split.addAll(Files.readAllLines(lists.resolve("ph-positive-without-tki.txt")));
    split.addAll(Files.readAllLines(lists.resolve("ph-positive-with-tki.txt")));
    assertThat(split).containsExactlyInAnyOrderElementsOf(positive);
    assertThat(folder.resolve("out-1/report.html"))
        .content()
        .contains("Ph-positive, without a TKI on record")
        .doesNotContain("<script");
  }

  private static String value(PatientAnswer answer, String fact) {
    PatientAnswer.FactAnswer found = answer.facts().get(fact);
    return found == null ? "" : found.value().orElse("");
  }

  @Test
  void theQuestionsOfTheDocumentationAreAnswered() throws Exception {
    String page = Files.readString(Path.of("docs/registry.md"));
    int begin = page.indexOf("```yaml", page.indexOf("## Questions")) + "```yaml".length();

    run(export(lines()), cohorts(page.substring(begin, page.indexOf("```", begin))));

    for (String question : List.of("no-mrd-after-induction", "poor-risk-by-the-record")) {
      assertThat(folder.resolve("out-1/cohorts/" + question + ".txt")).isNotEmptyFile();
    }
    assertThat(folder.resolve("out-1/cohorts/ph-like-without-tki.txt")).exists();
  }

  @Test
  void aQuestionWithAnUnknownNameIsRefusedWithTheNearestOne() {
    assertThatThrownBy(
            () ->
                cohorts(
                    """
                    cohorts:
                      - id: slips
                        title: Slips
                        facts: { bcrAbl: present, course: complete-remision }
                        rules: [ph-pos-inducton]
                        treated-with: [tkis]
                        hidden: true
                      - id: slips
                        title: Nothing
                    """))
        .isInstanceOf(InconsistentGuideline.class)
        .hasMessageContaining("bcrAbl1")
        .hasMessageContaining("complete-remission")
        .hasMessageContaining("ph-pos-induction")
        .hasMessageContaining("'tkis'")
        .hasMessageContaining("'hidden' is not a key")
        .hasMessageContaining("already declared")
        .hasMessageContaining("asks for nothing");
  }

  @Test
  void aFolderWithoutAnExportIsSaidToBeOne() {
    assertThatThrownBy(() -> run(Files.createDirectories(folder.resolve("empty")), List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no file that ends in .ndjson");
  }

  private List<Cohort> cohorts(String yaml) throws IOException {
    Files.writeString(folder.resolve("questions.yaml"), yaml);
    return CohortReader.read(GuidelineFolder.at(folder), "questions.yaml", GUIDELINE);
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    PATIENTS.values().forEach(own -> own.forEach(resource -> lines.add(resource.toString())));
    return lines;
  }

  private Path export(List<String> lines) throws IOException {
    Path export = Files.createTempDirectory(folder, "export");
    Files.write(export.resolve("all.ndjson"), lines);
    return export;
  }

  private static AssessRegistry registry() {
    return new AssessRegistry(
        GUIDELINE,
        new RecordJson(ReadLimits.CLINICAL),
        2,
        1 << 20,
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  private static Progress silent() {
    return new Progress(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        java.time.Duration.ofHours(1));
  }

  private int runs;

  private Map<String, PatientAnswer> run(Path export, List<Cohort> questions) throws Exception {
    runs++;
    Path out = folder.resolve("out-" + runs);
    registry().run(new AssessRegistry.Order(export, out, TODAY, false, questions));
    Map<String, PatientAnswer> answers = new LinkedHashMap<>();
    new AnswerLines(out.resolve("patients.ndjson"))
        .forEach(answer -> answers.put(answer.patient(), answer));
    return answers;
  }
}
