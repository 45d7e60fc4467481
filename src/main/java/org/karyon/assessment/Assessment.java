package org.karyon.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;

/**
 * What Karyon makes of one patient on one day.
 *
 * @param record what was read
 * @param facts the facts read and derived
 * @param scope whether and how far the guideline speaks of this patient
 * @param workUp the work-up items of this point of the course
 * @param risk the risk group; empty outside the confirmed scope
 * @param treatment the place in the treatment tree; empty outside the confirmed scope
 * @param requested further tests that the tree asks for
 * @param orders what is said of the orders on the screen
 */
public record Assessment(
    PatientRecord record,
    PatientFacts facts,
    Scope scope,
    List<WorkUpFinding> workUp,
    Optional<RiskAssessment> risk,
    Optional<TreatmentAdvice> treatment,
    List<WorkUpFinding> requested,
    OrderAdvice orders) {

  /** Whether and how far the guideline speaks of a patient. */
  public enum Scope {
    /** No acute lymphoblastic leukemia: nothing is said. */
    NO_LEUKEMIA,
    /**
     * The problem list could not be read as a whole, so whether there is a leukemia is not known.
     */
    NOT_KNOWN,
    /** Suspected only: the work-up is shown, risk and treatment need the diagnosis. */
    SUSPECTED,
    /** Under 15: the guideline is for adolescents and adults. */
    CHILD,
    /** In remission and long off treatment: only the orders are checked (I-16). */
    OFF_TREATMENT,
    /** Confirmed, and of an age that the guideline speaks of or that is not known. */
    COVERED
  }

  /**
   * The work-up items that are neither done nor ordered.
   *
   * @return baseline items first, then those that the tree asks for
   */
  public List<WorkUpFinding> missingTests() {
    return all().stream().filter(f -> f.status() == WorkUpFinding.Status.MISSING).toList();
  }

  /**
   * Every work-up item that was looked at.
   *
   * @return baseline items first, then those that the tree asks for, each once
   */
  public List<WorkUpFinding> all() {
    List<WorkUpFinding> all = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (List<WorkUpFinding> findings : List.of(workUp, requested)) {
      findings.stream().filter(finding -> ids.add(finding.item().id())).forEach(all::add);
    }
    return all;
  }
}
