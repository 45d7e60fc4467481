package org.karyon.proof;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.RiskFeature;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.yaml.ClinicalCase;
import org.karyon.guideline.yaml.ClinicalCase.Edge;

/** Names what no case speaks of, in words that tell a clinician which case to write. */
final class CaseLint {

  private final Guideline guideline;
  private final List<ClinicalCase> cases;
  private final List<String> missing = new ArrayList<>();

  private CaseLint(Guideline guideline, List<ClinicalCase> cases) {
    this.guideline = guideline;
    this.cases = cases;
  }

  static List<String> missing(Guideline guideline, List<ClinicalCase> cases) {
    CaseLint lint = new CaseLint(guideline, cases);
    lint.rules();
    lint.checks();
    lint.features();
    lint.parameters();
    return List.copyOf(lint.missing);
  }

  private void rules() {
    Set<String> positive = new LinkedHashSet<>();
    Set<String> negative = new LinkedHashSet<>();
    Set<String> offered = new LinkedHashSet<>();
    for (ClinicalCase tried : cases) {
      tried.must().rules().ifPresent(positive::addAll);
      tried.mustNot().rules().ifPresent(negative::addAll);
      tried.must().offers().ifPresent(offered::addAll);
      offered.addAll(tried.must().words());
    }
    for (DecisionTable table : guideline.tables()) {
      for (TreatmentRule rule : table.rules()) {
        if (!positive.contains(rule.id())) {
          missing.add(
              "No case has a patient for whom the rule '%s' (%s) holds."
                  .formatted(rule.id(), rule.title()));
        }
        if (!negative.contains(rule.id())) {
          missing.add(
              "No case says of a patient that the rule '%s' (%s) must not hold."
                  .formatted(rule.id(), rule.title()));
        }
      }
    }
    guideline.options().values().stream()
        .filter(option -> !offered.contains(option.id()))
        .forEach(
            option ->
                missing.add(
                    "No case has a patient who is offered '%s' (%s)."
                        .formatted(option.id(), option.name())));
  }

  private void checks() {
    Set<String> positive = new LinkedHashSet<>();
    Set<String> negative = new LinkedHashSet<>();
    for (ClinicalCase tried : cases) {
      tried.must().checks().ifPresent(checks -> positive.addAll(checks.keySet()));
      tried.mustNot().checks().ifPresent(checks -> negative.addAll(checks.keySet()));
    }
    for (OrderCheck check : guideline.orderChecks().checks()) {
      if (!positive.contains(check.id())) {
        missing.add(
            "No case has orders of which the check '%s' (%s) speaks."
                .formatted(check.id(), check.title()));
      }
      if (!negative.contains(check.id())) {
        missing.add(
            "No case has orders of which the check '%s' (%s) must not speak."
                .formatted(check.id(), check.title()));
      }
    }
  }

  private void features() {
    Map<String, Set<String>> said = new LinkedHashMap<>();
    for (ClinicalCase tried : cases) {
      tried
          .must()
          .facts()
          .forEach(
              (fact, value) ->
                  said.computeIfAbsent(fact, unused -> new LinkedHashSet<>()).add(value));
      tried
          .mustNot()
          .facts()
          .forEach(
              (fact, value) ->
                  said.computeIfAbsent(fact, unused -> new LinkedHashSet<>()).add("not " + value));
    }
    for (RiskFeature feature : guideline.features()) {
      Set<String> values = said.getOrDefault(feature.fact().id(), Set.of());
      if (!values.contains("present")) {
        missing.add(
            "No case has a record that shows '%s' (%s).".formatted(feature.id(), feature.name()));
      }
      if (values.stream().allMatch("present"::equals)) {
        missing.add(
            "No case has a record that does not show '%s' (%s)."
                .formatted(feature.id(), feature.name()));
      }
    }
  }

  private void parameters() {
    Map<String, Set<Edge>> tried = new LinkedHashMap<>();
    cases.forEach(
        one ->
            one.edges()
                .forEach(
                    (parameter, edge) ->
                        tried
                            .computeIfAbsent(parameter, unused -> EnumSet.noneOf(Edge.class))
                            .add(edge)));
    for (Parameter parameter : guideline.parameters().values()) {
      for (Edge edge : Edge.values()) {
        if (!tried.getOrDefault(parameter.id(), Set.of()).contains(edge)) {
          missing.add(
              "No case lies %s %s %s (%s: %s)."
                  .formatted(
                      edge == Edge.AT ? "exactly" : "just",
                      edge.name().toLowerCase(Locale.ROOT),
                      parameter.value().toPlainString(),
                      parameter.id(),
                      parameter.meaning()));
        }
      }
    }
  }
}
