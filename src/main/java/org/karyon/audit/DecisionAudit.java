package org.karyon.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OrderFinding;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.guideline.RiskRow;
import org.karyon.guideline.TreatmentRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves one line for each decision, from which an auditor sees which edition of the guideline said
 * what by which rules, and which decisions rested on the same facts. No patient is named.
 */
public final class DecisionAudit {

  private static final Logger AUDIT = LoggerFactory.getLogger("org.karyon.audit");

  private final String guidelineVersion;

  /**
   * Begins an audit.
   *
   * @param guidelineVersion the edition of the guideline with the fingerprint of its files
   */
  public DecisionAudit(String guidelineVersion) {
    this.guidelineVersion = guidelineVersion;
  }

  /**
   * Leaves a line.
   *
   * @param service what was called: the id of a service or the name of an operation
   * @param caller the operator's name for the client; empty where anybody may call
   * @param assessment what was made of the patient
   * @param kinds the kinds of cards or answers that were given
   */
  public void note(
      String service, Optional<String> caller, Assessment assessment, List<String> kinds) {
    note(service, caller, assessment, kinds, List.of());
  }

  /**
   * Leaves a line that also tells what a hospital's policy changed.
   *
   * @param service what was called: the id of a service or the name of an operation
   * @param caller the operator's name for the client; empty where anybody may call
   * @param assessment what was made of the patient
   * @param kinds the kinds of cards or answers that were given
   * @param policy what the policy changed, for example {@code duplicate-order: off}
   */
  public void note(
      String service,
      Optional<String> caller,
      Assessment assessment,
      List<String> kinds,
      List<String> policy) {
    if (!AUDIT.isInfoEnabled()) {
      return;
    }
    AUDIT
        .atInfo()
        .addKeyValue("karyon.service", service)
        .addKeyValue("karyon.client", caller.orElse("anybody"))
        .addKeyValue("karyon.guideline", guidelineVersion)
        .addKeyValue("karyon.cards", kinds)
        .addKeyValue("karyon.rules", rules(assessment))
        .addKeyValue("karyon.policy", policy)
        .addKeyValue("karyon.facts", FactsFingerprint.of(assessment.facts()))
        .log("decision");
  }

  private static List<String> rules(Assessment assessment) {
    List<String> rules = new ArrayList<>();
    assessment.missingTests().forEach(finding -> rules.add(finding.item().id()));
    assessment.risk().flatMap(risk -> risk.decidedBy()).map(RiskRow::id).ifPresent(rules::add);
    assessment.treatment().map(TreatmentAdvice::rules).orElse(List.of()).stream()
        .map(TreatmentRule::id)
        .forEach(rules::add);
    assessment.orders().findings().stream().map(DecisionAudit::check).forEach(rules::add);
    return rules;
  }

  private static String check(OrderFinding finding) {
    return finding.check().id();
  }
}
