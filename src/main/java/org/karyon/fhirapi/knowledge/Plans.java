package org.karyon.fhirapi.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.ActionConditionKind;
import org.hl7.fhir.r4.model.PlanDefinition.ActionSelectionBehavior;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.TriggerDefinition;
import org.karyon.fhirapi.cql.CqlNames;
import org.karyon.guideline.Citation;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Interpretation;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.RiskRow;
import org.karyon.guideline.TreatmentOption;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.WorkUpItem;

/**
 * The guideline as PlanDefinitions: one for the whole, which names one for each table. The id of an
 * action is the id of the rule; an option offered by a rule is {@code rule.option}.
 */
final class Plans {

  private final Canonicals canonicals;
  private final Guideline guideline;

  Plans(Canonicals canonicals) {
    this.canonicals = canonicals;
    this.guideline = canonicals.guideline();
  }

  List<PlanDefinition> all() {
    List<PlanDefinition> sections = new ArrayList<>();
    sections.add(workUp());
    sections.add(risk());
    guideline.tables().forEach(table -> sections.add(table(table)));
    sections.add(orderChecks());
    List<PlanDefinition> all = new ArrayList<>();
    all.add(whole(sections));
    all.addAll(sections);
    return all;
  }

  private PlanDefinition plan(String id, String title, String description, String type, String of) {
    PlanDefinition plan = canonicals.published(new PlanDefinition(), id, title, description);
    plan.setType(
        new CodeableConcept(
            new Coding("http://terminology.hl7.org/CodeSystem/plan-definition-type", type, of)));
    plan.addTopic(canonicals.topic());
    plan.addLibrary(canonicals.versioned("Library", Canonicals.LOGIC));
    plan.addRelatedArtifact(canonicals.source());
    return plan;
  }

  private PlanDefinition whole(List<PlanDefinition> sections) {
    PlanDefinition whole =
        plan(
            canonicals.whole(),
            guideline.source().title(),
            "The guideline as Karyon reads it: the work-up, the genetic risk, the treatment options"
                + " of each step and the checks of orders. Options are for a clinician to choose"
                + " from; no dose is ever given.",
            "clinical-protocol",
            "Clinical Protocol");
    for (PlanDefinition section : sections) {
      PlanDefinitionActionComponent action = whole.addAction();
      action
          .setTitle(section.getTitle())
          .setDefinition(new CanonicalType(section.getUrl()))
          .setId(section.getIdElement().getIdPart());
      applicable(action, scope(section.getIdElement().getIdPart()));
    }
    return whole;
  }

  /** Work-up and order checks are for a suspected leukemia too. */
  private static Expression scope(String section) {
    return section.equals(Canonicals.WORK_UP) || section.equals(Canonicals.ORDER_CHECKS)
        ? FactExpressions.named(
            CqlNames.SPEAKS,
            "acute lymphoblastic leukemia is confirmed or suspected, and the patient is no child")
        : FactExpressions.named(
            CqlNames.COVERED,
            "acute lymphoblastic leukemia is confirmed, and the patient is no child");
  }

  private PlanDefinition workUp() {
    PlanDefinition plan =
        plan(
            Canonicals.WORK_UP,
            "Work-up",
            "The tests that the guideline asks for, at diagnosis or as its tree is walked. Each is"
                + " asked for while it is neither resulted recently enough nor ordered.",
            "order-set",
            "Order Set");
    for (WorkUpItem item : guideline.workUp().values()) {
      PlanDefinitionActionComponent action =
          action(item.id(), item.name(), item.citation(), item.interpretations());
      applicable(action, missing(item));
      orders(action, item.id(), item.orders());
      plan.addAction(action);
    }
    return plan;
  }

  private static Expression missing(WorkUpItem item) {
    return FactExpressions.named(
        CqlNames.missing(item),
        "the guideline asks for this test, and it is neither resulted recently enough nor ordered");
  }

  private PlanDefinition risk() {
    PlanDefinition plan =
        plan(
            Canonicals.RISK,
            "Genetic risk",
            "The risk group that the genetic features give; the first action whose condition holds"
                + " decides.",
            "eca-rule",
            "ECA Rule");
    for (RiskRow row : guideline.riskRows()) {
      PlanDefinitionActionComponent action =
          action(row.id(), row.group().id(), row.citation(), row.interpretations());
      action.setDescription(row.says());
      action.addCode(
          new CodeableConcept(
              canonicals.coding(
                  Canonicals.RISK_GROUPS, row.group().id(), row.group().id() + " genetic risk")));
      applicable(action, FactExpressions.named(CqlNames.decides(row), row.when()));
      plan.addAction(action);
    }
    return plan;
  }

  private PlanDefinition table(DecisionTable table) {
    PlanDefinition plan =
        plan(
            table.id(),
            table.title(),
            "Treatment steps and the options that the guideline offers at each: " + table.title(),
            "eca-rule",
            "ECA Rule");
    table.rules().forEach(rule -> plan.addAction(rule(table, rule)));
    return plan;
  }

  private PlanDefinitionActionComponent rule(DecisionTable table, TreatmentRule rule) {
    PlanDefinitionActionComponent action =
        action(rule.id(), rule.title(), rule.citation(), rule.interpretations());
    action.setDescription("Phase of treatment: " + rule.phase());
    applicable(
        action, FactExpressions.named(CqlNames.speaks(rule), table.appliesTo(), rule.when()));
    for (String test : rule.tests()) {
      WorkUpItem item = guideline.workUpItem(test);
      PlanDefinitionActionComponent asked =
          action(rule.id() + '.' + item.id(), item.name(), item.citation(), item.interpretations());
      applicable(
          asked, FactExpressions.named(CqlNames.holds(rule), table.appliesTo(), rule.when()));
      applicable(asked, missing(item));
      orders(asked, rule.id() + '.' + item.id(), item.orders());
      action.addAction(asked);
    }
    if (!rule.options().isEmpty()) {
      action.setSelectionBehavior(ActionSelectionBehavior.ANY);
    }
    rule.options().forEach(offered -> action.addAction(option(rule, offered)));
    return action;
  }

  private PlanDefinitionActionComponent option(
      TreatmentRule rule, TreatmentRule.OfferedOption offered) {
    TreatmentOption option = guideline.option(offered.option());
    String id = rule.id() + '.' + option.id();
    PlanDefinitionActionComponent action =
        action(id, option.name(), option.citation(), option.interpretations());
    action.addCode(
        new CodeableConcept(canonicals.coding(Canonicals.OPTIONS, option.id(), option.name())));
    if (!offered.because().isEmpty()) {
      action.setDescription("Only " + offered.because());
    }
    applicable(
        action,
        FactExpressions.named(
            CqlNames.offers(rule, offered),
            "every patient whom the known facts allow is offered this option"
                + (offered.because().isEmpty() ? "" : ": " + offered.because())));
    if (option.draftedWhen().isEmpty()) {
      orders(action, id, option.orders());
    } else {
      action.addAction(inWordsUnless(option, id));
    }
    return action;
  }

  /** An option that mostly stands in words has its orders under a condition of their own. */
  private PlanDefinitionActionComponent inWordsUnless(TreatmentOption option, String id) {
    PlanDefinitionActionComponent orders = new PlanDefinitionActionComponent();
    orders.setId(id + ".orders");
    orders.setTitle(option.name());
    applicable(
        orders,
        FactExpressions.named(
            CqlNames.mayBeDrafted(option.id()),
            "the orders of this option may be drafted; otherwise it stands in words"));
    orders(orders, orders.getId(), option.orders());
    return orders;
  }

  private PlanDefinition orderChecks() {
    PlanDefinition plan =
        plan(
            Canonicals.ORDER_CHECKS,
            "Order checks",
            "What the guideline says of orders before they are signed. Which groups of orders are"
                + " drafted or in place comes in as parameters beside the facts.",
            "eca-rule",
            "ECA Rule");
    guideline.orderChecks().checks().forEach(check -> plan.addAction(check(check)));
    return plan;
  }

  private PlanDefinitionActionComponent check(OrderCheck check) {
    PlanDefinitionActionComponent action =
        action(check.id(), check.title(), check.citation(), check.interpretations());
    action.setDescription(check.says() + " " + check.advice());
    action.setTextEquivalent(looksAt(check));
    for (String hook : List.of("order-select", "order-sign")) {
      action.addTrigger(
          new TriggerDefinition().setType(TriggerDefinition.TriggerType.NAMEDEVENT).setName(hook));
    }
    applicable(
        action,
        FactExpressions.named(
            CqlNames.speaks(check),
            "one of these is drafted, and "
                + "the record speaks against it or does not tell: "
                + check.title()));
    return action;
  }

  private static String looksAt(OrderCheck check) {
    StringBuilder words = new StringBuilder("Looks at drafts of ");
    words.append(String.join(", ", check.drafted()));
    if (!check.unlessOrdered().isEmpty()) {
      words.append("; silent when ordered: ").append(String.join(", ", check.unlessOrdered()));
    }
    if (!check.orWhenOrdered().isEmpty()) {
      words
          .append("; also when one of these is ordered: ")
          .append(String.join(", ", check.orWhenOrdered()));
    }
    if (!check.whenMissing().isEmpty()) {
      words.append("; while missing: ").append(String.join(", ", check.whenMissing()));
    }
    return words.append('.').toString();
  }

  private PlanDefinitionActionComponent action(
      String id, String title, Citation citation, List<String> interpretations) {
    PlanDefinitionActionComponent action = new PlanDefinitionActionComponent();
    action.setId(id);
    action.setTitle(title);
    action.addDocumentation(canonicals.citation(citation));
    for (String interpretation : interpretations) {
      Interpretation known = guideline.interpretations().get(interpretation);
      if (known != null) {
        action.addDocumentation(
            canonicals
                .citation(known.citation())
                .setLabel(known.id())
                .setDisplay("Interpretation, not the source's word: " + known.text()));
      }
    }
    return action;
  }

  private static void applicable(PlanDefinitionActionComponent action, Expression expression) {
    action.addCondition().setKind(ActionConditionKind.APPLICABILITY).setExpression(expression);
  }

  /** One order is the action's own definition; several are ordered together. */
  private void orders(PlanDefinitionActionComponent action, String id, List<String> orders) {
    if (orders.size() == 1) {
      action.setDefinition(activity(orders.getFirst()));
      return;
    }
    if (!orders.isEmpty()) {
      action.setSelectionBehavior(ActionSelectionBehavior.ALL);
    }
    for (String order : orders) {
      action
          .addAction()
          .setTitle(guideline.orderable(order).text())
          .setDefinition(activity(order))
          .setId(id + '.' + order);
    }
  }

  private CanonicalType activity(String order) {
    return new CanonicalType(canonicals.url("ActivityDefinition", order));
  }
}
