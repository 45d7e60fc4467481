package org.karyon.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karyon.BuiltIn;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.guideline.Guideline;
import tools.jackson.databind.json.JsonMapper;

/** Exports as they come when something went wrong on the way. */
class OddExportTest {

  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;
  private static final String PATIENT =
      "{\"resourceType\":\"Patient\",\"id\":\"p\",\"birthDate\":\"1980-01-01\"}";
  private static final String LEUKEMIA = leukemia("Patient/p");

  @TempDir private Path folder;
  private Path export;

  @BeforeEach
  void make() throws IOException {
    export = Files.createDirectory(folder.resolve("export"));
  }

  private static String leukemia(String subject) {
    return ("{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"%s\"},"
                + "\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"91857003\"}]}}")
        .formatted(subject);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(export.resolve(name), text);
  }

  private Map<String, PatientAnswer> run() throws Exception {
    return run(folder.resolve("out"));
  }

  private Map<String, PatientAnswer> run(Path output) throws Exception {
    new AssessRegistry(
            GUIDELINE,
            new RecordJson(ReadLimits.CLINICAL),
            1,
            1 << 20,
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run(
            new AssessRegistry.Order(export, output, LocalDate.of(2026, 11, 23), false, List.of()));
    Map<String, PatientAnswer> answers = new TreeMap<>();
    for (String line : Files.readAllLines(output.resolve("patients.ndjson"))) {
      PatientAnswer answer = JsonMapper.shared().readValue(line, PatientAnswer.class);
      assertThat(answers.put(answer.patient(), answer)).isNull();
    }
    return answers;
  }

  private List<String> broken() throws IOException {
    return Files.readAllLines(folder.resolve("out/broken-lines.ndjson"));
  }

  @Test
  void emptyFilesMarksAndOtherEndsOfLinesCostNothing() throws Exception {
    file("a.ndjson", "");
    file("b.ndjson", "\uFEFF" + PATIENT + "\r\n\r\n");
    file("c.ndjson", "\n\n" + LEUKEMIA);
    Files.createDirectories(export.resolve("d.ndjson"));

    assertThat(run().get("p").scope()).isEqualTo("covered");
    assertThat(broken()).isEmpty();
  }

  @Test
  void whatIsNoUtf8IsABrokenLineAndIsNotRepaired() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write((PATIENT + "\n" + LEUKEMIA + "\n").getBytes(StandardCharsets.UTF_8));
    bytes.write(
        PATIENT.replace("\"p\"", "\"q\",\"x\":\"é\"").getBytes(StandardCharsets.ISO_8859_1));
    Files.write(export.resolve("a.ndjson"), bytes.toByteArray());

    file("b.ndjson", PATIENT.replace("\"p\"", "\"written\",\"x\":\"\uFFFD\""));

    assertThat(run().keySet()).containsExactly("p", "written");
    assertThat(broken())
        .containsExactly("{\"file\":\"a.ndjson\",\"line\":3,\"reason\":\"the line is no UTF-8\"}");
  }

  @Test
  void ofALineThatNeverEndsNoMoreIsHeldThanIsReadOfOne() throws Exception {
    long endless = 300L << 20;
    byte[] next = "\n{}\n".getBytes(StandardCharsets.UTF_8);
    InputStream in =
        new InputStream() {
          private long left = endless;
          private int at;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] block, int from, int length) {
            if (left > 0) {
              int size = (int) Math.min(left, length);
              Arrays.fill(block, from, from + size, (byte) 'x');
              left -= size;
              return size;
            }
            if (at == next.length) {
              return -1;
            }
            block[from] = next[at++];
            return 1;
          }
        };
    try (FileLines lines = new FileLines(in)) {
      assertThat(lines.next())
          .hasValue(new FileLines.Read.Unusable(FileLines.TOO_LONG, endless + 1));
      assertThat(lines.next()).hasValue(new FileLines.Read.Text("{}", 3));
      assertThat(lines.next()).isEmpty();
    }
  }

  @Test
  void linesAreTheSameWhereverTheirBlocksEnd() throws Exception {
    for (int length : List.of(65_534, 65_535, 65_536, 65_537, 131_072)) {
      String line = "x".repeat(length);
      byte[] bytes = ("\uFEFF" + line + "\r\n" + line + "\né").getBytes(StandardCharsets.UTF_8);
      try (FileLines lines = new FileLines(new java.io.ByteArrayInputStream(bytes))) {
        for (String expected : List.of(line, line, "é")) {
          assertThat(((FileLines.Read.Text) lines.next().orElseThrow()).text()).isEqualTo(expected);
        }
        assertThat(lines.next()).isEmpty();
      }
    }
  }

  @Test
  void aPackedFileThatIsCutIsNamedAndNothingIsAnswered() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (int line = 0; line < 1_000; line++) {
        out.write(
            (PATIENT.replace("\"p\"", "\"p" + line * 7919 + "\"") + "\n")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.write(
        export.resolve("cut.ndjson.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));

    assertThatThrownBy(this::run)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'cut.ndjson.gz' cannot be read beyond its line")
        .hasMessageContaining("Fetch it again");
    assertThat(folder.resolve("out/patients.ndjson")).doesNotExist();
  }

  @Test
  void aFileThatIsPackedByItsNameAloneIsNamed() throws Exception {
    file("plain.ndjson.gz", PATIENT);

    assertThatThrownBy(this::run)
        .hasMessageContaining("'plain.ndjson.gz' is not compressed by gzip");
  }

  @Test
  void referencesOfEveryFormNameTheSamePatient() throws Exception {
    String observation =
        "{\"resourceType\":\"Observation\",\"id\":\"o%d\",\"status\":\"final\",\"code\":{\"coding\":"
            + "[{\"system\":\"http://loinc.org\",\"code\":\"21440-3\"}]},\"subject\":{\"reference\":\"%s\"}}";
    List<String> references =
        List.of(
            "Patient/p",
            "Patient/p/_history/3",
            "https://ehr.example.org/fhir/Patient/p",
            "https://ehr.example.org/fhir/Patient/p/_history/3",
            "https:\\/\\/ehr.example.org\\/fhir\\/Patient\\/p",
            "urn:uuid:p");
    StringBuilder lines = new StringBuilder();
    for (String reference : references) {
      lines.append(observation.formatted(lines.length(), reference)).append('\n');
      lines.append(leukemia(reference)).append('\n');
    }
    file("a.ndjson", lines + PATIENT + "\n" + PATIENT + "\n");

    PatientAnswer answer = run().get("p");

    assertThat(answer.scope()).isEqualTo("covered");
    assertThat(answer.gaps()).noneMatch(gap -> gap.message().contains("patient"));
    assertThat(broken()).isEmpty();
  }

  @Test
  void ofTwoServersWithTheSameIdNothingIsTakenForOnesOwn() throws Exception {
    file(
        "a.ndjson",
        PATIENT
            + "\n"
            + LEUKEMIA
            + "\n"
            + leukemia("https://ehr.example.org/fhir/Patient/p").replace("\"c\"", "\"d\"")
            + "\n"
            + leukemia("https://other.example.org/fhir/Patient/p").replace("\"c\"", "\"e\""));

    assertThat(run().get("p").gaps())
        .extracting(PatientAnswer.Gap::about)
        .contains("Condition/d", "Condition/e");
  }

  @Test
  void patientsWithoutResultsAndResultsWithoutPatientsAreAnswered() throws Exception {
    file(
        "a.ndjson",
        PATIENT.replace("\"p\"", "\"alone\"")
            + "\n"
            + leukemia("Patient/unheard-of")
            + "\n"
            + leukemia("#p")
            + "\n"
            + leukemia("Group/1"));

    Map<String, PatientAnswer> answers = run();

    assertThat(answers.keySet()).containsExactly("alone", "unheard-of");
    assertThat(answers.values()).allMatch(answer -> answer.scope().equals("not-known"));
    assertThat(broken()).hasSize(2).allMatch(line -> line.contains("names no patient"));
  }

  @Test
  void aLineOfMoreValuesThanAreReadCostsItselfAndNotTheRun() throws Exception {
    String many = LEUKEMIA.replace("\"c\"", "\"many\",\"note\":[" + "0,".repeat(700_000) + "0]");
    file("a.ndjson", PATIENT + "\n" + LEUKEMIA + "\n" + many);

    PatientAnswer answer = run().get("p");

    assertThat(answer.gaps())
        .anyMatch(
            gap ->
                gap.about().equals("a.ndjson:3")
                    && gap.message().contains("what it says is unknown"));
  }

  @Test
  void linkedFoldersArePartOfTheExport() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("a.ndjson"), PATIENT + "\n" + LEUKEMIA);
    Files.createSymbolicLink(export.resolve("linked"), elsewhere);

    assertThat(run().keySet()).containsExactly("p");
  }

  @Test
  void answersDoNotLieAmongWhatIsRead() throws Exception {
    file("a.ndjson", PATIENT);

    assertThatThrownBy(() -> run(export.resolve("out")))
        .hasMessageContaining("name another folder");
    assertThat(export.resolve("out")).doesNotExist();
  }

  @Test
  void twoRunsDoNotWriteToTheSameFolder() throws Exception {
    file("a.ndjson", PATIENT);
    Path work = Files.createDirectories(folder.resolve("out/work"));
    try (HeldFolder other = HeldFolder.of(work, folder.resolve("out"))) {
      assertThatThrownBy(this::run).isInstanceOf(FolderInUse.class);
      assertThat(other.work()).isEqualTo(work);
    }

    assertThat(run().keySet()).containsExactly("p");
  }
}
