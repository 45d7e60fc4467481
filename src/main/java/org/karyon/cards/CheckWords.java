package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OrderFinding;
import org.karyon.assessment.WorkUpFinding;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.ShortNames;

/** The words of a card about orders: what speaks against them, what to do, and on what it rests. */
final class CheckWords {

  private final Guideline guideline;
  private final ShortNames names;
  private final CardWriter writer;
  private final Assessment assessment;
  private final FindingWords words;

  CheckWords(Guideline guideline, CardWriter writer, Assessment assessment) {
    this.guideline = guideline;
    this.names = guideline.shortNames();
    this.writer = writer;
    this.assessment = assessment;
    this.words = writer.words(assessment);
  }

  static List<Fact<?>> facts(List<OrderFinding> conflict) {
    Set<Fact<?>> facts = new LinkedHashSet<>();
    conflict.stream()
        .flatMap(finding -> finding.facts().stream())
        .flatMap(fact -> FindingWords.basisOf(fact).stream())
        .forEach(facts::add);
    return List.copyOf(facts);
  }

  List<Ground> grounds(List<OrderFinding> conflict) {
    List<Ground> grounds = new ArrayList<>(Ground.of(facts(conflict), assessment.facts()));
    conflict.forEach(
        finding ->
            finding
                .against()
                .forEach(
                    evidence ->
                        grounds.add(
                            new Ground(finding.check().id(), Optional.empty(), evidence, false))));
    return grounds;
  }

  Markdown detail(List<OrderFinding> conflict) {
    Markdown detail = new Markdown();
    detail.bullet(why(conflict));
    detail.bullet(onRecord(conflict));
    detail.bullet(missing(conflict));
    boolean several = conflict.stream().map(finding -> finding.check().id()).distinct().count() > 1;
    for (OrderFinding finding : conflict) {
      detail.bullet(several ? named(finding) : says(finding));
    }
    conflict.stream()
        .map(
            finding ->
                Sentence.DO.with("advice", finding.check().advice().replaceFirst("\\.$", "")))
        .distinct()
        .forEach(detail::bullet);
    return detail.bullet(concerns(OrderCheckCard.orders(conflict)));
  }

  /** What is needed beside the orders, where it was looked for, and why. */
  String needed(String what, OrderFinding finding) {
    String absence = lookedFor(finding.check());
    String says = finding.says().replaceFirst("\\.$", "");
    String lines = writer.lines(finding.check().citation());
    return absence.isEmpty()
        ? Sentence.COMPANION_SAYS.with("what", what, "says", says, "lines", lines)
        : Sentence.NEEDED.with("what", what, "absence", absence, "says", says, "lines", lines);
  }

  String says(OrderFinding finding) {
    String wanted =
        finding.check().suggests().stream()
            .map(id -> names.of(guideline.orderable(id)).text())
            .collect(Collectors.joining(", "));
    if (!lookedFor(finding.check()).isEmpty()) {
      return needed(Summary.capital(wanted), finding);
    }
    return Sentence.SAYS.with(
        "says",
        finding.says().replaceFirst("\\.$", ""),
        "lines",
        writer.lines(finding.check().citation()));
  }

  private String named(OrderFinding finding) {
    return Sentence.COMPANION_SAYS.with(
        "what",
        finding.title(),
        "says",
        finding.says().replaceFirst("\\.$", ""),
        "lines",
        writer.lines(finding.check().citation()));
  }

  private String why(List<OrderFinding> conflict) {
    List<String> findings = new ArrayList<>();
    // What is on record speaks for itself where it is what the check found.
    List<OrderFinding> byFacts =
        conflict.stream().filter(finding -> finding.against().isEmpty()).toList();
    for (Fact<?> fact : facts(byFacts)) {
      if (!fact.equals(Facts.DIAGNOSIS)) {
        if (assessment.facts().get(fact).value().isPresent()) {
          words.why(fact, assessment.facts()).ifPresent(findings::add);
        } else {
          findings.add(words.unknown(fact, assessment.facts()));
        }
      }
    }
    return findings.isEmpty()
        ? ""
        : Sentence.WHY.with("findings", String.join("; ", new LinkedHashSet<>(findings)));
  }

  private String onRecord(List<OrderFinding> conflict) {
    String evidence =
        conflict.stream()
            .flatMap(finding -> finding.against().stream())
            .distinct()
            .map(words::shown)
            .collect(Collectors.joining("; "));
    return evidence.isEmpty() ? "" : Sentence.RECORDED.with("evidence", evidence);
  }

  private String missing(List<OrderFinding> conflict) {
    String tests =
        conflict.stream()
            .flatMap(finding -> finding.tests().stream())
            .map(this::test)
            .distinct()
            .collect(Collectors.joining(", "));
    return tests.isEmpty() ? "" : Sentence.MISSING.with("tests", tests);
  }

  String test(WorkUpFinding finding) {
    String name = names.of(finding.item()).text();
    return switch (finding.status()) {
      case UNREADABLE -> Sentence.TEST_NOT_READ.with("test", name);
      case MISSING, DONE, ORDERED -> name;
    };
  }

  /** A check of something that is not there says where it was looked for. */
  String lookedFor(OrderCheck check) {
    if (check.unlessOrdered().isEmpty() || check.suggests().isEmpty()) {
      return "";
    }
    return check
        .givenWithin()
        .map(days -> Sentence.NOT_FOUND_NOR_GIVEN.with("days", days.value().toPlainString()))
        .orElseGet(Sentence.NOT_FOUND::text);
  }

  /** Only what the name of an order does not say. */
  private static String concerns(List<DraftedOrder> orders) {
    String told =
        orders.stream()
            .filter(order -> order.intrathecal() || order.fromText())
            .map(CheckWords::order)
            .collect(Collectors.joining("; "));
    return told.isEmpty() ? "" : Sentence.CONCERNS.with("orders", told);
  }

  private static String order(DraftedOrder order) {
    String name = Markdown.text(order.words());
    String given = order.intrathecal() ? Sentence.INTRATHECAL.with("order", name) : name;
    return order.fromText() ? Sentence.BY_ITS_WORDS.with("order", given) : given;
  }
}
