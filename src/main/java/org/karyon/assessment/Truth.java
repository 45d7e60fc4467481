package org.karyon.assessment;

/** Whether conditions hold: yes, no, or not known yet. */
enum Truth {
  TRUE,
  FALSE,
  UNKNOWN;

  Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE ? other : UNKNOWN;
  }

  Truth or(Truth other) {
    if (this == TRUE || other == TRUE) {
      return TRUE;
    }
    return this == FALSE ? other : UNKNOWN;
  }
}
