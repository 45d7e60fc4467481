package org.karyon.iscn.report;

import java.util.OptionalInt;

/**
 * How many acquired abnormalities the whole sample has, each distinct one once.
 *
 * @param iscn2024 by the method of ISCN 2024, section 6.5, in which an unbalanced translocation
 *     scores two; empty where no clone could be read
 * @param listed the number of entries listed, as older studies count
 */
public record AbnormalityCounts(OptionalInt iscn2024, OptionalInt listed) {

  public static final AbnormalityCounts NONE =
      new AbnormalityCounts(OptionalInt.empty(), OptionalInt.empty());
}
