package org.karyon.guideline.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.karyon.facts.Fact;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.TreatmentRule;

/** What a case may name; a name that the folder does not know is a problem with its line. */
final class CaseNames {

  private final Guideline guideline;
  private final Problems problems;

  CaseNames(Guideline guideline, Problems problems) {
    this.guideline = guideline;
    this.problems = problems;
  }

  Optional<Fact<?>> fact(String id, YamlValue at) {
    Optional<Fact<?>> fact =
        guideline.factNames().keySet().stream().filter(f -> f.id().equals(id)).findFirst();
    if (fact.isEmpty()) {
      problems.unknown(
          at, "fact", id, guideline.factNames().keySet().stream().map(Fact::id).toList());
    }
    return fact;
  }

  void parameter(String id, YamlValue at) {
    known(List.of(id), "parameter", at, guideline.parameters().keySet());
  }

  void check(String id, YamlValue at) {
    known(
        List.of(id),
        "check",
        at,
        guideline.orderChecks().checks().stream().map(OrderCheck::id).toList());
  }

  List<String> rules(Entry entry, String key) {
    return known(
        entry,
        key,
        "rule",
        guideline.tables().stream()
            .flatMap(table -> table.rules().stream())
            .map(TreatmentRule::id)
            .toList());
  }

  List<String> options(Entry entry, String key) {
    return known(entry, key, "option", guideline.options().keySet());
  }

  List<String> tests(Entry entry, String key) {
    return known(entry, key, "work-up item", guideline.workUp().keySet());
  }

  private List<String> known(Entry entry, String key, String kind, Collection<String> known) {
    List<String> named = entry.texts(key);
    entry.value(key).ifPresent(at -> known(named, kind, at, known));
    return named;
  }

  private void known(List<String> named, String kind, YamlValue at, Collection<String> known) {
    Stream.of(named)
        .flatMap(List::stream)
        .filter(name -> !known.contains(name))
        .forEach(name -> problems.unknown(at, kind, name, known));
  }
}
