package org.karyon.terminology;

/**
 * What code asks a record for: groups of concepts, whose members stand in {@code
 * terminology/groups.yaml}. A folder that lacks one of them is refused when it is loaded.
 */
public enum ConceptGroup {
  /** Acute lymphoblastic leukemia, in whatever stage. */
  LEUKEMIA("leukemia"),
  /** What a problem stands for that words alone name so. */
  LEUKEMIA_BY_NAME("leukemia-by-name"),
  /** Subtypes that a diagnosis code states. */
  SUBTYPES("subtypes"),
  /** Stages that begin after the diagnosis, whose onset is not the day of diagnosis. */
  LATER_STAGES("later-stages"),
  /** Codes that state B lineage. */
  B_LINEAGE("b-lineage"),
  /** Codes that state T lineage. */
  T_LINEAGE("t-lineage"),
  /** Diseases that are shown as a contradiction beside ALL. */
  OTHER_LEUKEMIAS("other-leukemias"),
  /** Codes that make a problem another disease unless they also state ALL. */
  OTHER_DISEASES("other-diseases"),
  /** Leukemia outside blood and marrow. */
  EXTRAMEDULLARY_LEUKEMIA("extramedullary-leukemia"),
  /** Observations of where the disease stands. */
  DISEASE_STATUS("disease-status"),
  /** Codes that state a relapse. */
  RELAPSED("relapsed"),
  /** Codes that state that no complete remission was reached. */
  NOT_IN_REMISSION("not-in-remission"),
  /** Codes that state a complete remission. */
  IN_REMISSION("in-remission"),
  /** Drugs against the leukemia and beside it. */
  DRUGS("drugs"),
  /** Treatment that an order names in the place of a drug. */
  TREATMENT_NAMED_AS_A_DRUG("treatment-named-as-a-drug"),
  /** Products and procedures that share words with ours and treat another disease. */
  PRODUCTS_FOR_ANOTHER_DISEASE("products-for-another-disease"),
  /** A drug against cancer of which the code does not tell which. */
  ANTINEOPLASTIC("antineoplastic"),
  /** A drug that does not treat leukemia. */
  OTHER_DRUGS("other-drugs"),
  /** Treatment of which it cannot be told what it is. */
  TREATMENT_OF_NO_KIND("treatment-of-no-kind"),
  /** Steroids and supportive drugs, which alone do not begin the treatment of the leukemia. */
  NOT_ANTILEUKEMIC("not-antileukemic"),
  /** Procedures that are treatment of the leukemia. */
  TREATMENT_PROCEDURES("treatment-procedures"),
  /** Treatment of the past that problem lists state. */
  TREATMENT_ON_THE_PROBLEM_LIST("treatment-on-the-problem-list"),
  /** Chemotherapy of the past without its drugs. */
  CHEMOTHERAPY_ON_THE_PROBLEM_LIST("chemotherapy-on-the-problem-list"),
  /** Stem-cell transplantation, given or in the past. */
  TRANSPLANTATION("transplantation"),
  /** Transplantation and CAR-T cells, milestones of the way here. */
  CELL_THERAPY("cell-therapy"),
  /** Shows an allogeneic transplantation in the past; a donor that is not named is no proof. */
  PRIOR_ALLO_HSCT("prior-allo-hsct"),
  /** Shows blinatumomab in the past. */
  PRIOR_BLINATUMOMAB("prior-blinatumomab"),
  /** Shows inotuzumab ozogamicin in the past. */
  PRIOR_INOTUZUMAB("prior-inotuzumab"),
  /** Shows CAR-T cells in the past. */
  PRIOR_CAR_T("prior-car-t"),
  /** Treatment given into the cerebrospinal fluid. */
  INTRATHECAL_TREATMENT("intrathecal-treatment"),
  /** Drugs that can be given into the cerebrospinal fluid at all. */
  GIVEN_INTRATHECALLY("given-intrathecally"),
  /** Routes into the cerebrospinal fluid. */
  INTRATHECAL_ROUTES("intrathecal-routes"),
  /** Order sets known by the name of an intensive regimen. */
  REGIMENS_BY_NAME("regimens-by-name"),
  /** Performance status after ECOG. */
  ECOG("ecog"),
  /** Performance status after Karnofsky. */
  KARNOFSKY("karnofsky"),
  /** Answers that are an ECOG grade; the concept states its number. */
  ECOG_GRADES("ecog-grades"),
  /** Answers that are a Karnofsky score; the concept states its number. */
  KARNOFSKY_SCORES("karnofsky-scores"),
  /** A recorded frailty. */
  FRAILTY("frailty"),
  /** Active liver disease that is a risk. */
  LIVER_DISEASE("liver-disease"),
  /** Liver disease that is a risk also when it is over. */
  LIVER_DISEASE_AT_ANY_TIME("liver-disease-at-any-time"),
  /** Bilirubin for the hepatic risk. */
  BILIRUBIN("bilirubin"),
  /** Transaminases for the hepatic risk, each read by itself. */
  TRANSAMINASES("transaminases"),
  /** Blasts of the marrow in percent. */
  MARROW_BLAST_SHARES("marrow-blast-shares"),
  /** Blasts of the blood in number. */
  BLOOD_BLAST_COUNTS("blood-blast-counts"),
  /** Blasts of the blood in percent. */
  BLOOD_BLAST_SHARES("blood-blast-shares"),
  /** White cells of the blood. */
  WHITE_CELLS("white-cells"),
  /** Immunophenotyping as a whole. */
  IMMUNOPHENOTYPES("immunophenotypes"),
  /** CD20 on the blasts. */
  CD20("cd20"),
  /** CD22 on the blasts. */
  CD22("cd22"),
  /** Antigens counted on all cells, which say nothing of the blasts. */
  ANTIGENS_ON_ALL_CELLS("antigens-on-all-cells"),
  /** A karyotype. */
  KARYOTYPES("karyotypes"),
  /** Chromosome analysis under any of its names. */
  CHROMOSOME_ANALYSES("chromosome-analyses"),
  /** Tests whose result is expected in the notation of karyotypes. */
  TESTS_IN_NOTATION("tests-in-notation"),
  /** Tests whose words tell of several lesions. */
  GENETIC_REPORTS("genetic-reports"),
  /** Genetic studies beside those of a single lesion, without the karyotype. */
  MOLECULAR_STUDIES("molecular-studies"),
  /** A panel of FISH probes. */
  FISH_PANELS("fish-panels"),
  /** A genetic variant with its parts. */
  VARIANTS("variants"),
  /** Genetic tests whose answer is none of this leukemia. */
  TESTS_OF_ANOTHER_DISEASE("tests-of-another-disease"),
  /** Genes. */
  GENES("genes"),
  /** The gene that a variant names. */
  GENES_STUDIED("genes-studied"),
  /** A variant that joins two genes. */
  FUSIONS("fusions"),
  /** The part of a variant that is notation. */
  NOTATION_PARTS("notation-parts"),
  /** What a variant means clinically. */
  CLINICAL_SIGNIFICANCE("clinical-significance"),
  /** Answers by which a variant is no finding. */
  NOT_PATHOGENIC("not-pathogenic"),
  /** The number of copies of a gene. */
  COPY_NUMBERS("copy-numbers"),
  /** A variant that is a loss of copies. */
  COPY_NUMBER_LOSSES("copy-number-losses"),
  /** Amounts of the BCR::ABL1 transcript. */
  TRANSCRIPT_AMOUNTS("transcript-amounts"),
  /** Answers of a test, as far as a conclusion can be one. */
  ANSWERS("answers"),
  /** Answers that something was found. */
  ANSWERS_PRESENT("answers-present"),
  /** Answers that something was not found. */
  ANSWERS_ABSENT("answers-absent"),
  /** Answers that decide nothing. */
  ANSWERS_INDETERMINATE("answers-indeterminate"),
  /** Interpretations that something was found. */
  INTERPRETATIONS_POSITIVE("interpretations-positive"),
  /** Interpretations that something was not found. */
  INTERPRETATIONS_NEGATIVE("interpretations-negative"),
  /** Interpretations that decide nothing. */
  INTERPRETATIONS_INDETERMINATE("interpretations-indeterminate"),
  /** Specimens of the marrow. */
  MARROW("marrow"),
  /** Specimens of the blood. */
  BLOOD("blood"),
  /** Specimens of the cerebrospinal fluid. */
  CEREBROSPINAL_FLUID("cerebrospinal-fluid");

  private final String id;

  ConceptGroup(String id) {
    this.id = id;
  }

  /** The name in the guideline folder. */
  public String id() {
    return id;
  }
}
