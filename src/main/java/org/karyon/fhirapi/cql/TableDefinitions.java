package org.karyon.fhirapi.cql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.karyon.facts.Fact;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.TreatmentRule.OfferedOption;

/**
 * The treatment tables: each rule, and each option over all rules. An option applies when every
 * patient whom the known facts still allow is offered it, is excluded when none is, and otherwise
 * needs facts.
 */
final class TableDefinitions {

  private final Guideline guideline;
  private final FactSpace space;
  private final Definitions definitions;
  private final Map<String, Region> offered = new LinkedHashMap<>();

  TableDefinitions(Guideline guideline, FactSpace space, Definitions definitions) {
    this.guideline = guideline;
    this.space = space;
    this.definitions = definitions;
  }

  /** Where each option is offered, by its id, over all rules. */
  Map<String, Region> define() {
    guideline.tables().forEach(this::rules);
    guideline.tables().forEach(this::waiting);
    guideline
        .tables()
        .forEach(
            table ->
                table
                    .rules()
                    .forEach(rule -> rule.options().forEach(option -> offer(table, rule, option))));
    offered.forEach(this::option);
    guideline
        .options()
        .values()
        .forEach(
            option ->
                definitions.define(
                    CqlNames.mayBeDrafted(option.id()),
                    option.draftedWhen().isEmpty()
                        ? new Clause.Constant(true)
                        : new Clause.IsTrue(definitions.rows(option.draftedWhen()))));
    guideline.tables().forEach(table -> table.rules().forEach(rule -> choices(rule)));
    return offered;
  }

  private void rules(DecisionTable table) {
    Clause entered = definitions.define(CqlNames.table(table), definitions.row(table.appliesTo()));
    for (TreatmentRule rule : table.rules()) {
      Clause rows = definitions.define(CqlNames.rows(rule), definitions.rows(rule.when()));
      Clause both = definitions.define(CqlNames.rule(rule), Clause.all(List.of(entered, rows)));
      definitions.define(CqlNames.holds(rule), new Clause.IsTrue(both));
      definitions.define(CqlNames.mayHold(rule), Clause.mayBeTrue(both));
    }
  }

  private Region holds(DecisionTable table, List<Row> rows) {
    return space.region(List.of(table.appliesTo())).and(space.region(rows));
  }

  /** The table gives no choice while the fact to settle first could still change the rule. */
  private void waiting(DecisionTable table) {
    table
        .settleFirst()
        .ifPresent(
            fact -> {
              Region changing = new Region(List.of());
              for (TreatmentRule rule : table.rules()) {
                changing = changing.or(holds(table, rule.when()).dependingOn(fact, space));
              }
              definitions.define(
                  CqlNames.waits(table, fact),
                  Clause.all(
                      List.of(
                          Definitions.unknown(fact),
                          Clause.mayBeTrue(definitions.region(changing)))));
            });
  }

  private void offer(DecisionTable table, TreatmentRule rule, OfferedOption option) {
    Region here = holds(table, rule.when());
    List<Clause> may = new ArrayList<>(List.of(definitions.named(CqlNames.rule(rule))));
    if (!option.onlyWhen().isEmpty()) {
      here = here.and(space.region(option.onlyWhen()));
      may.add(definitions.rows(option.onlyWhen()));
    }
    definitions.define(CqlNames.mayOffer(rule, option), Clause.mayBeTrue(Clause.all(may)));
    offered.merge(option.option(), here, Region::or);
  }

  private void option(String option, Region region) {
    List<Clause> waiting = new ArrayList<>();
    for (DecisionTable table : guideline.tables()) {
      for (TreatmentRule rule : table.rules()) {
        for (OfferedOption offer : rule.options()) {
          if (offer.option().equals(option)) {
            table
                .settleFirst()
                .ifPresent(
                    fact ->
                        waiting.add(
                            Clause.all(
                                List.of(
                                    definitions.named(CqlNames.waits(table, fact)),
                                    definitions.named(CqlNames.mayHold(rule))))));
          }
        }
      }
    }
    Clause open =
        definitions.define(CqlNames.isOpen(option), Clause.mayBeTrue(definitions.region(region)));
    List<Clause> applies = new ArrayList<>();
    applies.add(new Clause.IsTrue(definitions.region(region.complete(space))));
    if (!waiting.isEmpty()) {
      applies.add(new Clause.Not(Clause.any(waiting.stream().distinct().toList())));
    }
    Clause decided = definitions.define(CqlNames.applies(option), Clause.all(applies));
    definitions.define(
        CqlNames.option(option),
        new Clause.Choice(
            List.of(new Clause.Case(decided, "applies"), new Clause.Case(open, "needs")),
            "excluded"));
  }

  /** An option that several rules may still offer is told with the first of them. */
  private void choices(TreatmentRule rule) {
    for (OfferedOption offer : rule.options()) {
      List<Clause> chosen = new ArrayList<>();
      chosen.add(definitions.named(CqlNames.applies(offer.option())));
      chosen.add(definitions.named(CqlNames.mayOffer(rule, offer)));
      List<Clause> earlier = earlier(rule, offer.option());
      if (!earlier.isEmpty()) {
        chosen.add(new Clause.Not(Clause.any(earlier)));
      }
      definitions.define(CqlNames.offers(rule, offer), Clause.all(chosen));
    }
    List<Clause> holds = new ArrayList<>(List.of(definitions.named(CqlNames.holds(rule))));
    rule.options().forEach(o -> holds.add(definitions.named(CqlNames.offers(rule, o))));
    definitions.define(CqlNames.speaks(rule), Clause.any(holds));
  }

  private List<Clause> earlier(TreatmentRule rule, String option) {
    List<Clause> earlier = new ArrayList<>();
    for (DecisionTable table : guideline.tables()) {
      for (TreatmentRule other : table.rules()) {
        if (other.equals(rule)) {
          return earlier;
        }
        other.options().stream()
            .filter(offer -> offer.option().equals(option))
            .forEach(offer -> earlier.add(definitions.named(CqlNames.mayOffer(other, offer))));
      }
    }
    return earlier;
  }

  /** The facts that the rows of a table look at. */
  static List<Fact<?>> facts(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.conditions().stream())
        .<Fact<?>>map(condition -> condition.fact())
        .distinct()
        .toList();
  }
}
