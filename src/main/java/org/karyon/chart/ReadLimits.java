package org.karyon.chart;

/**
 * How much is read of one JSON document. A document beyond the first four is refused; a number
 * beyond the others costs the resource that it stands in.
 *
 * @param deepestNesting how deep objects and arrays may lie in each other
 * @param longestString how many characters one text may have
 * @param mostTokens how many names, values, beginnings and ends there may be
 * @param mostContainers how many objects and arrays there may be, which cost the most memory
 * @param longestNumber how many characters a number may have
 * @param largestExponent how far from zero the power of ten of a number may be
 */
public record ReadLimits(
    int deepestNesting,
    int longestString,
    int mostTokens,
    int mostContainers,
    int longestNumber,
    int largestExponent) {

  /**
   * Limits that no clinical document comes near. The numbers of FHIR have 18 digits; powers of ten
   * of 64 and more would be written out in as many zeros.
   */
  public static final ReadLimits CLINICAL =
      new ReadLimits(100, 5_000_000, 600_000, 120_000, 64, 64);
}
