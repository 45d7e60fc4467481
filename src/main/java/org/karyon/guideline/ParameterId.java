package org.karyon.guideline;

/**
 * The numbers that code asks the guideline for. A folder that lacks one of them, or gives it in
 * another unit, is refused when it is loaded; the numbers themselves stand in the folder alone.
 */
public enum ParameterId {
  /** Marrow lymphoblasts that the diagnosis needs. */
  MARROW_BLAST_DIAGNOSTIC_PERCENT("marrowBlastDiagnosticPercent", ParameterUnit.PERCENT),
  /** Marrow blasts below which the marrow supports a remission. */
  REMISSION_BLAST_PERCENT("remissionBlastPercent", ParameterUnit.PERCENT),
  /** Circulating lymphoblasts from which blood may replace the marrow. */
  CIRCULATING_BLASTS_FOR_SMEAR(
      "circulatingBlastsForSmear", ParameterUnit.LYMPHOBLASTS_PER_MICROLITRE),
  /** Youngest age of the adolescent and young adult group. */
  AYA_FROM_YEARS("ayaFromYears", ParameterUnit.YEARS),
  /** Youngest age of the adult group. */
  ADULT_FROM_YEARS("adultFromYears", ParameterUnit.YEARS),
  /** Youngest age of the older group. */
  OLDER_FROM_YEARS("olderFromYears", ParameterUnit.YEARS),
  /** CD20 expression from which rituximab is added. */
  CD20_PERCENT("cd20Percent", ParameterUnit.PERCENT),
  /** Residual disease from which MRD is positive when the laboratory does not say. */
  MRD_FRACTION("mrdFraction", ParameterUnit.FRACTION_OF_CELLS),
  /** Performance status from which a patient counts as frail. */
  FRAIL_FROM_ECOG("frailFromEcog", ParameterUnit.ECOG_GRADE),
  /** Karnofsky score below which a patient counts as frail. */
  FRAIL_BELOW_KARNOFSKY("frailBelowKarnofsky", ParameterUnit.KARNOFSKY_SCORE),
  /** Bilirubin above which the liver counts as a risk. */
  HEPATIC_RISK_UPPER_LIMIT_MULTIPLE("hepaticRiskUpperLimitMultiple", ParameterUnit.TIMES),
  /** Transaminases above which the liver counts as a risk. */
  HEPATIC_RISK_TRANSAMINASE_MULTIPLE("hepaticRiskTransaminaseMultiple", ParameterUnit.TIMES),
  /**
   * How long before the recorded date of diagnosis a marrow or genetic result still belongs to it.
   */
  DIAGNOSTIC_WINDOW_DAYS("diagnosticWindowDays", ParameterUnit.DAYS),
  /** Metaphases below which a karyotype excludes nothing. */
  MINIMUM_METAPHASES("minimumMetaphases", ParameterUnit.METAPHASES),
  /** Fewest chromosomes of high hyperdiploidy. */
  HIGH_HYPERDIPLOIDY_FROM("highHyperdiploidyFrom", ParameterUnit.CHROMOSOMES),
  /** Most chromosomes of high hyperdiploidy. */
  HIGH_HYPERDIPLOIDY_TO("highHyperdiploidyTo", ParameterUnit.CHROMOSOMES),
  /** Chromosomes below which the clone is hypodiploid. */
  HYPODIPLOIDY_BELOW("hypodiploidyBelow", ParameterUnit.CHROMOSOMES),
  /** Abnormalities from which a karyotype is complex. */
  COMPLEX_FROM("complexFrom", ParameterUnit.ABNORMALITIES),
  /** Fewest chromosomes of low hypodiploidy; fewer are near-haploid. */
  LOW_HYPODIPLOID_FROM("lowHypodiploidFrom", ParameterUnit.CHROMOSOMES),
  /**
   * Chromosomes below which a clone shows hypodiploidy however small it is and although others
   * double it.
   */
  HYPODIPLOID_STEM_BELOW("hypodiploidStemBelow", ParameterUnit.CHROMOSOMES),
  /**
   * Most chromosomes of high hyperdiploidy in the widest definition; beyond the source it is only
   * possible.
   */
  WIDEST_HYPERDIPLOIDY_TO("widestHyperdiploidyTo", ParameterUnit.CHROMOSOMES),
  /** Chromosomes of the smallest doubled hypodiploid clone. */
  SMALLEST_DOUBLED_HYPODIPLOIDY("smallestDoubledHypodiploidy", ParameterUnit.CHROMOSOMES),
  /** Chromosomes from which the usual losses suggest a doubled low hypodiploid clone. */
  DOUBLED_LOW_HYPODIPLOIDY_FROM("doubledLowHypodiploidyFrom", ParameterUnit.CHROMOSOMES),
  /** Fewest chromosomes of a near-triploid clone in which the usual losses suggest a doubling. */
  NEAR_TRIPLOID_FROM("nearTriploidFrom", ParameterUnit.CHROMOSOMES),
  /** Most chromosomes of a near-triploid clone. */
  NEAR_TRIPLOID_TO("nearTriploidTo", ParameterUnit.CHROMOSOMES),
  /** Pairs of gains from which a doubled clone is suspected. */
  DOUBLED_PAIRS("doubledPairs", ParameterUnit.CHROMOSOMES),
  /**
   * Of the chromosomes that are usually lost how many at two copies suggest a doubled clone near
   * the triploid number.
   */
  USUALLY_LOST_AT_TWO_COPIES("usuallyLostAtTwoCopies", ParameterUnit.CHROMOSOMES),
  /** Whole chromosomes lost on an array that suggest hypodiploidy. */
  ARRAY_LOSSES_OF_HYPODIPLOIDY("arrayLossesOfHypodiploidy", ParameterUnit.CHROMOSOMES),
  /** Whole chromosomes gained on an array that suggest high hyperdiploidy. */
  ARRAY_GAINS_OF_HYPERDIPLOIDY("arrayGainsOfHyperdiploidy", ParameterUnit.CHROMOSOMES),
  /** Centromeres gained by FISH that suggest high hyperdiploidy. */
  FISH_GAINS_OF_HYPERDIPLOIDY("fishGainsOfHyperdiploidy", ParameterUnit.CHROMOSOMES),
  /** Copies or signals from which RUNX1 or another gene counts as amplified. */
  AMPLIFIED_FROM_COPIES("amplifiedFromCopies", ParameterUnit.COPIES),
  /** How long a treated patient without a response assessment counts as in induction. */
  INDUCTION_DAYS("inductionDays", ParameterUnit.DAYS),
  /** Earliest day on which a marrow counts as a response assessment. */
  RESPONSE_FROM_DAYS("responseFromDays", ParameterUnit.DAYS),
  /** Expression from which CD19 or CD22 counts as present. */
  ANTIGEN_POSITIVE_PERCENT("antigenPositivePercent", ParameterUnit.PERCENT),
  /** Upper limit of total bilirubin where the laboratory gives none. */
  BILIRUBIN_UPPER_LIMIT_MILLIGRAMS_PER_DECILITRE(
      "bilirubinUpperLimitMilligramsPerDecilitre", ParameterUnit.MILLIGRAMS_PER_DECILITRE),
  /** Upper limit of total bilirubin where the laboratory gives none. */
  BILIRUBIN_UPPER_LIMIT_MICROMOLES_PER_LITRE(
      "bilirubinUpperLimitMicromolesPerLitre", ParameterUnit.MICROMOLES_PER_LITRE),
  /** Upper limit of ALT and AST where the laboratory gives none. */
  TRANSAMINASE_UPPER_LIMIT_UNITS_PER_LITRE(
      "transaminaseUpperLimitUnitsPerLitre", ParameterUnit.UNITS_PER_LITRE),
  /** DNA index of the leukemic cells from which they count as high hyperdiploid. */
  DNA_INDEX_HIGH_HYPERDIPLOIDY_FROM("dnaIndexHighHyperdiploidyFrom", ParameterUnit.DNA_INDEX),
  /** DNA index up to which leukemic cells count as high hyperdiploid. */
  DNA_INDEX_HIGH_HYPERDIPLOIDY_TO("dnaIndexHighHyperdiploidyTo", ParameterUnit.DNA_INDEX),
  /** DNA index up to which high hyperdiploidy is excluded. */
  DNA_INDEX_DIPLOID_TO("dnaIndexDiploidTo", ParameterUnit.DNA_INDEX),
  /** DNA index below which leukemic cells count as hypodiploid. */
  DNA_INDEX_HYPODIPLOIDY_BELOW("dnaIndexHypodiploidyBelow", ParameterUnit.DNA_INDEX),
  /**
   * How long before the recorded date of diagnosis a treatment may have begun and still belongs to
   * this leukemia.
   */
  TREATMENT_BEFORE_DIAGNOSIS_DAYS("treatmentBeforeDiagnosisDays", ParameterUnit.DAYS),
  /** Day before which a treatment cannot have brought about a remission. */
  EARLIEST_REMISSION_DAYS("earliestRemissionDays", ParameterUnit.DAYS),
  /** Share of nuclei below which a FISH pattern in notation is only possible. */
  LOW_LEVEL_FISH_PERCENT("lowLevelFishPercent", ParameterUnit.PERCENT),
  /**
   * Nuclei below which a FISH result in notation or in words, where it states their number,
   * excludes nothing.
   */
  MINIMUM_NUCLEI("minimumNuclei", ParameterUnit.NUCLEI),
  /**
   * Copies of the control gene below which a transcript that was not detected is not excluded,
   * where a report states their number.
   */
  MINIMUM_CONTROL_COPIES("minimumControlCopies", ParameterUnit.COPIES),
  /** How long an MRD result counts before it has to be taken again. */
  MRD_COUNTS_DAYS("mrdCountsDays", ParameterUnit.DAYS),
  /** How long bilirubin and transaminases count for the hepatic risk. */
  LIVER_TEST_DAYS("liverTestDays", ParameterUnit.DAYS),
  /** How long a performance status counts. */
  PERFORMANCE_STATUS_DAYS("performanceStatusDays", ParameterUnit.DAYS),
  /** Time without treatment after which a patient in remission counts as off treatment. */
  OFF_TREATMENT_DAYS("offTreatmentDays", ParameterUnit.DAYS),
  /** Drugs of one regimen that must be on the screen for it to be recognised. */
  REGIMEN_FEWEST_DRUGS("regimenFewestDrugs", ParameterUnit.DRUGS);

  private final String id;
  private final ParameterUnit unit;

  ParameterId(String id, ParameterUnit unit) {
    this.id = id;
    this.unit = unit;
  }

  /** The name in {@code parameters.yaml}. */
  public String id() {
    return id;
  }

  /** What the number counts or measures. */
  public ParameterUnit unit() {
    return unit;
  }
}
