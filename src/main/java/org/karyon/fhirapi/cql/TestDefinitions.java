package org.karyon.fhirapi.cql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karyon.facts.AgeGroup;
import org.karyon.facts.Course;
import org.karyon.facts.Diagnosis;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.FactName;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.WorkUpItem;

/**
 * Which tests the guideline asks for: those of the work-up at this point of the course, those that
 * a rule names, and those that would settle a fact on which an option hangs.
 */
final class TestDefinitions {

  private static final String CONFIRMED = "patient is confirmed";
  private static final String SUSPECTED = "patient is suspected";
  private static final String MISSING = "missing";

  private final Guideline guideline;
  private final FactSpace space;
  private final Definitions definitions;
  private final Map<String, List<Clause>> requested = new LinkedHashMap<>();

  TestDefinitions(Guideline guideline, FactSpace space, Definitions definitions) {
    this.guideline = guideline;
    this.space = space;
    this.definitions = definitions;
  }

  void define(Map<String, Region> offered) {
    for (WorkUpItem item : guideline.workUp().values()) {
      if (item.baseline()) {
        request(item.id(), baseline(item));
        item.replacedBy().ifPresent(smear -> request(smear, bloodInsteadOf(item)));
      }
    }
    for (DecisionTable table : guideline.tables()) {
      for (TreatmentRule rule : table.rules()) {
        rule.tests()
            .forEach(test -> request(test, covered(definitions.named(CqlNames.holds(rule)))));
      }
    }
    facts().forEach(fact -> asked(fact, offered));
    for (WorkUpItem item : guideline.workUp().values()) {
      Clause asked = Clause.any(requested.getOrDefault(item.id(), List.of()));
      definitions.define(
          CqlNames.missing(item),
          Clause.all(List.of(asked, new Clause.IsTrue(is(item.id(), MISSING)))));
    }
  }

  static Clause is(String item, String state) {
    return new Clause.Is(CqlNames.test(item), state);
  }

  private void request(String item, Clause when) {
    requested.computeIfAbsent(item, unused -> new ArrayList<>()).add(when);
  }

  private Clause covered(Clause clause) {
    return Clause.all(List.of(definitions.named(CqlNames.COVERED), clause));
  }

  /** While only suspected, or where the course is not known, every item of the baseline counts. */
  private Clause baseline(WorkUpItem item) {
    List<Clause> courses = new ArrayList<>(List.of(Definitions.unknown(Facts.COURSE)));
    for (Course course : Course.values()) {
      if (item.courses().contains(course)) {
        courses.add(new Clause.IsTrue(new Clause.Is(Facts.COURSE.id(), course.id())));
      }
    }
    return definitions.define(
        "work-up of " + item.id(),
        Clause.any(List.of(definitions.named(SUSPECTED), covered(Clause.any(courses)))));
  }

  /** With enough circulating lymphoblasts blood may replace a marrow that is not there. */
  private Clause bloodInsteadOf(WorkUpItem item) {
    return Clause.all(
        List.of(
            definitions.named("work-up of " + item.id()),
            new Clause.IsTrue(is(item.id(), MISSING)),
            new Clause.IsTrue(
                new Clause.AtLeast(
                    Facts.PERIPHERAL_BLASTS_PER_MICROLITRE.id(),
                    guideline.number(ParameterId.CIRCULATING_BLASTS_FOR_SMEAR)))));
  }

  private Set<Fact<?>> facts() {
    Set<Fact<?>> facts = new LinkedHashSet<>();
    for (DecisionTable table : guideline.tables()) {
      facts.addAll(TableDefinitions.facts(List.of(table.appliesTo())));
      for (TreatmentRule rule : table.rules()) {
        facts.addAll(TableDefinitions.facts(rule.when()));
        rule.options().forEach(o -> facts.addAll(TableDefinitions.facts(o.onlyWhen())));
      }
    }
    return facts;
  }

  private void asked(Fact<?> fact, Map<String, Region> offered) {
    FactName name = guideline.name(fact);
    Set<String> tests = new LinkedHashSet<>(name.settledBy());
    name.asks().ifPresent(instead -> tests.addAll(guideline.name(instead).settledBy()));
    if (tests.isEmpty()) {
      return;
    }
    Region deciding = new Region(List.of());
    for (Region option : offered.values()) {
      deciding = deciding.or(option.dependingOn(fact, space));
    }
    List<Clause> missing = new ArrayList<>();
    missing.add(Clause.mayBeTrue(definitions.region(deciding)));
    for (DecisionTable table : guideline.tables()) {
      if (table.settleFirst().filter(fact::equals).isPresent()) {
        missing.add(definitions.named(CqlNames.waits(table, fact)));
      }
    }
    Clause open =
        definitions.define(
            CqlNames.missing(fact),
            Clause.all(List.of(Definitions.unknown(fact), Clause.any(missing))));
    List<Clause> asks = new ArrayList<>();
    guideline.tables().forEach(table -> asks(table, fact, open, asks));
    Clause asked = definitions.define(CqlNames.asked(fact), covered(Clause.any(asks)));
    tests.forEach(test -> request(test, asked));
  }

  /** A fact that chooses the branch is asked for before the facts inside the branch. */
  private void asks(DecisionTable table, Fact<?> fact, Clause open, List<Clause> asks) {
    Clause entered = definitions.named(CqlNames.table(table));
    List<Clause> looked = new ArrayList<>();
    for (TreatmentRule rule : table.rules()) {
      if (TableDefinitions.facts(rule.when()).contains(fact)) {
        looked.add(new Clause.Constant(true));
      }
      if (rule.options().stream()
          .anyMatch(o -> TableDefinitions.facts(o.onlyWhen()).contains(fact))) {
        looked.add(Clause.mayBeTrue(definitions.named(CqlNames.rows(rule))));
      }
    }
    if (looked.contains(new Clause.Constant(true))) {
      asks.add(Clause.all(List.of(open, new Clause.IsTrue(entered))));
    } else if (!looked.isEmpty()) {
      asks.add(Clause.all(List.of(open, new Clause.IsTrue(entered), Clause.any(looked))));
    }
    if (TableDefinitions.facts(List.of(table.appliesTo())).contains(fact)) {
      asks.add(Clause.all(List.of(open, Clause.mayBeTrue(entered))));
    }
    if (table.settleFirst().filter(fact::equals).isPresent()) {
      asks.add(
          Clause.all(
              List.of(
                  new Clause.IsTrue(entered), Definitions.unknown(fact), lookedAt(table, fact))));
    }
  }

  private Clause lookedAt(DecisionTable table, Fact<?> fact) {
    List<Clause> rows = new ArrayList<>();
    for (TreatmentRule rule : table.rules()) {
      for (Row row : rule.when()) {
        if (TableDefinitions.facts(List.of(row)).contains(fact)) {
          rows.add(Clause.mayBeTrue(definitions.row(row)));
        }
      }
    }
    return Clause.any(rows);
  }

  /** Of whom the guideline speaks at all. */
  static void scope(Definitions definitions) {
    Clause child = new Clause.IsTrue(new Clause.Is(Facts.AGE_GROUP.id(), AgeGroup.CHILD.id()));
    Clause off = new Clause.IsTrue(new Clause.Is(Facts.COURSE.id(), Course.OFF_TREATMENT.id()));
    scope(definitions, CONFIRMED, Diagnosis.CONFIRMED, child);
    scope(definitions, SUSPECTED, Diagnosis.SUSPECTED, child);
    definitions.define(
        CqlNames.COVERED, Clause.all(List.of(definitions.named(CONFIRMED), new Clause.Not(off))));
    definitions.define(
        CqlNames.SPEAKS,
        Clause.any(List.of(definitions.named(CONFIRMED), definitions.named(SUSPECTED))));
  }

  private static void scope(
      Definitions definitions, String name, Diagnosis diagnosis, Clause child) {
    definitions.define(
        name,
        Clause.all(
            List.of(
                new Clause.IsTrue(new Clause.Is(Facts.DIAGNOSIS.id(), diagnosis.id())),
                new Clause.Not(child))));
  }
}
