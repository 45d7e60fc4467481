package org.karyon.fhirapi.answers;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.karyon.assessment.Assessment;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;

/** Every resource of the record that an assessment rests on, also those that were outranked. */
final class SourceResources {

  private SourceResources() {}

  static Set<String> of(Assessment assessment) {
    Set<String> resources = new LinkedHashSet<>();
    for (Finding<?> finding : assessment.facts().all().values()) {
      add(finding.evidence(), resources);
      switch (finding) {
        case Known<?> known -> add(known.contradictedBy(), resources);
        case Unknown<?> unused -> {}
      }
    }
    assessment.all().forEach(test -> add(test.evidence(), resources));
    assessment.record().therapies().forEach(therapy -> add(therapy.evidence(), resources));
    return resources;
  }

  /** The facts that each resource shows. */
  static Map<String, Set<String>> facts(Assessment assessment) {
    Map<String, Set<String>> facts = new LinkedHashMap<>();
    assessment
        .facts()
        .all()
        .forEach(
            (fact, finding) ->
                finding
                    .evidence()
                    .forEach(
                        evidence ->
                            facts
                                .computeIfAbsent(
                                    evidence.resource(), unused -> new LinkedHashSet<>())
                                .add(fact.id())));
    return facts;
  }

  private static void add(Iterable<Evidence> evidence, Set<String> resources) {
    for (Evidence one : evidence) {
      add(one, resources);
    }
  }

  private static void add(Evidence evidence, Set<String> resources) {
    if (isNamed(evidence.resource())) {
      resources.add(evidence.resource());
    }
  }

  /** A resource without an id cannot be referred to. */
  static boolean isNamed(String resource) {
    return resource.matches("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}")
        && !resource.contains("/without-id-");
  }
}
