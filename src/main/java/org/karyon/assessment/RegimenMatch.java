package org.karyon.assessment;

import java.util.List;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.TreatmentOption;

/**
 * The regimen that the drafts most resemble.
 *
 * @param option the regimen as an option of the guideline
 * @param offered whether the guideline offers it at this step
 * @param present its drugs that are on the screen
 * @param missing its drugs that are neither on the screen nor active
 */
public record RegimenMatch(
    TreatmentOption option, boolean offered, List<Orderable> present, List<Orderable> missing) {

  /** Copies the lists, so that a match never changes. */
  public RegimenMatch {
    present = List.copyOf(present);
    missing = List.copyOf(missing);
  }
}
