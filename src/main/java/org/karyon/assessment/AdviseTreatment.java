package org.karyon.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.assessment.OptionAdvice.Caution;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.guideline.Condition;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentOption;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.TreatmentRule.OfferedOption;

/**
 * Walks the treatment tables and says of every option whether it applies, needs facts, or is
 * excluded.
 */
final class AdviseTreatment {

  private final Guideline guideline;
  private final DerivedFacts derived;
  private final Situations situations;

  /** One option as one rule of one table offers it. */
  private record Offer(DecisionTable table, TreatmentRule rule, OfferedOption offered) {}

  AdviseTreatment(Guideline guideline, DerivedFacts derived) {
    this.guideline = guideline;
    this.derived = derived;
    this.situations = new Situations(guideline);
  }

  TreatmentAdvice advise(PatientFacts facts) {
    return situations.advice(facts, this::workedOut);
  }

  private TreatmentAdvice workedOut(PatientFacts facts) {
    TreatmentAdvice advice = asTheyStand(facts);
    List<TreatmentAdvice.Branch> outlook =
        new TreatmentOutlook(guideline, derived, this).of(advice, facts);
    return new TreatmentAdvice(
        advice.rules(),
        advice.possible(),
        advice.together(),
        advice.options(),
        advice.missing(),
        advice.asked(),
        outlook);
  }

  /** The advice without the outlook, which asks for the advice to every supposed answer. */
  TreatmentAdvice asTheyStand(PatientFacts facts) {
    List<DecisionTable> open =
        guideline.tables().stream()
            .filter(table -> Rows.truth(table.appliesTo(), facts) != Truth.FALSE)
            .toList();
    Map<DecisionTable, Fact<?>> waiting = waiting(open, facts);
    List<TreatmentRule> holding = rules(open, facts, Set.of(Truth.TRUE));
    List<TreatmentRule> possible = rules(open, facts, Set.of(Truth.TRUE, Truth.UNKNOWN));
    List<OptionAdvice> options = new ArrayList<>();
    offers(open, facts).values().forEach(offers -> options.add(advise(offers, waiting, facts)));
    Set<Fact<?>> missing = new LinkedHashSet<>(waiting.values());
    options.forEach(option -> missing.addAll(option.needs()));
    return new TreatmentAdvice(
        holding,
        possible,
        together(open, holding),
        options,
        missing,
        asked(open, missing, facts),
        List.of());
  }

  private static List<DecisionTable.Overlap> together(
      List<DecisionTable> tables, List<TreatmentRule> holding) {
    List<String> ids = holding.stream().map(TreatmentRule::id).toList();
    return tables.stream()
        .flatMap(table -> table.overlaps().stream())
        .filter(overlap -> ids.containsAll(overlap.rules()))
        .toList();
  }

  private static List<TreatmentRule> rules(
      List<DecisionTable> tables, PatientFacts facts, Set<Truth> truths) {
    List<TreatmentRule> rules = new ArrayList<>();
    for (DecisionTable table : tables) {
      table.rules().stream()
          .filter(rule -> truths.contains(truth(table, rule, facts)))
          .forEach(rules::add);
    }
    return rules;
  }

  private static Truth truth(DecisionTable table, TreatmentRule rule, PatientFacts facts) {
    return Rows.truth(table.appliesTo(), facts).and(Rows.any(rule.when(), facts));
  }

  /**
   * The tables that give no choice because the fact to settle first still changes which rule holds.
   */
  private static Map<DecisionTable, Fact<?>> waiting(
      List<DecisionTable> tables, PatientFacts facts) {
    Map<DecisionTable, Fact<?>> waiting = new LinkedHashMap<>();
    for (DecisionTable table : tables) {
      Optional<Fact<?>> first = table.settleFirst();
      if (first.isPresent()
          && Possibilities.of(conditions(table), facts, patient -> holding(table, patient))
              .deciding()
              .contains(first.get())) {
        waiting.put(table, first.get());
      }
    }
    return waiting;
  }

  private static Set<String> holding(DecisionTable table, Map<Fact<?>, FactValue> patient) {
    return table.rules().stream()
        .filter(rule -> table.appliesTo().holdsFor(patient) && holdsAny(rule.when(), patient))
        .map(TreatmentRule::id)
        .collect(Collectors.toSet());
  }

  /**
   * The offers of each option; those of rules that hold or may hold come first, in the source's
   * order.
   */
  private static Map<String, List<Offer>> offers(List<DecisionTable> tables, PatientFacts facts) {
    Map<String, List<Offer>> open = new LinkedHashMap<>();
    Map<String, List<Offer>> closed = new LinkedHashMap<>();
    for (DecisionTable table : tables) {
      for (TreatmentRule rule : table.rules()) {
        boolean possible = truth(table, rule, facts) != Truth.FALSE;
        for (OfferedOption offered : rule.options()) {
          (possible ? open : closed)
              .computeIfAbsent(offered.option(), unused -> new ArrayList<>())
              .add(new Offer(table, rule, offered));
        }
      }
    }
    closed.forEach(
        (option, offers) ->
            open.computeIfAbsent(option, unused -> new ArrayList<>()).addAll(offers));
    return open;
  }

  private OptionAdvice advise(
      List<Offer> offers, Map<DecisionTable, Fact<?>> waiting, PatientFacts facts) {
    List<Offer> open = offers.stream().filter(offer -> mayOffer(offer, facts)).toList();
    Possibilities<Boolean> offered =
        Possibilities.of(
            conditions(open),
            facts,
            patient -> open.stream().anyMatch(offer -> offers(offer, patient)));
    Set<Fact<?>> needs = new LinkedHashSet<>(offered.deciding());
    boolean possible = offered.distinct().contains(true);
    if (possible) {
      offers.stream()
          .filter(offer -> truth(offer.table(), offer.rule(), facts) != Truth.FALSE)
          .flatMap(offer -> Optional.<Fact<?>>ofNullable(waiting.get(offer.table())).stream())
          .forEach(needs::add);
    }
    OptionAdvice.Status status =
        !possible
            ? OptionAdvice.Status.EXCLUDED
            : needs.isEmpty() ? OptionAdvice.Status.APPLIES : OptionAdvice.Status.NEEDS;
    TreatmentOption option = guideline.option(offers.get(0).offered().option());
    return new OptionAdvice(
        option,
        status,
        needs,
        open.stream().map(offer -> offer.rule().id()).distinct().toList(),
        cautions(option, facts),
        option.draftedWhen().isEmpty() || Rows.any(option.draftedWhen(), facts) == Truth.TRUE,
        restriction(status == OptionAdvice.Status.EXCLUDED ? offers : open, facts));
  }

  private List<Caution> cautions(TreatmentOption option, PatientFacts facts) {
    List<Caution> cautions = new ArrayList<>();
    for (Fact<?> fact : option.cautions()) {
      caution(fact, facts.get(fact)).ifPresent(cautions::add);
    }
    option.targets().stream()
        .filter(antigen -> facts.get(antigen).is(Presence.ABSENT))
        .forEach(antigen -> cautions.add(new Caution(antigen, Caution.Kind.TARGET_ABSENT)));
    return cautions;
  }

  private Optional<Caution> caution(Fact<?> fact, Finding<?> finding) {
    return switch (finding) {
      case Known<?> known ->
          known.known() == Presence.PRESENT
              ? Optional.of(new Caution(fact, Caution.Kind.PRESENT))
              : Optional.empty();
      case Unknown<?> unused ->
          guideline.name(fact).settledBy().isEmpty()
              ? Optional.empty()
              : Optional.of(new Caution(fact, Caution.Kind.NOT_KNOWN));
    };
  }

  private static boolean mayOffer(Offer offer, PatientFacts facts) {
    return truth(offer.table(), offer.rule(), facts) != Truth.FALSE
        && (offer.offered().onlyWhen().isEmpty()
            || Rows.any(offer.offered().onlyWhen(), facts) != Truth.FALSE);
  }

  /** When alone the rule that holds, or may hold, offers the option. */
  private static Optional<String> restriction(List<Offer> offers, PatientFacts facts) {
    return offers.stream()
        .filter(offer -> truth(offer.table(), offer.rule(), facts) != Truth.FALSE)
        .map(offer -> offer.offered().because())
        .filter(because -> !because.isEmpty())
        .findFirst();
  }

  private static boolean offers(Offer offer, Map<Fact<?>, FactValue> patient) {
    return offer.table().appliesTo().holdsFor(patient)
        && holdsAny(offer.rule().when(), patient)
        && (offer.offered().onlyWhen().isEmpty() || holdsAny(offer.offered().onlyWhen(), patient));
  }

  private static boolean holdsAny(List<Row> rows, Map<Fact<?>, FactValue> patient) {
    return rows.stream().anyMatch(row -> row.holdsFor(patient));
  }

  private static Collection<Condition> conditions(DecisionTable table) {
    List<Condition> conditions = new ArrayList<>(table.appliesTo().conditions());
    table.rules().stream()
        .flatMap(rule -> rule.when().stream())
        .forEach(row -> conditions.addAll(row.conditions()));
    return conditions;
  }

  private static Collection<Condition> conditions(List<Offer> offers) {
    List<Condition> conditions = new ArrayList<>();
    for (Offer offer : offers) {
      conditions.addAll(offer.table().appliesTo().conditions());
      offer.rule().when().forEach(row -> conditions.addAll(row.conditions()));
      offer.offered().onlyWhen().forEach(row -> conditions.addAll(row.conditions()));
    }
    return conditions;
  }

  /** A fact that chooses the branch is asked for before the facts inside the branch. */
  private static Set<Fact<?>> asked(
      List<DecisionTable> tables, Set<Fact<?>> missing, PatientFacts facts) {
    Set<Fact<?>> asked = new LinkedHashSet<>();
    for (DecisionTable table : tables) {
      boolean entered = Rows.truth(table.appliesTo(), facts) == Truth.TRUE;
      Collection<Condition> conditions =
          entered ? everyCondition(table, facts) : table.appliesTo().conditions();
      conditions.stream()
          .<Fact<?>>map(Condition::fact)
          .filter(missing::contains)
          .forEach(asked::add);
      table
          .settleFirst()
          .filter(fact -> entered && facts.get(fact).value().isEmpty())
          .filter(fact -> isLookedAt(fact, table, facts))
          .ifPresent(asked::add);
    }
    return asked;
  }

  /** Whether a rule that holds or may hold looks at the fact in one of its rows. */
  private static boolean isLookedAt(Fact<?> fact, DecisionTable table, PatientFacts facts) {
    return table.rules().stream()
        .filter(rule -> Rows.any(rule.when(), facts) != Truth.FALSE)
        .flatMap(rule -> rule.when().stream())
        .filter(row -> Rows.truth(row, facts) != Truth.FALSE)
        .flatMap(row -> row.conditions().stream())
        .anyMatch(condition -> condition.fact().equals(fact));
  }

  private static Collection<Condition> everyCondition(DecisionTable table, PatientFacts facts) {
    List<Condition> conditions = new ArrayList<>();
    for (TreatmentRule rule : table.rules()) {
      rule.when().forEach(row -> conditions.addAll(row.conditions()));
      if (Rows.any(rule.when(), facts) != Truth.FALSE) {
        rule.options()
            .forEach(
                offered -> offered.onlyWhen().forEach(row -> conditions.addAll(row.conditions())));
      }
    }
    return conditions;
  }
}
