package org.karyon.facts;

/** Where the patient stands in treatment (source lines 84-94, 112, 140, 196, 210, 240, 254). */
public enum Course implements Term {
  /** No treatment of the leukemia has begun. */
  NEWLY_DIAGNOSED("newly-diagnosed"),

  /** Treatment has begun and the response is not assessed yet. */
  IN_INDUCTION("in-induction"),

  /** A complete remission after induction. */
  COMPLETE_REMISSION("complete-remission"),

  /** Treated, and no remission was reached. */
  NOT_IN_REMISSION("not-in-remission"),

  /** The leukemia came back; treated like no remission (I-05). */
  RELAPSED("relapsed"),

  /** In remission, and treatment ended long ago; the source speaks of no follow-up (I-16). */
  OFF_TREATMENT("off-treatment");

  private final String id;

  Course(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
