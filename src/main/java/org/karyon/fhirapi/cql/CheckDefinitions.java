package org.karyon.fhirapi.cql;

import java.util.ArrayList;
import java.util.List;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;

/**
 * The order checks: what fires them, and when they ask for a test instead. Which groups of orders
 * are drafted or in place comes in as parameters.
 */
final class CheckDefinitions {

  private final Guideline guideline;
  private final Definitions definitions;

  CheckDefinitions(Guideline guideline, Definitions definitions) {
    this.guideline = guideline;
    this.definitions = definitions;
  }

  void define() {
    guideline.orderChecks().checks().forEach(this::check);
  }

  private void check(OrderCheck check) {
    if (check.repeats().isPresent()) {
      fires(
          check, new Clause.IsTrue(new Clause.Flag(CqlNames.REPEATED)), new Clause.Constant(false));
      return;
    }
    Clause instead =
        Clause.any(check.orWhenOrdered().stream().map(CheckDefinitions::inPlace).toList());
    Clause rows = situations(check);
    if (!check.whenMissing().isEmpty()) {
      fires(
          check,
          instead,
          Clause.any(check.whenMissing().stream().map(CheckDefinitions::isOpen).toList()));
    } else if (check.whenUnknown().isPresent()) {
      OrderCheck.UnknownFact unknown = check.whenUnknown().get();
      fires(
          check,
          instead,
          Clause.all(
              List.of(
                  new Clause.IsTrue(definitions.row(unknown.around())),
                  Definitions.unknown(unknown.fact()),
                  firstOpen(check.asks()))));
    } else {
      fires(
          check,
          Clause.any(List.of(instead, new Clause.IsTrue(rows), milder(check))),
          Clause.all(List.of(Clause.mayBeTrue(rows), firstOpen(check.asks()))));
    }
  }

  private void fires(OrderCheck check, Clause conflict, Clause question) {
    List<Clause> looks = new ArrayList<>(List.of(definitions.named(CqlNames.SPEAKS)));
    if (check.repeats().isEmpty()) {
      looks.add(
          Clause.any(
              check.looksAt().stream()
                  .map(group -> new Clause.IsTrue(new Clause.Flag(CqlNames.drafted(group))))
                  .toList()));
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
    Clause asks =
        definitions.define(
            CqlNames.asks(check), Clause.all(List.of(looked, new Clause.Not(fires), question)));
    definitions.define(CqlNames.speaks(check), Clause.any(List.of(fires, asks)));
  }

  private Clause milder(OrderCheck check) {
    return check
        .milder()
        .<Clause>map(milder -> new Clause.IsTrue(definitions.rows(milder.when())))
        .orElseGet(() -> new Clause.Constant(false));
  }

  /** One of the rows holds, and something that the row is about is decided on. */
  private Clause situations(OrderCheck check) {
    return Clause.any(
        check.situations().stream()
            .map(
                situation ->
                    situation.of().isEmpty()
                        ? definitions.row(situation.row())
                        : Clause.all(
                            List.of(drafted(situation.of()), definitions.row(situation.row()))))
            .toList());
  }

  private static Clause drafted(List<String> groups) {
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
