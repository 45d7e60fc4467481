package org.karyon.guideline;

import java.util.Arrays;

/** At which moment of the clinician's work the cards are shown. */
public enum HookMoment {
  /** A chart was opened: everything that is known and missing. */
  PATIENT_VIEW("patient-view"),
  /** Orders were picked: the checks, and what helps the choice being made. */
  ORDER_SELECT("order-select"),
  /** Orders are about to be signed: the checks alone. */
  ORDER_SIGN("order-sign");

  private final String hook;

  HookMoment(String hook) {
    this.hook = hook;
  }

  /**
   * The name of the hook (CDS Hooks, Discovery).
   *
   * @return for example {@code order-select}
   */
  public String hook() {
    return hook;
  }

  /**
   * The moment of a hook.
   *
   * @param hook the name of the hook (CDS Hooks, Discovery)
   * @return the moment
   * @throws IllegalArgumentException when no cards are written for that hook
   */
  public static HookMoment of(String hook) {
    return Arrays.stream(values())
        .filter(moment -> moment.hook.equals(hook))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No cards are written for " + hook));
  }
}
