package org.karyon.proof;

import java.util.Map;
import java.util.TreeMap;
import org.karyon.assessment.Assessment;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;

/** Everything that is concluded of a patient, in words that can be compared. */
final class Advice {

  private Advice() {}

  static Map<String, String> of(Assessment assessment) {
    Map<String, String> advice = new TreeMap<>();
    advice.put("scope", assessment.scope().name());
    assessment.facts().all().forEach((fact, finding) -> advice.put(fact.id(), said(finding)));
    assessment
        .all()
        .forEach(
            test ->
                advice.put(
                    "test " + test.item().id(), test.status().name() + " " + test.remaining()));
    assessment
        .risk()
        .ifPresent(
            risk ->
                advice.put(
                    "risk",
                    risk.group().map(Object::toString).orElse("undetermined")
                        + (risk.provisional() ? "?" : "")));
    assessment
        .treatment()
        .ifPresent(
            treatment -> {
              advice.put("rules", treatment.rules().stream().map(r -> r.id()).toList().toString());
              treatment
                  .options()
                  .forEach(
                      option ->
                          advice.put(
                              "option " + option.option().id(),
                              option.status().id()
                                  + option.needs().stream().map(f -> f.id()).sorted().toList()
                                  + option.cautions().stream()
                                      .map(c -> c.fact().id())
                                      .sorted()
                                      .toList()));
            });
    assessment
        .orders()
        .findings()
        .forEach(
            finding ->
                advice.put(
                    "check " + finding.check().id(), finding.state() + " " + finding.indicator()));
    return advice;
  }

  private static String said(Finding<?> finding) {
    return switch (finding) {
      case Known<?> known -> known.known().id() + (known.contradictedBy().isEmpty() ? "" : "!");
      case Unknown<?> unknown -> "unknown";
    };
  }
}
