package org.karyon.fhirapi.cql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;

/**
 * The order checks: what fires them, and when they ask for a test instead. Which groups of orders
 * are drafted or in place comes in as parameters.
 */
final class CheckDefinitions {

  private static final Clause NEVER = new Clause.Constant(false);

  private final Guideline guideline;
  private final Definitions definitions;

  CheckDefinitions(Guideline guideline, Definitions definitions) {
    this.guideline = guideline;
    this.definitions = definitions;
  }

  void define() {
    guideline.orderChecks().checks().forEach(this::check);
  }

  /** The groups of which a check asks whether something is being decided on. */
  static Set<String> drafted(OrderCheck check) {
    Set<String> groups = new LinkedHashSet<>(check.drafted());
    check.draftedTogether().forEach(groups::addAll);
    check.situations().forEach(situation -> groups.addAll(situation.of()));
    return groups;
  }

  private void check(OrderCheck check) {
    if (check.repeats().isPresent()) {
      says(check, new Clause.IsTrue(new Clause.Flag(CqlNames.REPEATED)), NEVER, NEVER);
      return;
    }
    Clause instead =
        Clause.any(check.orWhenOrdered().stream().map(CheckDefinitions::inPlace).toList());
    if (!check.whenMissing().isEmpty()) {
      says(
          check,
          instead,
          Clause.any(check.whenMissing().stream().map(CheckDefinitions::isOpen).toList()),
          NEVER);
    } else if (check.whenUnknown().isPresent()) {
      OrderCheck.UnknownFact unknown = check.whenUnknown().get();
      says(
          check,
          instead,
          Clause.all(
              List.of(
                  new Clause.IsTrue(definitions.row(unknown.around())),
                  Definitions.unknown(unknown.fact()),
                  firstOpen(check.asks()))),
          NEVER);
    } else {
      situated(check, instead);
    }
  }

  /** Each condition counts for the orders that it is about. */
  private void situated(OrderCheck check, Clause instead) {
    List<Clause> conflict = new ArrayList<>(List.of(instead));
    List<Clause> undecided = new ArrayList<>();
    for (OrderCheck.Situation situation : check.situations()) {
      Clause concerned =
          situation.of().isEmpty() ? new Clause.Constant(true) : anyDrafted(situation.of());
      Clause row = definitions.row(situation.row());
      conflict.add(Clause.all(List.of(concerned, new Clause.IsTrue(row))));
      undecided.add(Clause.all(List.of(concerned, Clause.mayBeTrue(row))));
    }
    Clause milder =
        check
            .milder()
            .<Clause>map(
                words ->
                    Clause.all(
                        List.of(
                            new Clause.Not(Clause.any(undecided)),
                            new Clause.IsTrue(definitions.rows(words.when())))))
            .orElse(NEVER);
    says(
        check,
        Clause.any(conflict),
        Clause.all(List.of(Clause.any(undecided), firstOpen(check.asks()))),
        milder);
  }

  private void says(OrderCheck check, Clause conflict, Clause question, Clause note) {
    List<Clause> looks = new ArrayList<>(List.of(definitions.named(CqlNames.SPEAKS)));
    if (check.draftedRegimen().isPresent()) {
      looks.add(new Clause.IsTrue(new Clause.Flag(CqlNames.regimen(check))));
    } else if (check.repeats().isEmpty()) {
      looks.add(looksAt(check));
    }
    for (String group : check.unlessOrdered()) {
      looks.add(new Clause.Not(inPlace(group)));
    }
    if (check.givenWithin().isPresent()) {
      for (String group : check.unlessOrdered()) {
        looks.add(new Clause.Not(new Clause.IsTrue(new Clause.Flag(CqlNames.given(group)))));
      }
    }
    Clause looked = definitions.define("check " + check.id() + " looks", Clause.all(looks));
    Clause fires = definitions.define(CqlNames.fires(check), Clause.all(List.of(looked, conflict)));
    Clause not = new Clause.Not(fires);
    Clause asks =
        definitions.define(CqlNames.asks(check), Clause.all(List.of(looked, not, question)));
    Clause notes =
        definitions.define(CqlNames.notes(check), Clause.all(List.of(looked, not, note)));
    definitions.define(CqlNames.speaks(check), Clause.any(List.of(fires, asks, notes)));
  }

  private static Clause looksAt(OrderCheck check) {
    List<Clause> any = new ArrayList<>(List.of(anyDrafted(check.drafted())));
    for (List<String> together : check.draftedTogether()) {
      List<Clause> all = new ArrayList<>(List.of(anyDrafted(together)));
      together.forEach(
          group -> all.add(new Clause.IsTrue(new Clause.Flag(CqlNames.onScreen(group)))));
      any.add(Clause.all(all));
    }
    return Clause.any(any);
  }

  private static Clause anyDrafted(List<String> groups) {
    return Clause.any(
        groups.stream()
            .map(group -> new Clause.IsTrue(new Clause.Flag(CqlNames.drafted(group))))
            .toList());
  }

  private static Clause inPlace(String group) {
    return new Clause.IsTrue(new Clause.Flag(CqlNames.inPlace(group)));
  }

  private static Clause isOpen(String item) {
    return new Clause.IsTrue(
        Clause.any(
            List.of(TestDefinitions.is(item, "missing"), TestDefinitions.is(item, "unreadable"))));
  }

  /** The first test that still has to answer, unless it is on its way. */
  private static Clause firstOpen(List<String> items) {
    List<Clause> first = new ArrayList<>();
    List<Clause> done = new ArrayList<>();
    for (String item : items) {
      List<Clause> all = new ArrayList<>(done);
      all.add(isOpen(item));
      first.add(Clause.all(all));
      done.add(new Clause.IsTrue(TestDefinitions.is(item, "done")));
    }
    return Clause.any(first);
  }
}
