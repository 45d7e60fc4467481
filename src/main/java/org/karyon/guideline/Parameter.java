package org.karyon.guideline;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A named number that decisions compare with.
 *
 * @param id the name in the tables
 * @param value the number
 * @param unit its unit in words
 * @param meaning what it limits, in one sentence
 * @param basis where the number comes from when the source does not state it; empty when it does
 * @param interpretation the interpretation it rests on; empty when there is none
 * @param citation the source lines; empty lines when the source is silent
 */
public record Parameter(
    String id,
    BigDecimal value,
    String unit,
    String meaning,
    Optional<String> basis,
    Optional<String> interpretation,
    Citation citation) {}
