package org.karyon.cards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.karyon.assessment.Assessment;
import org.karyon.facts.DataGap;
import org.karyon.facts.Evidence;

/**
 * What all cards of one answer share: the remarks on the results that were read, each said once on
 * the first card that rests on its resource, and the hospital's policy.
 */
final class Remarks {

  private final List<DataGap> left;
  private final Set<String> facts = new HashSet<>();
  private final PolicyInForce policy;

  Remarks(Assessment assessment, PolicyInForce policy) {
    this.policy = policy;
    this.left =
        new ArrayList<>(
            assessment.record().gaps().stream()
                .filter(gap -> gap.kind() == DataGap.Kind.REMARK)
                .distinct()
                .toList());
  }

  /** The remarks on what a card rests on, which are then said. */
  List<String> on(List<Ground> grounds) {
    Set<String> resources = new HashSet<>();
    for (Ground ground : grounds) {
      Optional<Evidence> evidence = ground.evidence();
      evidence.map(Evidence::resource).ifPresent(resources::add);
      facts.add(ground.id());
    }
    Predicate<DataGap> isOnThese = gap -> resources.contains(gap.subject());
    List<DataGap> said = left.stream().filter(isOnThese).toList();
    left.removeIf(isOnThese);
    return said.stream()
        .map(
            gap ->
                Sentence.TO_KNOW.with(
                    "parts", Markdown.text(gap.message(), Markdown.LONGEST_SENTENCE)))
        .distinct()
        .toList();
  }

  /** What the hospital changes of the cards. */
  PolicyInForce policy() {
    return policy;
  }

  /** The remarks that no card has said. */
  List<DataGap> left() {
    return List.copyOf(left);
  }

  /** Whether a card rests on the fact. */
  boolean isOnACard(String fact) {
    return facts.contains(fact);
  }
}
