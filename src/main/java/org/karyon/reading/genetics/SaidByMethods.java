package org.karyon.reading.genetics;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final Map<Said, Set<String>> quotes = new HashMap<>();
  private final Map<Said, Set<List<String>>> methods = new HashMap<>();

  SaidByMethods(List<LesionEvidence> evidence, LesionText texts) {
    this.texts = texts;
    for (LesionEvidence one : evidence) {
      if (one.part().isEmpty()) {
        quotes
            .computeIfAbsent(new Said(one.lesion(), one.says()), unused -> new LinkedHashSet<>())
            .add(one.evidence().shows());
      }
    }
  }

  /**
   * Whether a yes stands beside a no of the same lesion, or a no beside a yes, by no methods apart.
   */
  boolean contradict(LesionEvidence said) {
    Set<List<String>> contrary =
        switch (said.says()) {
          case PRESENT -> of(new Said(said.lesion(), Says.ABSENT));
          case ABSENT -> of(new Said(said.lesion(), Says.PRESENT));
          case NOT_SEEN, POSSIBLE, INDETERMINATE, PENDING -> Set.<List<String>>of();
        };
    if (contrary.isEmpty() || said.part().isPresent()) {
      return false;
    }
    List<String> own = texts.methods(said.evidence().shows());
    return own.isEmpty() || contrary.contains(List.<String>of()) || contrary.contains(own);
  }

  private Set<List<String>> of(Said said) {
    return methods.computeIfAbsent(
        said,
        unused ->
            quotes.getOrDefault(said, Set.of()).stream()
                .map(texts::methods)
                .collect(Collectors.toSet()));
  }
}
