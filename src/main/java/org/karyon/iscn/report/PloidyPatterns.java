package org.karyon.iscn.report;

/**
 * The numbers by which a ploidy is suspected or told apart.
 *
 * @param lowHypodiploidFrom fewest chromosomes of low hypodiploidy; fewer are near-haploid
 * @param hypodiploidStemBelow chromosomes below which a clone shows hypodiploidy, however small it
 *     is and although others double it
 * @param widestHyperdiploidyTo most chromosomes of high hyperdiploidy in the widest definition
 * @param smallestDoubled chromosomes of the smallest doubled hypodiploid clone
 * @param doubledLowHypodiploidFrom chromosomes from which the usual losses suggest a doubled low
 *     hypodiploid clone
 * @param nearTriploidFrom fewest chromosomes of a near-triploid clone
 * @param nearTriploidTo most chromosomes of a near-triploid clone
 * @param doubledPairs pairs of gains from which a doubling is suspected
 * @param usuallyLost of the chromosomes that are usually lost, how many at two copies suggest a
 *     doubled clone near the triploid number
 * @param arrayLosses whole chromosomes lost on an array that suggest hypodiploidy
 * @param arrayGains whole chromosomes gained on an array that suggest high hyperdiploidy
 * @param fishGains centromeres gained by FISH that suggest high hyperdiploidy
 * @param amplifiedFrom copies or signals from which a gene is amplified
 */
public record PloidyPatterns(
    int lowHypodiploidFrom,
    int hypodiploidStemBelow,
    int widestHyperdiploidyTo,
    int smallestDoubled,
    int doubledLowHypodiploidFrom,
    int nearTriploidFrom,
    int nearTriploidTo,
    int doubledPairs,
    int usuallyLost,
    int arrayLosses,
    int arrayGains,
    int fishGains,
    int amplifiedFrom) {}
