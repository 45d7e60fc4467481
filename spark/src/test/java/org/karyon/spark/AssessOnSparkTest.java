package org.karyon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.registry.AssessRegistry;
import tools.jackson.databind.json.JsonMapper;

/** The example patients on two local cores, beside the run on one machine. */
class AssessOnSparkTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Path EXAMPLES = Path.of("..", "fhir-examples");
  private static SparkSession spark;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "3")
            // Small blocks, so that files are read in several, as large ones are.
            .config("spark.sql.files.maxPartitionBytes", "100000")
            .config("spark.sql.files.openCostInBytes", "1")
            .getOrCreate();
    spark.sparkContext().setLogLevel("WARN");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void theAnswersAreThoseOfOneMachineLineByLine() throws Exception {
    export(lines());

    List<String> cluster = onSpark();

    assertThat(cluster).hasSizeGreaterThan(40).isEqualTo(onOneMachine());
  }

  @Test
  void aBrokenLineIsNamedByItsFileAndItsPlaceAndCostsItself() throws Exception {
    List<String> lines = lines();
    Collections.sort(lines);
    lines.add(0, "{\"resourceType\":\"Observation\",\"subject\":{\"reference\":\"Patient/exa");
    lines.add(2, "{\"resourceType\":\"Organization\",\"id\":\"lab\"}");
    Files.createDirectories(folder.resolve("in/a b"));
    Files.write(folder.resolve("in/a b/all.ndjson"), lines);

    assertThat(onSpark()).isEqualTo(onOneMachine());
    assertThat(
            table()
                .filter("kind = 'broken-line'")
                .select("place", "reason")
                .collectAsList()
                .stream()
                .map(Row::toString))
        .containsExactlyInAnyOrder(
            "[a b/all.ndjson:1,the line is no complete JSON]",
            "[a b/all.ndjson:3,Organization that names no patient]");
  }

  @Test
  void onePatientWithAHundredThousandObservationsIsAnsweredLikeAnyOther() throws Exception {
    List<String> lines = lines();
    String patient = JsonMapper.shared().readTree(lines.getFirst()).path("id").asString();
    for (int number = 0; number < 100_000; number++) {
      lines.add(
          ("{\"resourceType\":\"Observation\",\"id\":\"many-%d\",\"status\":\"final\",\"subject\":"
                  + "{\"reference\":\"Patient/%s\"},\"effectiveDateTime\":\"2026-11-0%d\",\"code\":"
                  + "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"6690-2\"}]},"
                  + "\"valueQuantity\":{\"value\":%d.5,\"unit\":\"10*3/uL\"}}")
              .formatted(number, patient, 1 + number % 9, number % 40));
    }
    export(lines);

    assertThat(onSpark()).isEqualTo(onOneMachine());
  }

  @Test
  void theTableHasTheFilesThatEachAnswerRestsOn() throws Exception {
    export(lines());
    onSpark();

    Dataset<Row> patients = table().filter("kind = 'patient'");
    assertThat(patients.filter("size(sources) = 0").count()).isZero();
    assertThat(
            patients
                .selectExpr("explode(sources) as source")
                .selectExpr("sum(source.resources)")
                .head()
                .getLong(0))
        .isEqualTo(lines().size());
    assertThat(
            patients
                .selectExpr("explode(sources) as source")
                .selectExpr("source.file")
                .distinct()
                .count())
        .isEqualTo(5);
    // The table says what the lines say.
    for (Row row : patients.select("answer", "risk_group", "rules").collectAsList()) {
      assertThat(JsonMapper.shared().readTree(row.getString(0)).path("riskGroup").asString(""))
          .isEqualTo(Optional.ofNullable(row.getString(1)).orElse(""));
      assertThat(JsonMapper.shared().readTree(row.getString(0)).path("rules").size())
          .isEqualTo(row.getList(2).size());
    }
  }

  private Dataset<Row> table() {
    return spark.read().parquet(folder.resolve("spark/answers").toString());
  }

  private List<String> onSpark() throws IOException {
    AssessOnSpark.run(
        spark,
        folder.resolve("in").toString(),
        folder.resolve("spark").toString(),
        TODAY,
        false,
        Optional.empty());
    List<String> lines = new ArrayList<>();
    try (Stream<Path> parts = Files.list(folder.resolve("spark/patients.ndjson"))) {
      for (Path part : parts.filter(p -> p.getFileName().toString().startsWith("part")).toList()) {
        lines.addAll(Files.readAllLines(part));
      }
    }
    Collections.sort(lines);
    return lines;
  }

  private List<String> onOneMachine() throws Exception {
    new AssessRegistry(
            Knowledge.guideline(),
            new RecordJson(ReadLimits.CLINICAL),
            2,
            1 << 26,
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run(
            new AssessRegistry.Order(
                folder.resolve("in"), folder.resolve("one"), TODAY, false, List.of()));
    List<String> lines = Files.readAllLines(folder.resolve("one/patients.ndjson"));
    Collections.sort(lines);
    return lines;
  }

  /** Files in disorder, some of them compressed. */
  private void export(List<String> lines) throws IOException {
    List<String> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(7));
    Path in = Files.createDirectories(folder.resolve("in/deeper"));
    for (int part = 0; part < 5; part++) {
      List<String> some =
          shuffled.subList(part * shuffled.size() / 5, (part + 1) * shuffled.size() / 5);
      if (part % 2 == 0) {
        Files.write(in.resolve(part + ".ndjson"), some);
      } else {
        try (OutputStream out =
            new GZIPOutputStream(Files.newOutputStream(in.resolve(part + ".ndjson.gz")))) {
          out.write(String.join("\n", some).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> examples = Files.list(EXAMPLES)) {
      for (Path example : examples.sorted().toList()) {
        JsonMapper.shared()
            .readTree(Files.readAllBytes(example.resolve("patient.json")))
            .path("entry")
            .forEach(entry -> lines.add(entry.path("resource").toString()));
      }
    }
    return lines;
  }
}
