package org.karyon.reading.genetics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Lesion;
import org.karyon.guideline.Lesion.LesionTest;
import org.karyon.reading.genetics.LesionEvidence.Says;

/**
 * Settles each genetic fact from everything that speaks of it: a positive by any adequate method
 * stands, an absence needs a method that can see the lesion, and what contradicts the outcome is
 * kept beside it.
 */
final class SettleLesions {

  private final List<Lesion> lesions;

  SettleLesions(List<Lesion> lesions) {
    this.lesions = lesions;
  }

  PatientFacts settle(PatientFacts facts, List<LesionEvidence> evidence) {
    Map<Fact<Presence>, List<LesionEvidence>> byLesion = new HashMap<>();
    for (LesionEvidence one : evidence) {
      byLesion.computeIfAbsent(one.lesion(), unused -> new ArrayList<>()).add(one);
    }
    Map<Fact<Presence>, Finding<Presence>> settled = new LinkedHashMap<>();
    for (Lesion lesion : lesions) {
      List<LesionEvidence> own = byLesion.getOrDefault(lesion.fact(), List.of());
      if (!own.isEmpty()) {
        settled.put(lesion.fact(), settle(lesion, own));
      }
    }
    return facts.withAll(settled);
  }

  private static Finding<Presence> settle(Lesion lesion, List<LesionEvidence> evidence) {
    Map<Says, List<LesionEvidence>> bySays = new EnumMap<>(Says.class);
    evidence.forEach(e -> bySays.computeIfAbsent(e.says(), unused -> new ArrayList<>()).add(e));
    List<Evidence> present = of(bySays, Says.PRESENT);
    List<Evidence> absent = of(bySays, Says.ABSENT);
    if (!present.isEmpty()) {
      return new Known<>(Presence.PRESENT, present, absent);
    }
    List<Evidence> possible = of(bySays, Says.POSSIBLE);
    if (excludes(lesion, bySays.getOrDefault(Says.ABSENT, List.of()))) {
      return new Known<>(Presence.ABSENT, absent, possible);
    }
    if (!possible.isEmpty()) {
      return new Unknown<>(
          UnknownReason.POSSIBLE, "a finding suggests it; a confirming test is needed", possible);
    }
    List<Evidence> pending = of(bySays, Says.PENDING);
    if (!pending.isEmpty()) {
      return new Unknown<>(UnknownReason.PENDING, "a result is not final yet", pending);
    }
    List<Evidence> open = of(bySays, Says.INDETERMINATE);
    if (!open.isEmpty()) {
      boolean inWords = open.stream().allMatch(one -> one.words().isPresent());
      String why = inWords ? "the text was not understood" : "the result gives no answer";
      return new Unknown<>(UnknownReason.NOT_INTERPRETABLE, why, open);
    }
    List<Evidence> notSeen = new ArrayList<>(absent);
    notSeen.addAll(of(bySays, Says.NOT_SEEN));
    return new Unknown<>(
        UnknownReason.NOT_EXCLUDED,
        "not seen by a method that cannot exclude it",
        notSeen.stream().sorted(Evidence.NEWEST_FIRST).toList());
  }

  /** One negative for the whole lesion excludes it; negatives for parts do so only together. */
  private static boolean excludes(Lesion lesion, List<LesionEvidence> absent) {
    if (absent.stream().anyMatch(e -> e.part().isEmpty())) {
      return true;
    }
    Set<String> parts =
        lesion.tests().stream()
            .map(LesionTest::part)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    Set<String> excluded =
        absent.stream()
            .map(LesionEvidence::part)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return !parts.isEmpty() && excluded.containsAll(parts);
  }

  private static List<Evidence> of(Map<Says, List<LesionEvidence>> bySays, Says says) {
    return bySays.getOrDefault(says, List.of()).stream()
        .map(LesionEvidence::evidence)
        .distinct()
        .sorted(Evidence.NEWEST_FIRST)
        .toList();
  }
}
