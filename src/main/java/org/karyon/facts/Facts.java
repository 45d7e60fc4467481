package org.karyon.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The closed vocabulary: every fact that a guideline table may name, and no other. */
public final class Facts {

  private static final Map<String, Fact<?>> BY_ID = new LinkedHashMap<>();

  /** Age in whole years on the evaluation date; 0 to about 120. */
  public static final Fact<Amount> AGE_YEARS = amount("ageYears");

  /** The age group that follows from the age (I-04). */
  public static final Fact<AgeGroup> AGE_GROUP = term("ageGroup", AgeGroup.class);

  /** Whether acute lymphoblastic leukemia is established. */
  public static final Fact<Diagnosis> DIAGNOSIS = term("diagnosis", Diagnosis.class);

  /** B or T lineage. */
  public static final Fact<Lineage> LINEAGE = term("lineage", Lineage.class);

  /** Lymphoblasts in the marrow, percent of cells, 0 to 100 (source line 13). */
  public static final Fact<Amount> MARROW_BLAST_PERCENT = amount("marrowBlastPercent");

  /** Circulating lymphoblasts per microlitre of blood (source line 40). */
  public static final Fact<Amount> PERIPHERAL_BLASTS_PER_MICROLITRE =
      amount("peripheralBlastsPerMicrolitre");

  /** The BCR::ABL1 fusion: the Philadelphia chromosome (source lines 28, 100, 154). */
  public static final Fact<Presence> BCR_ABL1 = presence("bcrAbl1");

  /** A Philadelphia-like lesion or signature without BCR::ABL1 (source lines 30-36, 75). */
  public static final Fact<Presence> PH_LIKE = presence("phLike");

  /** Blasts that carry CD20, percent, 0 to 100 (source lines 176, 184). */
  public static final Fact<Amount> CD20_PERCENT = amount("cd20Percent");

  /** CD19 on the blasts: the target of blinatumomab (source line 106). */
  public static final Fact<Presence> CD19 = presence("cd19");

  /** CD22 on the blasts: the target of inotuzumab ozogamicin (source line 120). */
  public static final Fact<Presence> CD22 = presence("cd22");

  /** Where the patient stands in treatment. */
  public static final Fact<Course> COURSE = term("course", Course.class);

  /** Measurable residual disease in remission. */
  public static final Fact<MeasurableResidualDisease> MRD =
      term("mrd", MeasurableResidualDisease.class);

  /** Which remission it is; known only in remission (I-13). */
  public static final Fact<Remission> REMISSION = term("remission", Remission.class);

  /** An older MRD result of this remission; known only in remission (I-13). */
  public static final Fact<EarlierMrd> EARLIER_MRD = term("earlierMrd", EarlierMrd.class);

  /** Leukemia outside blood and marrow: cerebrospinal fluid, meninges, testis and others. */
  public static final Fact<Presence> EXTRAMEDULLARY = presence("extramedullary");

  /** Other diseases on the problem list, in grades (source lines 168, 186, 226, 234). */
  public static final Fact<Comorbidity> COMORBIDITY = term("comorbidity", Comorbidity.class);

  /** Frailty, by performance status or as a recorded condition (source line 110). */
  public static final Fact<Presence> FRAIL = presence("frail");

  /** Liver disease, veno-occlusive disease, or raised liver tests (source line 122). */
  public static final Fact<Presence> HEPATIC_RISK = presence("hepaticRisk");

  /** An allogeneic transplantation in the past; a caution beside options (source line 122). */
  public static final Fact<Presence> PRIOR_ALLO_HSCT = presence("priorAlloHsct");

  /** Blinatumomab in the past; a caution beside options that repeat it (source line 106). */
  public static final Fact<Presence> PRIOR_BLINATUMOMAB = presence("priorBlinatumomab");

  /** Inotuzumab ozogamicin in the past; a caution beside options (source lines 120-122). */
  public static final Fact<Presence> PRIOR_INOTUZUMAB = presence("priorInotuzumab");

  /** CAR-T cells in the past; a caution beside options that repeat them (source line 152). */
  public static final Fact<Presence> PRIOR_CAR_T = presence("priorCarT");

  /** Any poor-risk feature (source lines 53-79, I-11). */
  public static final Fact<Presence> POOR_FEATURE = presence("poorFeature");

  /** Any favorable feature (source lines 45-51). */
  public static final Fact<Presence> FAVORABLE_FEATURE = presence("favorableFeature");

  /** 51 to 65 chromosomes (source line 47). */
  public static final Fact<Presence> HIGH_HYPERDIPLOIDY = presence("high-hyperdiploidy");

  /** Trisomies of chromosomes 4, 10 and 17 together (source line 49). */
  public static final Fact<Presence> TRISOMIES_4_10_17 = presence("trisomies-4-10-17");

  /** The ETV6::RUNX1 fusion (source line 51). */
  public static final Fact<Presence> ETV6_RUNX1 = presence("etv6-runx1");

  /** Fewer than 44 chromosomes (source line 55). */
  public static final Fact<Presence> HYPODIPLOIDY = presence("hypodiploidy");

  /** A TP53 mutation (source line 57). */
  public static final Fact<Presence> TP53_MUTATION = presence("tp53-mutation");

  /** A KMT2A rearrangement (source lines 59, 216, 258). */
  public static final Fact<Presence> KMT2A_REARRANGED = presence("kmt2a-rearranged");

  /** KMT2A::AFF1, the t(4;11) that the source stresses (source line 59). */
  public static final Fact<Presence> KMT2A_AFF1 = presence("kmt2a-aff1");

  /** An IGH translocation; clonal immunoglobulin gene rearrangement is not one (source line 61). */
  public static final Fact<Presence> IGH_REARRANGED = presence("igh-rearranged");

  /** An HLF rearrangement (source line 63). */
  public static final Fact<Presence> HLF_REARRANGED = presence("hlf-rearranged");

  /** A ZNF384 rearrangement (source line 65). */
  public static final Fact<Presence> ZNF384_REARRANGED = presence("znf384-rearranged");

  /** A MEF2D rearrangement (source line 67). */
  public static final Fact<Presence> MEF2D_REARRANGED = presence("mef2d-rearranged");

  /** A MYC rearrangement (source line 69). */
  public static final Fact<Presence> MYC_REARRANGED = presence("myc-rearranged");

  /** A PAX5 alteration (source line 71). */
  public static final Fact<Presence> PAX5_ALTERED = presence("pax5-altered");

  /** Five or more chromosomal abnormalities that no other class explains (source line 73, I-08). */
  public static final Fact<Presence> COMPLEX_KARYOTYPE = presence("complex-karyotype");

  /** Intrachromosomal amplification of chromosome 21 (source line 77). */
  public static final Fact<Presence> IAMP21 = presence("iamp21");

  /** An IKZF1 alteration (source line 79). */
  public static final Fact<Presence> IKZF1_ALTERED = presence("ikzf1-altered");

  /** A JAK-STAT lesion, one of the two classes of Philadelphia-like leukemia (source line 75). */
  public static final Fact<Presence> JAK_STAT = presence("jak-stat");

  /** An ABL-class lesion, one of the two classes of Philadelphia-like leukemia (source line 75). */
  public static final Fact<Presence> ABL_CLASS = presence("abl-class");

  /** The class of Philadelphia-like leukemia; known only where it is present (I-14). */
  public static final Fact<PhLikeClass> PH_LIKE_CLASS = term("phLikeClass", PhLikeClass.class);

  private Facts() {}

  /**
   * Every fact, in the order of the clinical model.
   *
   * @return the whole vocabulary
   */
  public static List<Fact<?>> all() {
    return Collections.unmodifiableList(new ArrayList<>(BY_ID.values()));
  }

  /**
   * The fact of that name.
   *
   * @param id a fact id, as a guideline table writes it
   * @return the fact, or empty when the vocabulary has none of that name
   */
  public static Optional<Fact<?>> named(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  private static Fact<Amount> amount(String id) {
    return term(id, Amount.class);
  }

  private static Fact<Presence> presence(String id) {
    return term(id, Presence.class);
  }

  private static <V extends FactValue> Fact<V> term(String id, Class<V> type) {
    Fact<V> fact = new Fact<>(id, type);
    BY_ID.put(id, fact);
    return fact;
  }
}
