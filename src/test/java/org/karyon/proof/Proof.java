package org.karyon.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.CaseReader;
import org.karyon.guideline.yaml.ClinicalCase;
import org.karyon.guideline.yaml.KnowledgeMutant;

/**
 * Everything that pins the knowledge: the tables that were written apart from it, and the cases.
 */
final class Proof {

  /** Only the cases, to see where code repeats what the folder says. */
  private static final boolean CASES_ALONE = Boolean.getBoolean("trial.cases.alone");

  private final List<ClinicalCase> cases;
  private final Map<ClinicalCase, String> texts = new LinkedHashMap<>();
  private final Map<ClinicalCase, Integer> kills = new LinkedHashMap<>();
  private final List<Statements> tables;

  Proof(Guideline guideline) {
    this.cases = CaseReader.read(CasesTest.FOLDER, guideline);
    this.tables = CASES_ALONE ? List.of() : Statements.all();
    cases.forEach(tried -> texts.put(tried, tried.resources() + " " + tried));
  }

  List<ClinicalCase> cases() {
    return cases;
  }

  /** The first thing that notices a changed guideline; the likeliest cases are tried first. */
  Optional<String> noticed(KnowledgeMutant mutant, Guideline changed) {
    for (Statements table : tables) {
      Optional<String> fault = fault(table, changed);
      if (fault.isPresent()) {
        return fault;
      }
    }
    Instrument instrument = new Instrument(changed);
    List<ClinicalCase> likely = new ArrayList<>(cases);
    likely.sort(
        Comparator.<ClinicalCase>comparingInt(
                tried -> texts.get(tried).contains(mutant.row()) ? 0 : 1)
            .thenComparingInt(tried -> -kills.getOrDefault(tried, 0)));
    for (ClinicalCase tried : likely) {
      if (!holds(tried, instrument)) {
        kills.merge(tried, 1, Integer::sum);
        return Optional.of("case: " + tried.name());
      }
    }
    return Optional.empty();
  }

  /** A guideline that cannot even be asked is noticed too. */
  private static Optional<String> fault(Statements table, Guideline changed) {
    try {
      return table.firstFault(changed);
    } catch (RuntimeException broken) {
      return Optional.of(table.file() + ": " + broken.getMessage());
    }
  }

  private static boolean holds(ClinicalCase tried, Instrument instrument) {
    try {
      return CaseTrial.faults(tried, instrument).isEmpty();
    } catch (RuntimeException broken) {
      return false;
    }
  }
}
