package org.karyon.cards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.assessment.OrderFinding;
import org.karyon.facts.DraftedOrder;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.HookMoment;
import org.karyon.guideline.OrderCheck.Indicator;
import org.karyon.guideline.SitePolicy;
import org.karyon.guideline.SitePolicy.Change;
import org.karyon.guideline.SitePolicy.Subject;

/** The entries of a hospital's policy that hold for one call, and what they did. */
final class PolicyInForce {

  private final Guideline guideline;
  private final List<SitePolicy.Entry> entries;
  private final LocalDate today;
  private final Set<String> acted = new LinkedHashSet<>();

  PolicyInForce(Guideline guideline, HookMoment moment, LocalDate today) {
    this.guideline = guideline;
    this.today = today;
    this.entries =
        guideline.policy().entries().stream()
            .filter(entry -> entry.hooks().contains(moment))
            .toList();
  }

  /** What was changed on this call, for the audit: {@code no-cns-prophylaxis: off}. */
  List<String> acted() {
    return List.copyOf(acted);
  }

  /** Whether cards of this kind are shown. */
  boolean shows(String kind) {
    boolean off =
        entries.stream()
            .anyMatch(
                entry ->
                    entry.subject().equals(new Subject.OfCard(kind))
                        && entry.change() instanceof Change.Off);
    if (off) {
      acted.add(kind + ": off");
    }
    return !off;
  }

  /** The findings that are said, each of the orders for which it is. */
  List<OrderFinding> said(List<OrderFinding> findings) {
    List<OrderFinding> said = new ArrayList<>();
    for (OrderFinding finding : findings) {
      List<DraftedOrder> orders = finding.orders();
      for (SitePolicy.Entry entry : of(finding)) {
        orders = orders.stream().filter(order -> !silences(entry.change(), order)).toList();
      }
      if (orders.size() < finding.orders().size()) {
        acted.add(finding.check().id() + (orders.isEmpty() ? ": off" : ": silenced"));
      }
      if (!orders.isEmpty()) {
        said.add(
            new OrderFinding(
                finding.check(),
                finding.state(),
                orders,
                finding.facts(),
                finding.tests(),
                finding.against()));
      }
    }
    return said;
  }

  private List<SitePolicy.Entry> of(OrderFinding finding) {
    return entries.stream()
        .filter(entry -> entry.subject().equals(new Subject.OfCheck(finding.check().id())))
        .toList();
  }

  private boolean silences(Change change, DraftedOrder order) {
    return switch (change) {
      case Change.Off unused -> true;
      case Change.Lower unused -> false;
      case Change.Silence silence ->
          silence.holdsOn(today)
              && (silence.drugs().isEmpty()
                  || !Collections.disjoint(
                      order.concepts(), guideline.orderChecks().members(silence.drugs())));
    };
  }

  /** How urgent a finding is here. */
  Indicator indicator(OrderFinding finding) {
    Indicator own = finding.indicator();
    return lowered(finding)
        .map(PolicyInForce::to)
        .filter(lower -> lower.compareTo(own) < 0)
        .orElse(own);
  }

  /** The entry that shows a finding as less urgent. */
  private Optional<SitePolicy.Entry> lowered(OrderFinding finding) {
    return of(finding).stream().filter(entry -> entry.change() instanceof Change.Lower).findFirst();
  }

  private static Indicator to(SitePolicy.Entry entry) {
    return switch (entry.change()) {
      case Change.Lower lower -> lower.indicator();
      case Change.Off unused -> Indicator.INFO;
      case Change.Silence unused -> Indicator.INFO;
    };
  }

  /** What a card says of a finding that is shown as less urgent than the guideline's check. */
  List<String> words(List<OrderFinding> findings, DateWords dates) {
    Set<String> words = new LinkedHashSet<>();
    for (OrderFinding finding : findings) {
      if (indicator(finding) != finding.indicator()) {
        lowered(finding)
            .ifPresent(
                entry -> {
                  acted.add(finding.check().id() + ": lowered");
                  words.add(words(entry, dates));
                });
      }
    }
    return List.copyOf(words);
  }

  private static String words(SitePolicy.Entry entry, DateWords dates) {
    return Sentence.LOWERED.with(
        "indicator",
        to(entry).id(),
        "reason",
        Markdown.text(entry.reason()),
        "owner",
        Markdown.text(entry.owner()),
        "date",
        dates.of(entry.review()));
  }
}
