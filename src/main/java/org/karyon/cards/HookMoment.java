package org.karyon.cards;

/** At which moment of the clinician's work the cards are shown. */
public enum HookMoment {
  /** A chart was opened: everything that is known and missing. */
  PATIENT_VIEW,
  /** Orders were picked: the checks, and what helps the choice being made. */
  ORDER_SELECT,
  /** Orders are about to be signed: the checks alone. */
  ORDER_SIGN
}
