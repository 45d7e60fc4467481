package org.karyon.registry;

import java.util.Map;
import java.util.TreeMap;

/** What the answers of a run add up to, for its page. */
final class RegistryCounts {

  /** What a message quotes may differ in each patient, and memory must not grow with them. */
  static final int MOST_GAPS = 10_000;

  private static final String OTHER_GAPS = "others, each of them rare";

  private final Map<String, Long> scopes = new TreeMap<>();
  private final Map<String, Long> riskGroups = new TreeMap<>();
  private final Map<String, Long> rules = new TreeMap<>();
  private final Map<String, Long> missing = new TreeMap<>();
  private final Map<String, Long> unknownFacts = new TreeMap<>();
  private final Map<String, Long> gaps = new TreeMap<>();
  private long patients;
  private long withLeukemia;

  void add(PatientAnswer answer) {
    patients++;
    count(scopes, answer.scope());
    if (answer.scope().equals("no-leukemia")) {
      return;
    }
    withLeukemia++;
    if (answer.scope().equals("covered")) {
      count(riskGroups, answer.riskGroup().orElse("undetermined"));
      answer.rules().forEach(rule -> count(rules, rule));
      answer
          .facts()
          .forEach(
              (fact, finding) -> {
                if (finding.value().isEmpty()) {
                  count(unknownFacts, fact);
                }
              });
    }
    answer.missing().forEach(test -> count(missing, test));
    answer.gaps().forEach(gap -> count(gaps, kept(gap.message())));
  }

  private String kept(String message) {
    return gaps.size() < MOST_GAPS || gaps.containsKey(message) ? message : OTHER_GAPS;
  }

  private static void count(Map<String, Long> counts, String what) {
    counts.merge(what, 1L, Long::sum);
  }

  long patients() {
    return patients;
  }

  long withLeukemia() {
    return withLeukemia;
  }

  Map<String, Long> scopes() {
    return scopes;
  }

  Map<String, Long> riskGroups() {
    return riskGroups;
  }

  Map<String, Long> rules() {
    return rules;
  }

  Map<String, Long> missing() {
    return missing;
  }

  Map<String, Long> unknownFacts() {
    return unknownFacts;
  }

  Map<String, Long> gaps() {
    return gaps;
  }
}
