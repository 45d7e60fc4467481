package org.karyon.terminology;

/**
 * The lists of words that code asks for; the words stand in {@code terminology/phrases.yaml}. A
 * folder that lacks one of them is refused when it is loaded.
 */
public enum PhraseList {
  LEUKEMIA("leukemia"),
  LEUKEMIA_ABBREVIATED("leukemia-abbreviated"),
  B_LINEAGE("b-lineage"),
  T_LINEAGE("t-lineage"),
  NOT_THIS_DISEASE("not-this-disease"),
  NOT_THIS_DISEASE_BEFORE_ITS_NAME("not-this-disease-before-its-name"),
  DOUBT("doubt"),
  NOT_A_TREATMENT("not-a-treatment"),
  EXTRAMEDULLARY_LEUKEMIA("extramedullary-leukemia"),
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
  LEUKEMIA_GENES("leukemia-genes");

  private final String id;

  PhraseList(String id) {
    this.id = id;
  }

  /** The name in the guideline folder. */
  public String id() {
    return id;
  }
}
