package org.karyon.registry;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.guideline.Cohort;

/** The answer to one question of a registry: who meets it, as a list on the disk. */
final class CohortCount implements AutoCloseable {

  private final Cohort cohort;
  private final Path list;
  private final BufferedWriter out;
  private long patients;

  CohortCount(Cohort cohort, Path folder) throws IOException {
    this.cohort = cohort;
    this.list = folder.resolve("cohort-" + cohort.id() + ".txt");
    this.out = Files.newBufferedWriter(list, StandardCharsets.UTF_8);
  }

  Cohort cohort() {
    return cohort;
  }

  long patients() {
    return patients;
  }

  /** The list of the patients' ids, whole once this is closed. */
  Path list() {
    return list;
  }

  /** Takes a patient in who meets every criterion; one without a leukemia meets none. */
  void consider(PatientAnswer answer) throws IOException {
    boolean asked = !answer.scope().equals("no-leukemia");
    if (asked && cohort.criteria().stream().allMatch(criterion -> meets(criterion, answer))) {
      out.write(answer.patient());
      out.write('\n');
      patients++;
    }
  }

  private static boolean meets(Cohort.Criterion criterion, PatientAnswer answer) {
    return switch (criterion) {
      case Cohort.Criterion.FactIs is -> has(is.values(), answer, is.fact());
      case Cohort.Criterion.RiskGroupIs is ->
          is.groups().contains(answer.riskGroup().orElse("undetermined"));
      case Cohort.Criterion.RuleHolds holds -> any(holds.rules(), answer.rules());
      case Cohort.Criterion.OptionApplies applies ->
          any(applies.options(), answer.options("applies"));
      case Cohort.Criterion.TestMissing missing -> any(missing.tests(), answer.missing());
      case Cohort.Criterion.Treated treated ->
          any(treated.concepts(), answer.treatedWith()) == treated.given();
    };
  }

  private static boolean has(Set<String> values, PatientAnswer answer, String fact) {
    Optional<String> value =
        Optional.ofNullable(answer.facts().get(fact)).flatMap(PatientAnswer.FactAnswer::value);
    return value
        .map(known -> values.contains(known) || values.contains("known"))
        .orElseGet(() -> values.contains("unknown"));
  }

  private static boolean any(Set<String> wanted, List<String> found) {
    return !Collections.disjoint(wanted, found);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
