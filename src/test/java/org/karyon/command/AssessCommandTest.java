package org.karyon.command;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karyon.ExampleFolders;
import org.karyon.bulk.ExportingServer;

/** The command as a person types it. */
class AssessCommandTest {

  private static final String YESTERDAY =
      LocalDate.now(ZoneId.systemDefault()).minusDays(1).toString();

  @TempDir private Path folder;

  @Test
  void whatAServerExportsIsAnsweredLikeTheSameFilesInAFolder() throws Exception {
    String lines = String.join("\n", ExampleFolders.lines());
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/00001.Resource.ndjson"), lines);
    try (ExportingServer ehr = new ExportingServer(lines)) {
      ehr.open();

      assertThat(run("--input", folder.resolve("in").toString(), "out-1")).isZero();
      assertThat(run("--from", ehr.at("/fhir"), "out-2", "--http-allowed")).isZero();

      ehr.server().verify(1, deleteRequestedFor(urlPathEqualTo("/status/7")));
    }
    assertThat(folder.resolve("out-2/patients.ndjson"))
        .hasSameTextualContentAs(folder.resolve("out-1/patients.ndjson"));
    assertThat(folder.resolve("out-2/report.html"))
        .hasSameTextualContentAs(folder.resolve("out-1/report.html"));
    // Nothing of the export stays behind.
    assertThat(folder.resolve("out-2/export")).doesNotExist();
    assertThat(folder.resolve("out-2/work")).doesNotExist();
  }

  @Test
  void anExportComesFromAFolderOrFromAServerAndNotFromBoth() {
    assertThat(run("--input", "in", "out", "--from", "https://ehr.example.org/fhir")).isEqualTo(2);
    assertThat(run("--http-allowed", "--http-allowed", "out")).isEqualTo(2);
    assertThat(run("--from", "http://ehr.example.org/fhir", "out")).isEqualTo(1);
    assertThat(run("--from", "https://ehr.example.org/fhir", "out", "--client-id", "us"))
        .isEqualTo(1);
  }

  private int run(String source, String where, String output, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "assess",
                source,
                where,
                "--output",
                folder.resolve(output).toString(),
                "--as-of",
                YESTERDAY));
    arguments.addAll(List.of(more));
    return Commands.run(arguments.toArray(String[]::new));
  }
}
