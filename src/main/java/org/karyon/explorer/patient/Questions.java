package org.karyon.explorer.patient;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.PatientFacts;
import org.karyon.guideline.Condition;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.RiskFeature;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentRule;

/** The facts on which the guideline forks: what a visitor may change to see where it leads. */
final class Questions {

  /** These follow from others, which are asked instead. */
  private static final Set<Fact<?>> DERIVED =
      Set.of(Facts.AGE_GROUP, Facts.POOR_FEATURE, Facts.FAVORABLE_FEATURE);

  private final FactWording words;
  private final Guideline guideline;
  private final List<Fact<?>> forks;
  private final List<Fact<?>> features;

  Questions(Guideline guideline) {
    this.guideline = guideline;
    this.words = new FactWording(guideline);
    this.forks = forks();
    this.features =
        guideline.features().stream()
            .<Fact<?>>map(RiskFeature::fact)
            .filter(fact -> !forks.contains(fact))
            .distinct()
            .toList();
  }

  private List<Fact<?>> forks() {
    Set<Fact<?>> named = new LinkedHashSet<>();
    named.add(Facts.AGE_YEARS);
    for (DecisionTable table : guideline.tables()) {
      List<Row> rows = new ArrayList<>();
      rows.add(table.appliesTo());
      for (TreatmentRule rule : table.rules()) {
        rows.addAll(rule.when());
        rule.options().forEach(offered -> rows.addAll(offered.onlyWhen()));
      }
      rows.stream()
          .flatMap(row -> row.conditions().stream())
          .map(Condition::fact)
          .forEach(named::add);
    }
    named.addAll(List.of(Facts.COMORBIDITY, Facts.FRAIL));
    named.removeAll(DERIVED);
    return Facts.all().stream().filter(named::contains).toList();
  }

  List<Question> forks(PatientFacts recorded, Changes changes) {
    return forks.stream().map(fact -> question(fact, recorded, changes)).toList();
  }

  List<Question> features(PatientFacts recorded, Changes changes) {
    return features.stream().map(fact -> question(fact, recorded, changes)).toList();
  }

  private Question question(Fact<?> fact, PatientFacts recorded, Changes changes) {
    return new Question(
        fact.id(),
        words.name(fact),
        words.finding(fact, recorded.get(fact)),
        fact.terms().stream()
            .map(term -> new Question.Answer(term.id(), FactWording.term(fact, term.id())))
            .toList(),
        guideline.name(fact).unit(),
        changes.byFact().getOrDefault(fact.id(), ""));
  }
}
