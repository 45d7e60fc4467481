package org.karyon.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.guideline.Cohort;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.CohortReader;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.registry.AssessRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Assesses a whole registry: an export of a FHIR server in, one answer a patient out. */
@Command(
    name = "assess",
    description = {
      "Assesses every patient of a FHIR Bulk Data export (NDJSON, plain or gzip).",
      "Writes patients.ndjson, patients.csv, report.html, broken-lines.ndjson and cohorts/.",
      "Run it again with the same folders and it goes on where it was interrupted."
    },
    mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FOLDER",
      description = "the export, files in any number and order")
  private Path input = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FOLDER",
      description = "where the answers go, with room for twice the export meanwhile")
  private Path output = Path.of("");

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "the day for which is answered, today by default; what became known later is"
              + " left out")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(
      names = "--cohort",
      paramLabel = "FILE",
      description = "questions in YAML, answered with counts and lists of patients; repeatable")
  private List<Path> cohorts = List.of();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "patients assessed at once, by default one for each core")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws Exception {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    LocalDate day = asOf.orElse(today);
    if (day.isAfter(today)) {
      throw new IllegalArgumentException("--as-of " + day + " lies in the future.");
    }
    Guideline guideline = GuidelineReader.read(GuidelineFolder.builtIn());
    List<Cohort> questions =
        cohorts.stream()
            .map(Path::toAbsolutePath)
            .flatMap(
                file ->
                    CohortReader.read(
                        GuidelineFolder.at(Objects.requireNonNull(file.getParent())),
                        file.getFileName().toString(),
                        guideline)
                        .stream())
            .toList();
    long memory = Runtime.getRuntime().maxMemory() / 4;
    long patients =
        new AssessRegistry(
                guideline,
                new RecordJson(ReadLimits.CLINICAL),
                Math.max(1, threads),
                memory,
                System.err)
            .run(new AssessRegistry.Order(input, output, day, day.isBefore(today), questions));
    System.err.println(patients + " patients: " + output.resolve("report.html"));
    return 0;
  }
}
