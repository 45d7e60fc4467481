package org.karyon.iscn.model;

/** The kinds of structural change a karyotype names, by their keyword. */
public enum Operation {
  TRANSLOCATION("t"),
  DELETION("del"),
  ADDITION("add"),
  DUPLICATION("dup"),
  TRIPLICATION("trp"),
  QUADRUPLICATION("qdp"),
  INVERSION("inv"),
  INSERTION("ins"),
  ISOCHROMOSOME("i"),
  ISODICENTRIC("idic"),
  ISODERIVATIVE("ider"),
  DERIVATIVE("der"),
  DICENTRIC("dic"),
  TRICENTRIC("tric"),
  RING("r"),
  ROBERTSONIAN("rob"),
  RECOMBINANT("rec"),
  TELOMERIC_ASSOCIATION("tas"),
  FRAGILE_SITE("fra"),
  FISSION("fis"),
  HOMOGENEOUSLY_STAINING_REGION("hsr"),
  AMPLIFICATION("amp"),
  CHROMOTHRIPSIS("cth"),
  COMPLEX("cx"),
  NEOCENTROMERE("neo"),
  /** A misspelt keyword whose parentheses could still be read. */
  UNCLEAR("?");

  private final String keyword;

  Operation(String keyword) {
    this.keyword = keyword;
  }

  public String keyword() {
    return keyword;
  }

  /** Whether it brings two places of the genome together, as a fusion needs. */
  public boolean joins() {
    return switch (this) {
      case TRANSLOCATION, INSERTION, DICENTRIC, TRICENTRIC, DERIVATIVE, ISODERIVATIVE, INVERSION ->
          true;
      case ROBERTSONIAN, RECOMBINANT, TELOMERIC_ASSOCIATION, RING, COMPLEX, UNCLEAR -> true;
      case DELETION, ADDITION, DUPLICATION, TRIPLICATION, QUADRUPLICATION, ISOCHROMOSOME -> false;
      case ISODICENTRIC, FRAGILE_SITE, FISSION, HOMOGENEOUSLY_STAINING_REGION -> false;
      case AMPLIFICATION, CHROMOTHRIPSIS, NEOCENTROMERE -> false;
    };
  }

  /** Whether the chromosomes named are replaced by a single one. */
  boolean replacesAllNamedByOne() {
    return switch (this) {
      case DERIVATIVE, ISODERIVATIVE, DICENTRIC, TRICENTRIC, RING, ROBERTSONIAN, RECOMBINANT ->
          true;
      case TRANSLOCATION, DELETION, ADDITION, DUPLICATION, TRIPLICATION, QUADRUPLICATION -> false;
      case INVERSION, INSERTION, ISOCHROMOSOME, ISODICENTRIC, TELOMERIC_ASSOCIATION -> false;
      case FRAGILE_SITE, FISSION, HOMOGENEOUSLY_STAINING_REGION, AMPLIFICATION -> false;
      case CHROMOTHRIPSIS, COMPLEX, NEOCENTROMERE, UNCLEAR -> false;
    };
  }
}
