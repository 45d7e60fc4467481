package org.karyon.guideline;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.Fact;

/**
 * How a fact is named to clinicians, and what would settle it.
 *
 * @param fact the fact
 * @param name the words on a card
 * @param unit the unit of an amount; empty for a term
 * @param settledBy work-up items that settle it, most direct first
 * @param asks the fact to ask for instead, where this one is only derived; empty otherwise
 * @param citation the source lines that fork on it
 * @param interpretations the interpretations that its reading rests on
 */
public record FactName(
    Fact<?> fact,
    String name,
    String unit,
    List<String> settledBy,
    Optional<Fact<?>> asks,
    Citation citation,
    List<String> interpretations) {}
