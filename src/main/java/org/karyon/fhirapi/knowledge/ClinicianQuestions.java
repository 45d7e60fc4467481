package org.karyon.fhirapi.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.karyon.facts.Fact;
import org.karyon.guideline.Condition;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.FactName;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentRule;

/**
 * The facts that only a clinician can settle: those that the treatment tables or the order checks
 * fork on and that no test of the work-up settles, and the orders whose plan decides a check.
 */
final class ClinicianQuestions {

  private static final String ID = "clinician-facts";

  private final Canonicals canonicals;
  private final Guideline guideline;

  ClinicianQuestions(Canonicals canonicals) {
    this.canonicals = canonicals;
    this.guideline = canonicals.guideline();
  }

  Questionnaire questionnaire() {
    Questionnaire questionnaire =
        canonicals.published(
            new Questionnaire(),
            ID,
            "What only a clinician can settle",
            "Facts that the guideline forks on and that no test of its work-up settles. Karyon"
                + " reads them from the record: from the problem list, the performance status, and"
                + " orders.");
    questionnaire.addSubjectType("Patient");
    for (Fact<?> fact : open()) {
      QuestionnaireItemComponent item =
          questionnaire
              .addItem()
              .setLinkId(fact.id())
              .setText(guideline.name(fact).name())
              .setType(QuestionnaireItemType.CHOICE);
      item.addCode(canonicals.coding(Canonicals.FACTS, fact.id(), guideline.name(fact).name()));
      fact.terms()
          .forEach(
              term ->
                  item.addAnswerOption()
                      .setValue(
                          canonicals.coding(
                              Canonicals.FACT_VALUES, term.id(), term.id().replace('-', ' '))));
    }
    for (String group : plans()) {
      questionnaire
          .addItem()
          .setLinkId("planned-" + group)
          .setText("Is this planned: " + group.replace('-', ' ') + "?")
          .setType(QuestionnaireItemType.BOOLEAN);
    }
    return questionnaire;
  }

  private Set<Fact<?>> open() {
    Set<Fact<?>> open = new LinkedHashSet<>();
    for (DecisionTable table : guideline.tables()) {
      add(List.of(table.appliesTo()), open);
      for (TreatmentRule rule : table.rules()) {
        add(rule.when(), open);
        rule.options().forEach(offered -> add(offered.onlyWhen(), open));
      }
    }
    guideline.orderChecks().checks().forEach(check -> add(check.when(), open));
    return open;
  }

  private void add(List<Row> rows, Set<Fact<?>> open) {
    for (Row row : rows) {
      for (Condition condition : row.conditions()) {
        FactName name = guideline.name(condition.fact());
        if (name.settledBy().isEmpty() && !condition.fact().isAmount() && isAsked(name)) {
          open.add(condition.fact());
        }
      }
    }
  }

  /** What follows from an amount, such as an age group, is not asked of a clinician. */
  private static boolean isAsked(FactName name) {
    return name.asks().isEmpty() || !name.asks().get().isAmount();
  }

  private Set<String> plans() {
    Set<String> plans = new LinkedHashSet<>();
    for (OrderCheck check : guideline.orderChecks().checks()) {
      plans.addAll(check.orWhenOrdered());
    }
    return plans;
  }
}
