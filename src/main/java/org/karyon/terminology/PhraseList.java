package org.karyon.terminology;

/**
 * The lists of words that code asks for; the words stand in {@code terminology/phrases.yaml} and
 * {@code terminology/tests.yaml}. A folder that lacks one of them is refused when it is loaded.
 */
public enum PhraseList {
  LEUKEMIA("leukemia"),
  LEUKEMIA_ABBREVIATED("leukemia-abbreviated"),
  B_LINEAGE("b-lineage"),
  T_LINEAGE("t-lineage"),
  NOT_THIS_DISEASE("not-this-disease"),
  NOT_THIS_DISEASE_BEFORE_ITS_NAME("not-this-disease-before-its-name"),
  DOUBT("doubt"),
  BESIDE_A_DIAGNOSIS("beside-a-diagnosis"),
  BESIDE_A_DENIAL("beside-a-denial"),
  NOT_A_TREATMENT("not-a-treatment"),
  NOT_GIVEN("not-given"),
  EXTRAMEDULLARY_LEUKEMIA("extramedullary-leukemia"),
  NOT_EXTRAMEDULLARY_LEUKEMIA("not-extramedullary-leukemia"),
  LEUKEMIC_CELLS("leukemic-cells"),
  LEUKEMIC_CELLS_SEEN("leukemic-cells-seen"),
  LEUKEMIC_CELLS_NOT_SEEN("leukemic-cells-not-seen"),
  LATER_REMISSION("later-remission"),
  NAME_OF_DISEASE_STATUS("name-of-disease-status"),
  REMISSION("remission"),
  RELAPSE("relapse"),
  NOT_IN_REMISSION("not-in-remission"),
  NO_REMISSION("no-remission"),
  DENIAL_OF_STATUS("denial-of-status"),
  DOUBT_OF_STATUS("doubt-of-status"),
  LEUKEMIA_GENES("leukemia-genes"),
  CHANGES_OF_COPIES("tests", "changes-of-copies"),
  CHANGES_OF_SEQUENCE("tests", "changes-of-sequence"),
  CHANGES_OF_PLACE("tests", "changes-of-place"),
  SIGNALS_OF_PROBES("tests", "signals-of-probes"),
  FUSION_SIGNALS("tests", "fusion-signals"),
  SPLIT_SIGNALS("tests", "split-signals"),
  POSITIVE_BESIDE_A_GENE("tests", "positive-beside-a-gene"),
  EARLIER_BESIDE_A_GENE("tests", "earlier-beside-a-gene"),
  METHODS_THAT_SEE_GENES("tests", "methods-that-see-genes"),
  CHANGES_OF_GENES("tests", "changes-of-genes"),
  PROTEINS_NAMED_LIKE_GENES("tests", "proteins-named-like-genes"),
  GENETIC_METHODS("tests", "genetic-methods"),
  TESTS_OF_TRANSCRIPTS("tests", "tests-of-transcripts"),
  LOSS_OF_COPIES("tests", "loss-of-copies"),
  GENETIC_TESTS("tests", "genetic-tests"),
  BANDING_STUDIES("tests", "banding-studies"),
  LISTS_OF_GENETIC_FINDINGS("tests", "lists-of-genetic-findings"),
  STUDIES_WITH_PROBES("tests", "studies-with-probes"),
  EARLIER_ON_A_LINE("tests", "earlier-on-a-line"),
  DENIAL_IN_A_DIAGNOSIS("tests", "denial-in-a-diagnosis"),
  NAMES_OF_NOTATION("tests", "names-of-notation"),
  SPECIMENS_OF_FLUID("tests", "specimens-of-fluid"),
  SPECIMENS_OF_MARROW("tests", "specimens-of-marrow"),
  SPECIMENS_OF_BLOOD("tests", "specimens-of-blood"),
  SPECIMENS_OF_BLOOD_OR_ANOTHER("tests", "specimens-of-blood-or-another"),
  NOT_PATHOGENIC("tests", "not-pathogenic"),
  FUSIONS_BY_NAME("tests", "fusions-by-name"),
  TOPICS_OF_NUMBERS("tests", "topics-of-numbers"),
  TELLING_UNITS("tests", "telling-units"),
  SHARE_OF_ANOTHER_TIME("tests", "share-of-another-time"),
  COUNTS_OF_BLASTS("tests", "counts-of-blasts"),
  NO_COUNT_OF_ALL_BLASTS("tests", "no-count-of-all-blasts"),
  MYELOID_DISEASE("tests", "myeloid-disease"),
  PHENOTYPE_OF_B("tests", "phenotype-of-b"),
  PHENOTYPE_OF_T("tests", "phenotype-of-t"),
  NOT_OF_THE_BLASTS("tests", "not-of-the-blasts"),
  NAMES_OF_IMMUNOPHENOTYPES("tests", "names-of-immunophenotypes"),
  STUDIES_BY_FLOW_CYTOMETRY("tests", "studies-by-flow-cytometry"),
  MIXED_LINEAGE("tests", "mixed-lineage"),
  NAMES_OF_KARNOFSKY("tests", "names-of-karnofsky"),
  NAMES_OF_RESIDUAL_DISEASE("tests", "names-of-residual-disease"),
  RESIDUAL_DISEASE_OF_OTHERS("tests", "residual-disease-of-others"),
  FLOW_CYTOMETRY_BY_NAME("tests", "flow-cytometry-by-name"),
  MOLECULAR_ASSAYS("tests", "molecular-assays"),
  SEQUENCING_OF_CLONES("tests", "sequencing-of-clones"),
  PARTS_OF_RESIDUAL_DISEASE("tests", "parts-of-residual-disease"),
  REACH_OF_AN_ASSAY("tests", "reach-of-an-assay"),
  NAMES_OF_TRANSCRIPTS("tests", "names-of-transcripts"),
  AMOUNTS_OF_TRANSCRIPTS("tests", "amounts-of-transcripts"),
  NO_TRANSCRIPTS("tests", "no-transcripts"),
  REDUCTIONS("tests", "reductions"),
  LIMITS_BEFORE_A_SHARE("tests", "limits-before-a-share"),
  LIMITS_AFTER_A_SHARE("tests", "limits-after-a-share"),
  SHARES_OF_SOMETHING_ELSE("tests", "shares-of-something-else"),
  PARTS_OF_A_PHENOTYPE("tests", "parts-of-a-phenotype"),
  METHODS_TOLD_ON_CARDS("tests", "methods-told-on-cards"),
  NAMES_OF_INTRATHECAL("names-of-intrathecal"),
  NOT_BY_THIS_ROUTE("not-by-this-route"),
  WAYS_OF_GIVING("ways-of-giving");

  private final String file;
  private final String id;

  PhraseList(String id) {
    this("phrases", id);
  }

  PhraseList(String file, String id) {
    this.file = "terminology/" + file + ".yaml";
    this.id = id;
  }

  /** The file of the guideline folder in which a reader would look for it. */
  public String file() {
    return file;
  }

  /** The name in the guideline folder. */
  public String id() {
    return id;
  }
}
