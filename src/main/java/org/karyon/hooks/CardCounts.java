package org.karyon.hooks;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.karyon.cards.AssessmentExtension;
import org.karyon.cards.Card;
import org.springframework.stereotype.Component;

/** Counts cards by service, kind and rule for the metrics. */
@Component
class CardCounts {

  private final MeterRegistry meters;

  CardCounts(MeterRegistry meters) {
    this.meters = meters;
  }

  static List<String> kinds(List<Card> cards) {
    return said(cards).stream().map(AssessmentExtension::kind).toList();
  }

  private static List<AssessmentExtension> said(List<Card> cards) {
    return cards.stream().flatMap(card -> card.extension().values().stream()).toList();
  }

  void add(CdsService service, List<Card> cards) {
    for (AssessmentExtension card : said(cards)) {
      List<String> rules = card.rules().isEmpty() ? List.of("none") : card.rules();
      for (String rule : rules) {
        meters
            .counter("karyon.cards", "service", service.id(), "kind", card.kind(), "rule", rule)
            .increment();
      }
    }
  }
}
