package org.karyon.guideline;

import java.util.List;
import org.karyon.facts.RiskGroup;

/**
 * A row of the risk table; the first that holds decides.
 *
 * @param id the rule id
 * @param when the conditions
 * @param group the group it assigns
 * @param says why, in words for the card
 * @param citation the source lines
 * @param interpretations the interpretations it rests on
 */
public record RiskRow(
    String id,
    Row when,
    RiskGroup group,
    String says,
    Citation citation,
    List<String> interpretations) {}
