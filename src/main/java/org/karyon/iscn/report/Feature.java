package org.karyon.iscn.report;

/** The features of acute lymphoblastic leukemia that are looked for. */
public enum Feature {
  HIGH_HYPERDIPLOIDY("high-hyperdiploidy"),
  TRISOMIES_4_10_17("trisomies-4-10-17"),
  TRISOMY_4("trisomy-4"),
  TRISOMY_10("trisomy-10"),
  TRISOMY_17("trisomy-17"),
  ETV6_RUNX1("etv6-runx1"),
  HYPODIPLOIDY("hypodiploidy"),
  TP53_MUTATION("tp53-mutation"),
  LOSS_17P("loss-17p"),
  LOSS_7P("loss-7p"),
  KMT2A_REARRANGED("kmt2a-rearranged"),
  KMT2A_AFF1("kmt2a-aff1"),
  IGH_REARRANGED("igh-rearranged"),
  HLF_REARRANGED("hlf-rearranged"),
  TCF3_HLF("tcf3-hlf"),
  TCF3_PBX1("tcf3-pbx1"),
  ZNF384_REARRANGED("znf384-rearranged"),
  MEF2D_REARRANGED("mef2d-rearranged"),
  MYC_REARRANGED("myc-rearranged"),
  PAX5_ALTERED("pax5-altered"),
  COMPLEX_KARYOTYPE("complex-karyotype"),
  PH_LIKE("ph-like"),
  IAMP21("iamp21"),
  IKZF1_ALTERED("ikzf1-altered"),
  BCR_ABL1("bcr-abl1");

  private final String id;

  Feature(String id) {
    this.id = id;
  }

  /** The id used on the wire and in the guideline's tables. */
  public String id() {
    return id;
  }

  /** The feature of an id in a table of this package. */
  public static Feature withId(String id) {
    for (Feature feature : values()) {
      if (feature.id.equals(id)) {
        return feature;
      }
    }
    throw new IllegalStateException("no such feature: " + id);
  }
}
