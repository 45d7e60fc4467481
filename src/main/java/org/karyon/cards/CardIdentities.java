package org.karyon.cards;

import java.util.List;
import java.util.UUID;
import org.karyon.guideline.HookMoment;

/** Gives each card and suggestion the uuid by which feedback names it. */
@FunctionalInterface
public interface CardIdentities {

  /**
   * The identity of a new card.
   *
   * @param moment at which moment it is shown
   * @param kind what kind of card it is
   * @param rules the rules it rests on, the leading one first
   * @return a uuid that no other card has
   */
  UUID card(HookMoment moment, String kind, List<String> rules);

  /**
   * The identity of a new suggestion.
   *
   * @return a uuid that no other suggestion has
   */
  default UUID suggestion() {
    return UUID.randomUUID();
  }
}
