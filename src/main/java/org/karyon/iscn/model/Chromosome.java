package org.karyon.iscn.model;

/** A human chromosome as it is named in a karyotype, or a question mark in its place. */
public enum Chromosome {
  UNKNOWN("?"),
  ONE("1"),
  TWO("2"),
  THREE("3"),
  FOUR("4"),
  FIVE("5"),
  SIX("6"),
  SEVEN("7"),
  EIGHT("8"),
  NINE("9"),
  TEN("10"),
  ELEVEN("11"),
  TWELVE("12"),
  THIRTEEN("13"),
  FOURTEEN("14"),
  FIFTEEN("15"),
  SIXTEEN("16"),
  SEVENTEEN("17"),
  EIGHTEEN("18"),
  NINETEEN("19"),
  TWENTY("20"),
  TWENTY_ONE("21"),
  TWENTY_TWO("22"),
  X("X"),
  Y("Y");

  /** One more than the largest {@link #index()}. */
  public static final int INDEXES = 25;

  /** The number of autosomes in one haploid set. */
  public static final int AUTOSOMES = 22;

  private static final Chromosome[] ALL = values();

  private final String label;
  private final int index;

  Chromosome(String label) {
    this.label = label;
    this.index =
        switch (label) {
          case "?" -> 0;
          case "X" -> 23;
          case "Y" -> 24;
          default -> Integer.parseInt(label);
        };
  }

  /** The autosome of a number between 1 and 22; any other number is {@link #UNKNOWN}. */
  public static Chromosome autosome(int number) {
    return number >= 1 && number <= AUTOSOMES ? ALL[number] : UNKNOWN;
  }

  /** The chromosome of a label such as {@code 21} or {@code X}. */
  public static Chromosome labelled(String label) {
    for (Chromosome chromosome : ALL) {
      if (chromosome.label.equals(label)) {
        return chromosome;
      }
    }
    return UNKNOWN;
  }

  public String label() {
    return label;
  }

  /** A number for tables by chromosome: 0 for unknown, 1 to 22, 23 for X and 24 for Y. */
  public int index() {
    return index;
  }

  public boolean isKnown() {
    return this != UNKNOWN;
  }

  boolean isSexChromosome() {
    return this == X || this == Y;
  }

  public boolean isAutosome() {
    return isKnown() && !isSexChromosome();
  }
}
