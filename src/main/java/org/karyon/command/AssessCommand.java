package org.karyon.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.guideline.Cohort;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.CohortReader;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.guideline.yaml.InconsistentGuideline;
import org.karyon.guideline.yaml.Problem;
import org.karyon.registry.AssessRegistry;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Assesses a whole registry: an export of a FHIR server in, one answer a patient out. */
@Command(
    name = "assess",
    description = {
      "Assesses every patient of a FHIR Bulk Data export (NDJSON, plain or gzip), from a folder or",
      "fetched from a FHIR server.",
      "Writes patients.ndjson, patients.csv, report.html, broken-lines.ndjson and cohorts/.",
      "Run it again with the same folders and it goes on where it was interrupted."
    },
    mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  /** Where the export is: in a folder, or still with a server. */
  static final class Source {

    @Option(
        names = "--input",
        required = true,
        paramLabel = "FOLDER",
        description = "the export, files in any number and order")
    private Optional<Path> input = Optional.empty();

    @ArgGroup(exclusive = false, heading = "Or from a FHIR server (Bulk Data Access):%n")
    private @Nullable ServerOptions server;

    /** The parser leaves a group out where none of its options is given. */
    Optional<ServerOptions> server() {
      return Optional.ofNullable(server);
    }
  }

  @Option(
      names = "--keep-export",
      description =
          "keep what was fetched from the server; it is deleted otherwise when all is done")
  private boolean exportKept;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FOLDER",
      description =
          "where the answers go, with room for the uncompressed export and half as much again"
              + " meanwhile")
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
    if (source.input.isEmpty() && source.server().isEmpty()) {
      throw new IllegalArgumentException(
          "Name the folder of an export with --input, or a server with --from.");
    }
    Guideline guideline = GuidelineReader.read(GuidelineFolder.builtIn());
    List<Cohort> questions =
        cohorts.stream().flatMap(file -> questions(file, guideline).stream()).toList();
    Path fetched = output.resolve("export");
    if (source.server().isPresent()) {
      source.server().get().fetch(fetched, System.err);
    }
    long memory = Runtime.getRuntime().maxMemory() / 4;
    long patients =
        new AssessRegistry(
                guideline,
                new RecordJson(ReadLimits.CLINICAL),
                Math.max(1, threads),
                memory,
                System.err)
            .run(
                new AssessRegistry.Order(
                    source.input.orElse(fetched), output, day, day.isBefore(today), questions));
    if (source.server().isPresent() && !exportKept) {
      try (Stream<Path> files = Files.walk(fetched)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    System.err.println(patients + " patients: " + output.resolve("report.html"));
    return 0;
  }

  private static List<Cohort> questions(Path file, Guideline guideline) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no file of questions '" + file + "'.");
    }
    try {
      return CohortReader.read(file, guideline);
    } catch (InconsistentGuideline unusable) {
      throw new IllegalArgumentException(
          unusable.problems().stream()
              .map(Problem::toString)
              .collect(Collectors.joining("\n", "The questions cannot be used:\n", "")),
          unusable);
    }
  }
}
