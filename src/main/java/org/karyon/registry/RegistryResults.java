package org.karyon.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.guideline.Cohort;
import org.karyon.guideline.Guideline;

/**
 * What the answers of a run add up to: the table, the lists of patients who meet a question, and
 * the page. It is kept with each answer, so that no answer is read again; the files stand in their
 * places when all are in.
 */
final class RegistryResults implements AutoCloseable {

  private static final String TABLE = "patients.csv";

  private final AssessRegistry.Order order;
  private final Path unfinished;
  private final AnswerTable table;
  private final RegistryCounts counts = new RegistryCounts();
  private final List<CohortCount> cohorts = new ArrayList<>();

  /**
   * Begins.
   *
   * @param order what is asked for
   * @param work where the table is written meanwhile
   */
  RegistryResults(AssessRegistry.Order order, Path work) throws IOException {
    this.order = order;
    this.unfinished = work.resolve(TABLE);
    this.table = new AnswerTable(unfinished, Facts.all().stream().map(Fact::id).toList());
    for (Cohort cohort : order.cohorts()) {
      cohorts.add(new CohortCount(cohort, work));
    }
  }

  void add(PatientAnswer answer) throws IOException {
    table.add(answer);
    counts.add(answer);
    for (CohortCount cohort : cohorts) {
      cohort.consider(answer);
    }
  }

  /** The same, for an answer that an earlier run had given. */
  void addUnchecked(PatientAnswer answer) {
    try {
      add(answer);
    } catch (IOException failed) {
      throw new UncheckedIOException("The results cannot be written.", failed);
    }
  }

  /**
   * Writes everything.
   *
   * @param guideline the knowledge
   * @param sources the quality of each file of the export
   * @return how many patients there are
   */
  long finish(Guideline guideline, List<SourceQuality.Counts> sources) throws IOException {
    table.close();
    Files.move(unfinished, order.output().resolve(TABLE), StandardCopyOption.REPLACE_EXISTING);
    if (!cohorts.isEmpty()) {
      Path lists = Files.createDirectories(order.output().resolve("cohorts"));
      for (CohortCount cohort : cohorts) {
        cohort.close();
        Files.move(
            cohort.list(),
            lists.resolve(cohort.cohort().id() + ".txt"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    String page =
        new RegistryPage(order.asOf(), guideline.version(), guideline.source().label())
            .counts(counts)
            .cohorts(cohorts)
            .quality(sources)
            .text();
    Files.writeString(order.output().resolve("report.html"), page);
    return counts.patients();
  }

  @Override
  public void close() throws IOException {
    table.close();
    for (CohortCount cohort : cohorts) {
      cohort.close();
    }
  }
}
