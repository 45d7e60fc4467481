package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.karyon.fhirapi.answers.RegistryAnswers;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.population.Publication;
import org.karyon.population.ResultFile;
import org.karyon.registry.AnswerLines;
import org.karyon.registry.BrokenLine;
import org.karyon.registry.BrokenLines;

/**
 * The results of a population: FHIR resources one a line, what could not be used of the export as
 * OperationOutcomes, and beside them the files that the command {@code assess} writes.
 */
public final class PopulationFiles implements Publication {

  private static final IParser JSON = FhirContext.forR4Cached().newJsonParser();

  private final RegistryAnswers resources;

  PopulationFiles(Canonicals canonicals) {
    this.resources = new RegistryAnswers(canonicals);
  }

  @Override
  public List<ResultFile> publish(Path answers, Path results) throws IOException {
    List<ResultFile> files = new ArrayList<>(resources(answers, results));
    for (String beside : List.of("patients.ndjson", "patients.csv", "report.html")) {
      Files.move(answers.resolve(beside), results.resolve(beside));
      files.add(
          new ResultFile(
              beside, ResultFile.Kind.BESIDE, beside.substring(0, beside.indexOf('.')), 0));
    }
    Path cohorts = answers.resolve("cohorts");
    if (Files.exists(cohorts)) {
      Files.move(cohorts, results.resolve("cohorts"));
      try (Stream<Path> lists = Files.list(results.resolve("cohorts"))) {
        for (Path list : lists.sorted().toList()) {
          try (Stream<String> lines = Files.lines(list)) {
            files.add(
                new ResultFile(
                    "cohorts/" + list.getFileName(),
                    ResultFile.Kind.BESIDE,
                    "cohort",
                    lines.count()));
          }
        }
      }
    }
    return files;
  }

  private List<ResultFile> resources(Path answers, Path results) throws IOException {
    List<ResultFile> files = new ArrayList<>();
    try (Lines guidance = new Lines(results, "GuidanceResponse");
        Lines risk = new Lines(results, "RiskAssessment");
        Lines errors = new Lines(results, "OperationOutcome")) {
      new AnswerLines(answers.resolve("patients.ndjson"))
          .forEach(
              answer -> {
                guidance.write(resources.guidance(answer));
                resources.risk(answer).ifPresent(risk::write);
              });
      BrokenLines.read(answers.resolve("broken-lines.ndjson"), line -> errors.write(outcome(line)));
      files.add(guidance.file(ResultFile.Kind.OUTPUT));
      files.add(risk.file(ResultFile.Kind.OUTPUT));
      if (errors.count.sum() > 0) {
        files.add(errors.file(ResultFile.Kind.ERROR));
      }
    }
    return files;
  }

  private static Resource outcome(BrokenLine line) {
    return FhirFailures.outcome(
        IssueType.STRUCTURE,
        "",
        "Line %d of the export's file %s: %s.".formatted(line.line(), line.file(), line.reason()));
  }

  /** A file of resources of one kind. */
  private static final class Lines implements AutoCloseable {

    private final String type;
    private final BufferedWriter out;
    private final LongAdder count = new LongAdder();

    Lines(Path folder, String type) throws IOException {
      this.type = type;
      this.out = Files.newBufferedWriter(folder.resolve(name(type)), StandardCharsets.UTF_8);
    }

    private static String name(String type) {
      return type + ".ndjson";
    }

    void write(Resource resource) {
      try {
        out.write(JSON.encodeResourceToString(resource));
        out.write('\n');
        count.increment();
      } catch (IOException failed) {
        throw new UncheckedIOException("The results cannot be written.", failed);
      }
    }

    ResultFile file(ResultFile.Kind kind) {
      return new ResultFile(name(type), kind, type, count.sum());
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
