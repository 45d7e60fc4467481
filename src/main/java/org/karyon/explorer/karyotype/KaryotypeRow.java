package org.karyon.explorer.karyotype;

/**
 * One karyotype of many.
 *
 * @param name how the sender names it; may be empty
 * @param text the karyotype
 * @param problem why it is not interpretable; empty when it is
 * @param modalNumber the modal number; may be empty
 * @param ploidy the ploidy class
 * @param metaphases the metaphases counted
 * @param abnormalities the number of abnormalities; may be empty
 * @param present the features present
 * @param possible the features possible
 * @param unread what was not understood
 */
public record KaryotypeRow(
    String name,
    String text,
    String problem,
    String modalNumber,
    String ploidy,
    String metaphases,
    String abnormalities,
    String present,
    String possible,
    String unread) {}
