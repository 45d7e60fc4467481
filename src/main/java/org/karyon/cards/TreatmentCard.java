package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.OptionAdvice.Status;
import org.karyon.assessment.OrdersToDraft;
import org.karyon.assessment.RegimenMatch;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.guideline.Condition;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.FactName;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentOption;
import org.karyon.guideline.TreatmentRule;

/**
 * The card of what to choose: the options of the guideline at this step, and what is missing to
 * choose.
 */
final class TreatmentCard {

  private final Guideline guideline;
  private final CardWriter writer;
  private final FactWords words;
  private final OrdersToDraft ordersToDraft;

  TreatmentCard(Guideline guideline, CardWriter writer) {
    this.guideline = guideline;
    this.writer = writer;
    this.words = new FactWords(guideline);
    this.ordersToDraft = new OrdersToDraft(guideline);
  }

  Optional<Card> write(Assessment assessment, DraftOrders drafts) {
    return assessment
        .treatment()
        .filter(advice -> !advice.possible().isEmpty())
        .map(advice -> write(assessment, advice, drafts));
  }

  private Card write(Assessment assessment, TreatmentAdvice advice, DraftOrders drafts) {
    List<Card.Suggestion> suggestions = new ArrayList<>();
    for (OptionAdvice option : advice.options(Status.APPLIES)) {
      draft(assessment, option.option(), drafts).ifPresent(suggestions::add);
    }
    reason(assessment, drafts).ifPresent(suggestions::add);
    List<String> rules = advice.rules().stream().map(TreatmentRule::id).toList();
    return writer.card(
        summary(advice),
        "info",
        detail(assessment, advice),
        suggestions,
        new AssessmentExtension(
            "treatment",
            rules,
            assessment.risk().map(RiskCard::group),
            assessment.risk().map(risk -> risk.provisional()),
            Map.of(),
            FactWords.onTheWire(assessment.facts()),
            advice.options().stream().map(this::state).toList(),
            missing(assessment, advice),
            List.of()));
  }

  /** What is on the screen or active already is not drafted a second time. */
  private Optional<Card.Suggestion> draft(
      Assessment assessment, TreatmentOption option, DraftOrders drafts) {
    List<Orderable> open = ordersToDraft.of(assessment, option);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    String label =
        open.size() == option.orders().size()
            ? "Draft " + option.name()
            : "Complete " + option.name() + ": " + texts(open);
    return Optional.of(writer.suggestion(label, open.stream().map(drafts::create).toList()));
  }

  private static String texts(List<Orderable> orders) {
    return orders.stream().map(Orderable::text).collect(Collectors.joining(", "));
  }

  private Optional<Card.Suggestion> reason(Assessment assessment, DraftOrders drafts) {
    List<Card.Action> updates =
        assessment.record().orders().selected().stream()
            .filter(order -> !order.concepts().isEmpty())
            .flatMap(order -> drafts.withReason(order).stream())
            .toList();
    return updates.isEmpty()
        ? Optional.empty()
        : Optional.of(writer.suggestion("Name the leukemia as the reason", updates));
  }

  private static String resemblance(RegimenMatch regimen) {
    return "The drafts most resemble **"
        + regimen.option().name()
        + "** ("
        + regimen.option().citation().text()
        + "): "
        + texts(regimen.present())
        + (regimen.missing().isEmpty() ? "" : "; not ordered yet: " + texts(regimen.missing()))
        + (regimen.offered() ? "." : ". It is not among the options of this step.");
  }

  private AssessmentExtension.OptionState state(OptionAdvice option) {
    return new AssessmentExtension.OptionState(
        option.option().id(), option.status().id(), ids(option.needs()));
  }

  /** Derived facts are asked for by what a clinician can record. */
  private List<String> ids(Set<Fact<?>> facts) {
    return facts.stream().map(this::asked).map(Fact::id).distinct().toList();
  }

  private Fact<?> asked(Fact<?> fact) {
    FactName name = guideline.name(fact);
    return name.asks().isPresent() ? name.asks().get() : fact;
  }

  private List<String> missing(Assessment assessment, TreatmentAdvice advice) {
    Set<String> missing = new LinkedHashSet<>(ids(advice.missing()));
    assessment.requested().stream()
        .filter(
            finding ->
                switch (finding.status()) {
                  case MISSING, ORDERED, UNREADABLE -> true;
                  case DONE -> false;
                })
        .forEach(finding -> missing.add(finding.item().id()));
    return List.copyOf(missing);
  }

  private String summary(TreatmentAdvice advice) {
    List<DecisionTable> tables = tables(advice);
    List<TreatmentRule> steps =
        advice.rules().stream().filter(rule -> isStep(rule, tables)).toList();
    String needed =
        ids(advice.asked()).stream().map(this::nameOf).collect(Collectors.joining(", "));
    if (steps.isEmpty()) {
      return needed.isEmpty()
          ? "Treatment: no step of the guideline is settled yet"
          : "Treatment choice waits for: " + needed;
    }
    String step =
        tables.get(0).title()
            + ": "
            + steps.stream().map(TreatmentRule::title).collect(Collectors.joining("; "));
    long choices =
        advice.options(Status.APPLIES).stream().filter(o -> isChoice(o.option(), steps)).count();
    if (choices == 0) {
      return step
          + (needed.isEmpty() ? "; next step is response assessment" : "; waits for " + needed);
    }
    return step + "; options of the guideline: " + choices;
  }

  private String nameOf(String factId) {
    return Facts.named(factId).map(words::name).orElse(factId);
  }

  /** The exclusive tables that are entered: the branch of the tree that the patient is on. */
  private List<DecisionTable> tables(TreatmentAdvice advice) {
    return guideline.tables().stream()
        .filter(DecisionTable::exclusive)
        .filter(table -> table.rules().stream().anyMatch(advice.rules()::contains))
        .toList();
  }

  private static boolean isStep(TreatmentRule rule, List<DecisionTable> tables) {
    return tables.stream().anyMatch(table -> table.rules().contains(rule));
  }

  private static boolean isChoice(TreatmentOption option, List<TreatmentRule> steps) {
    return !option.adjunct()
        && steps.stream()
            .flatMap(rule -> rule.options().stream())
            .anyMatch(offered -> offered.option().equals(option.id()));
  }

  private Markdown detail(Assessment assessment, TreatmentAdvice advice) {
    Markdown detail =
        new Markdown()
            .paragraph(conclusion(advice))
            .paragraph(assessment.orders().regimen().map(TreatmentCard::resemblance).orElse(""))
            .list("First, or with the choice", tests(assessment, advice));
    detail.list(
        "Options of the guideline, for a clinician to choose from",
        advice.options(Status.APPLIES).stream()
            .map(
                option ->
                    applies(option)
                        + cautions(assessment, option.option())
                        + inPlace(assessment, option.option()))
            .toList());
    detail.list(
        "Open until more is known",
        advice.options(Status.NEEDS).stream().map(this::needs).toList());
    detail.list(
        "Not offered here",
        advice.options(Status.EXCLUDED).stream()
            .flatMap(
                option ->
                    option.restriction().stream()
                        .map(when -> option.option().name() + ": only " + when))
            .toList());
    detail.table(FactWords.HEADER, rows(assessment, advice));
    detail.list(
        "Unknown",
        advice.missing().stream()
            .map(fact -> words.unknown(fact, assessment.facts()))
            .distinct()
            .toList());
    detail.list("What the answer would decide", new OutlookWords(guideline).lines(advice));
    detail.list("Timeline", TimelineWords.lines(assessment.record().timeline()));
    return writer.foot(detail, basis(advice));
  }

  private static String conclusion(TreatmentAdvice advice) {
    String steps =
        advice.rules().stream()
            .map(rule -> rule.title() + " (" + rule.phase() + ")")
            .distinct()
            .collect(Collectors.joining("; "));
    return steps.isEmpty()
        ? "The step of the treatment tree cannot be settled from the record."
        : "Step of the treatment tree: " + steps + ".";
  }

  /** The tests that the step itself asks for, with how far they are. */
  private static List<String> tests(Assessment assessment, TreatmentAdvice advice) {
    List<String> ids = advice.rules().stream().flatMap(rule -> rule.tests().stream()).toList();
    return assessment.requested().stream()
        .filter(finding -> ids.contains(finding.item().id()))
        .map(
            finding ->
                finding.item().name()
                    + " ("
                    + finding.item().citation().text()
                    + "): "
                    + finding.status().name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private String applies(OptionAdvice advice) {
    TreatmentOption option = advice.option();
    String optional =
        option.optional().isEmpty()
            ? ""
            : " (left open: "
                + option.optional().stream()
                    .map(id -> guideline.orderable(id).text())
                    .collect(Collectors.joining(", "))
                + ")";
    String drugs =
        option.orders().size() > 1
            ? ": "
                + option.orders().stream()
                    .map(id -> guideline.orderable(id).text())
                    .collect(Collectors.joining(", "))
            : "";
    String notes =
        option.background().stream()
            .map(id -> Optional.ofNullable(guideline.background().get(id)))
            .flatMap(Optional::stream)
            .map(note -> " " + note.text() + " (" + note.citation().text() + ")")
            .collect(Collectors.joining());
    return option.name() + drugs + optional + "." + notes;
  }

  private String cautions(Assessment assessment, TreatmentOption option) {
    return Stream.concat(
            option.cautions().stream()
                .flatMap(fact -> words.caution(fact, assessment.facts()).stream()),
            option.targets().stream()
                .filter(antigen -> assessment.facts().get(antigen).is(Presence.ABSENT))
                .map(antigen -> words.absent(antigen, assessment.facts())))
        .map(caution -> " Caution: " + caution + ".")
        .collect(Collectors.joining());
  }

  private static String inPlace(Assessment assessment, TreatmentOption option) {
    return !option.orders().isEmpty() && assessment.orders().inPlace().containsAll(option.orders())
        ? " Its orders are on the screen or active already."
        : "";
  }

  private String needs(OptionAdvice advice) {
    String needed =
        ids(advice.needs()).stream().map(this::nameOf).collect(Collectors.joining(", "));
    return advice.option().name()
        + ": needs "
        + needed
        + advice.restriction().map(when -> "; only " + when).orElse("");
  }

  private List<List<String>> rows(Assessment assessment, TreatmentAdvice advice) {
    Set<Fact<?>> used = new LinkedHashSet<>();
    used.add(Facts.AGE_YEARS);
    for (DecisionTable table : guideline.tables()) {
      boolean open = table.rules().stream().anyMatch(advice.possible()::contains);
      if (open) {
        facts(List.of(table.appliesTo())).forEach(used::add);
        table.rules().stream()
            .filter(advice.possible()::contains)
            .forEach(rule -> used.addAll(facts(rule)));
      }
    }
    Set<Fact<?>> shown = new LinkedHashSet<>();
    used.forEach(fact -> shown.addAll(FactWords.basisOf(fact)));
    List<List<String>> rows = new ArrayList<>();
    shown.forEach(fact -> rows.addAll(words.rows(fact, assessment.facts())));
    return rows;
  }

  private static List<Fact<?>> facts(TreatmentRule rule) {
    List<Row> rows = new ArrayList<>(rule.when());
    rule.options().forEach(offered -> rows.addAll(offered.onlyWhen()));
    return facts(rows);
  }

  private static List<Fact<?>> facts(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.conditions().stream())
        .<Fact<?>>map(Condition::fact)
        .toList();
  }

  private List<CardWriter.Basis> basis(TreatmentAdvice advice) {
    List<CardWriter.Basis> basis = new ArrayList<>();
    List<TreatmentRule> shown = advice.rules().isEmpty() ? advice.possible() : advice.rules();
    shown.forEach(
        rule ->
            basis.add(
                new CardWriter.Basis(rule.id(), rule.citation(), interpretations(rule, advice))));
    return basis;
  }

  /** An interpretation of overlapping rules only matters where both hold. */
  private List<String> interpretations(TreatmentRule rule, TreatmentAdvice advice) {
    List<String> interpretations = new ArrayList<>(rule.interpretations());
    for (DecisionTable table : guideline.tables()) {
      for (DecisionTable.Overlap overlap : table.overlaps()) {
        long holding =
            advice.rules().stream().filter(r -> overlap.rules().contains(r.id())).count();
        if (overlap.rules().contains(rule.id()) && holding < 2) {
          interpretations.remove(overlap.interpretation());
        }
      }
    }
    return interpretations;
  }
}
