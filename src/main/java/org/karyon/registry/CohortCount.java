package org.karyon.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.guideline.Cohort;

/** The answer to one question of a registry: who meets it. */
final class CohortCount {

  private final Cohort cohort;
  private final List<String> patients = new ArrayList<>();

  CohortCount(Cohort cohort) {
    this.cohort = cohort;
  }

  Cohort cohort() {
    return cohort;
  }

  List<String> patients() {
    return List.copyOf(patients);
  }

  /** Takes a patient in who meets every criterion; one without a leukemia meets none. */
  void consider(PatientAnswer answer) {
    boolean asked = !answer.scope().equals("no-leukemia");
    if (asked && cohort.criteria().stream().allMatch(criterion -> meets(criterion, answer))) {
      patients.add(answer.patient());
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
}
