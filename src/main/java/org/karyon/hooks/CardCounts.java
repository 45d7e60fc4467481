package org.karyon.hooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.karyon.cards.AssessmentExtension;
import org.karyon.cards.Card;
import org.springframework.stereotype.Component;

/** Counts cards by service, kind and rule for the metrics. */
@Component
class CardCounts {

  private final MeterRegistry meters;
  private final Map<Counted, Counter> counters = new ConcurrentHashMap<>();

  CardCounts(MeterRegistry meters) {
    this.meters = meters;
  }

  /** What is counted apart; all of it is of the guideline. */
  private record Counted(String service, String kind, String rule) {}

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
        counters
            .computeIfAbsent(new Counted(service.id(), card.kind(), rule), this::counter)
            .increment();
      }
    }
  }

  private Counter counter(Counted counted) {
    return meters.counter(
        "karyon.cards",
        "service",
        counted.service(),
        "kind",
        counted.kind(),
        "rule",
        counted.rule());
  }
}
