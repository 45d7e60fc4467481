package org.karyon.hooks;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.karyon.assessment.Assessment;
import org.karyon.cards.AssessmentExtension;
import org.karyon.cards.Card;
import org.karyon.guideline.Guideline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Leaves one line for each decision, from which an auditor sees which edition of the guideline said
 * what by which rules, and which decisions rested on the same facts. No patient is named.
 */
@Component
class DecisionAudit {

  private static final Logger AUDIT = LoggerFactory.getLogger("org.karyon.audit");

  private final Guideline guideline;
  private final MeterRegistry meters;

  DecisionAudit(Guideline guideline, MeterRegistry meters) {
    this.guideline = guideline;
    this.meters = meters;
  }

  void note(CdsService service, String caller, Assessment assessment, List<Card> cards) {
    List<AssessmentExtension> said =
        cards.stream().flatMap(card -> card.extension().values().stream()).toList();
    said.forEach(card -> count(service, card));
    AUDIT
        .atInfo()
        .addKeyValue("karyon.service", service.id())
        .addKeyValue("karyon.client", caller)
        .addKeyValue("karyon.guideline", guideline.version())
        .addKeyValue("karyon.cards", said.stream().map(AssessmentExtension::kind).toList())
        .addKeyValue("karyon.rules", said.stream().flatMap(card -> card.rules().stream()).toList())
        .addKeyValue("karyon.facts", FactsFingerprint.of(assessment.facts()))
        .log("decision");
  }

  private void count(CdsService service, AssessmentExtension card) {
    List<String> rules = card.rules().isEmpty() ? List.of("none") : card.rules();
    for (String rule : rules) {
      meters
          .counter("karyon.cards", "service", service.id(), "kind", card.kind(), "rule", rule)
          .increment();
    }
  }
}
