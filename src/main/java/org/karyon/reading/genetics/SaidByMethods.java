package org.karyon.reading.genetics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karyon.facts.Fact;
import org.karyon.facts.Presence;
import org.karyon.reading.genetics.LesionEvidence.Says;

/**
 * What one text says of whole lesions, and by which methods.
 *
 * <p>A text may say the same a thousand times, so it is gone through once, and not once for each
 * statement.
 */
final class SaidByMethods {

  private record Said(Fact<Presence> lesion, Says says) {}

  private final LesionText texts;
  private final Map<Said, Set<List<String>>> methods = new HashMap<>();

  SaidByMethods(List<LesionEvidence> evidence, LesionText texts) {
    this.texts = texts;
    for (LesionEvidence one : evidence) {
      if (one.part().isEmpty()) {
        methods
            .computeIfAbsent(new Said(one.lesion(), one.says()), unused -> new HashSet<>())
            .add(texts.methods(one.evidence().shows()));
      }
    }
  }

  /**
   * Whether a yes stands beside a no of the same lesion, or a no beside a yes, by no methods apart.
   */
  boolean contradict(LesionEvidence said) {
    Set<List<String>> contrary =
        switch (said.says()) {
          case PRESENT -> of(said, Says.ABSENT);
          case ABSENT -> of(said, Says.PRESENT);
          case NOT_SEEN, POSSIBLE, INDETERMINATE, PENDING -> Set.<List<String>>of();
        };
    if (contrary.isEmpty() || said.part().isPresent()) {
      return false;
    }
    List<String> own = texts.methods(said.evidence().shows());
    return own.isEmpty() || contrary.contains(List.<String>of()) || contrary.contains(own);
  }

  private Set<List<String>> of(LesionEvidence said, Says says) {
    return methods.getOrDefault(new Said(said.lesion(), says), Set.of());
  }
}
