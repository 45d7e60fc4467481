package org.karyon.fhirapi.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RequestGroup.ActionSelectionBehavior;
import org.hl7.fhir.r4.model.RequestGroup.RequestGroupActionComponent;
import org.hl7.fhir.r4.model.RequestGroup.RequestIntent;
import org.hl7.fhir.r4.model.RequestGroup.RequestStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.OrdersToDraft;
import org.karyon.assessment.WorkUpFinding;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.guideline.Citation;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.TreatmentOption;
import org.karyon.guideline.TreatmentRule;

/**
 * A plan as CPG PlanDefinition Apply answers with: a CarePlan whose contained RequestGroup holds
 * the missing tests and the options that apply, each with its draft orders. Nothing is chosen.
 */
public final class GuidelineCarePlan {

  private final Canonicals canonicals;
  private final Guideline guideline;
  private final OrdersToDraft ordersToDraft;

  /**
   * Prepares plans by one guideline.
   *
   * @param canonicals the guideline and the names under which it is published
   */
  public GuidelineCarePlan(Canonicals canonicals) {
    this.canonicals = canonicals;
    this.guideline = canonicals.guideline();
    this.ordersToDraft = new OrdersToDraft(guideline);
  }

  /**
   * Whether a PlanDefinition says anything that can be ordered.
   *
   * @param plan the id of a PlanDefinition
   * @return false for risk groups and order checks
   */
  public boolean canBeApplied(String plan) {
    return plan.equals(canonicals.whole())
        || plan.equals(Canonicals.WORK_UP)
        || guideline.tables().stream().map(DecisionTable::id).anyMatch(plan::equals);
  }

  /**
   * Applies a PlanDefinition.
   *
   * @param plan the id of the whole guideline, of the work-up, or of a treatment table
   * @param patient the assessed patient
   * @return a proposed CarePlan; without activity when there is nothing to order
   */
  public CarePlan of(String plan, AssessedPatient patient) {
    Plan writing = new Plan(patient, canonicals.url("PlanDefinition", plan));
    if (plan.equals(canonicals.whole()) || plan.equals(Canonicals.WORK_UP)) {
      patient.assessment().missingTests().forEach(writing::test);
    }
    options(plan, patient).forEach(writing::option);
    return writing.carePlan();
  }

  private List<OptionAdvice> options(String plan, AssessedPatient patient) {
    Predicate<DecisionTable> asked =
        table -> plan.equals(canonicals.whole()) || plan.equals(table.id());
    Set<String> rules =
        guideline.tables().stream()
            .filter(asked)
            .flatMap(table -> table.rules().stream())
            .map(TreatmentRule::id)
            .collect(Collectors.toSet());
    return patient
        .assessment()
        .treatment()
        .map(advice -> advice.options(OptionAdvice.Status.APPLIES))
        .orElse(List.of())
        .stream()
        .filter(option -> option.rules().stream().anyMatch(rules::contains))
        .toList();
  }

  /** The writing of one plan; an order that several options share is drafted once. */
  private final class Plan {

    private final AssessedPatient patient;
    private final String canonical;
    private final Map<String, Resource> orders = new LinkedHashMap<>();
    private final List<RequestGroupActionComponent> actions = new ArrayList<>();

    Plan(AssessedPatient patient, String canonical) {
      this.patient = patient;
      this.canonical = canonical + '|' + guideline.version();
    }

    void test(WorkUpFinding finding) {
      RequestGroupActionComponent action =
          action(finding.item().id(), finding.item().name(), finding.item().citation());
      action.setDescription(finding.note().orElse("Neither resulted recently enough nor ordered."));
      action.addCode(
          new CodeableConcept(
              canonicals.coding(Canonicals.RULES, finding.item().id(), finding.item().name())));
      draft(
          action,
          finding.item().id(),
          finding.remaining().stream().map(guideline::orderable).toList());
      actions.add(action);
    }

    void option(OptionAdvice advice) {
      TreatmentOption option = advice.option();
      RequestGroupActionComponent action = action(option.id(), option.name(), option.citation());
      action.setDescription(
          "An option of the guideline, for a clinician to choose"
              + Optional.of(option.optional())
                  .filter(optional -> !optional.isEmpty())
                  .map(
                      optional ->
                          "; left open: "
                              + optional.stream()
                                  .map(id -> guideline.orderable(id).text())
                                  .collect(Collectors.joining(", ")))
                  .orElse(""));
      action.addCode(
          new CodeableConcept(canonicals.coding(Canonicals.OPTIONS, option.id(), option.name())));
      for (String rule : advice.rules()) {
        action.addCode(new CodeableConcept(canonicals.coding(Canonicals.RULES, rule, title(rule))));
      }
      draft(action, option.id(), ordersToDraft.of(patient.assessment(), option));
      actions.add(action);
    }

    private String title(String rule) {
      return guideline.tables().stream()
          .flatMap(table -> table.rules().stream())
          .filter(candidate -> candidate.id().equals(rule))
          .map(TreatmentRule::title)
          .findFirst()
          .orElse(rule);
    }

    private RequestGroupActionComponent action(String id, String title, Citation citation) {
      RequestGroupActionComponent action = new RequestGroupActionComponent();
      action.setId(id);
      action.setTitle(title);
      action.addDocumentation(
          new RelatedArtifact()
              .setType(RelatedArtifact.RelatedArtifactType.CITATION)
              .setCitation(guideline.source().label() + ": " + citation.text())
              .setUrl(canonicals.page()));
      return action;
    }

    private void draft(RequestGroupActionComponent action, String id, List<Orderable> drafted) {
      if (drafted.isEmpty()) {
        // An action needs one or the other; there is nothing to refer to (R4, rqg-1).
        action.setResource(
            new Reference()
                .setDisplay(
                    "Nothing is drafted: its orders are there already, or would be mixed with"
                        + " another regimen"));
        return;
      }
      action.setSelectionBehavior(ActionSelectionBehavior.ALL);
      for (Orderable orderable : drafted) {
        Resource order = orders.computeIfAbsent(orderable.id(), unused -> proposed(orderable));
        action
            .addAction()
            .setTitle(orderable.text())
            .setResource(new Reference('#' + order.getIdElement().getIdPart()))
            .setId(id + '.' + orderable.id());
      }
    }

    /** One of several options, drafted on the day of the plan after its own definition. */
    private Resource proposed(Orderable orderable) {
      Resource order = patient.draft(orderable);
      String definition = canonicals.versioned("ActivityDefinition", orderable.id());
      DateTimeType day = new DateTimeType(patient.assessment().record().asOf().toString());
      switch (order) {
        case MedicationRequest medication -> {
          medication.setIntent(MedicationRequest.MedicationRequestIntent.OPTION);
          medication.addInstantiatesCanonical(definition);
          medication.setAuthoredOnElement(day);
        }
        case ServiceRequest service -> {
          service.setIntent(ServiceRequest.ServiceRequestIntent.OPTION);
          service.addInstantiatesCanonical(definition);
          service.setAuthoredOnElement(day);
        }
        default -> throw new IllegalStateException("A draft is of another kind");
      }
      return order;
    }

    CarePlan carePlan() {
      CarePlan plan = new CarePlan();
      plan.addIdentifier(identifier("CarePlan"));
      plan.setStatus(CarePlanStatus.DRAFT);
      plan.setIntent(CarePlanIntent.PROPOSAL);
      plan.addInstantiatesCanonical(canonical);
      plan.setTitle(guideline.source().title());
      plan.setSubject(patient.patient());
      patient.encounter().ifPresent(plan::setEncounter);
      plan.setCreatedElement(new DateTimeType(patient.assessment().record().asOf().toString()));
      patient.leukemia().ifPresent(plan::addAddresses);
      patient.organization().map(Reference::new).ifPresent(plan::addContributor);
      OperationOutcome remarks = RemarksOutcome.of(patient, guideline);
      remarks.setId("remarks");
      plan.addContained(remarks);
      plan.addSupportingInfo(new Reference("#remarks"));
      if (!actions.isEmpty()) {
        plan.addContained(requestGroup());
        orders.values().forEach(plan::addContained);
        plan.addActivity().setReference(new Reference("#request-group"));
      }
      return plan;
    }

    /** The same for the same patient, day and plan, as the answers of an assessment have it. */
    private Identifier identifier(String type) {
      String plan = canonical.substring(canonical.lastIndexOf('/') + 1).replaceFirst("\\|.*", "");
      return new Identifier()
          .setSystem(canonicals.base() + "/identifier/answer")
          .setValue(
              String.join(
                  "/",
                  patient.patientId(),
                  patient.assessment().record().asOf().toString(),
                  type,
                  plan));
    }

    private RequestGroup requestGroup() {
      RequestGroup group = new RequestGroup();
      group.setId("request-group");
      group.addIdentifier(identifier("RequestGroup"));
      group.setStatus(RequestStatus.DRAFT);
      group.setIntent(RequestIntent.PROPOSAL);
      group.addInstantiatesCanonical(canonical);
      group.setSubject(patient.patient());
      patient.encounter().ifPresent(group::setEncounter);
      patient.leukemia().ifPresent(group::addReasonReference);
      actions.forEach(group::addAction);
      return group;
    }
  }
}
