package org.karyon.fhirapi.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.OperationDefinition;

/**
 * What the operations take and give. Each parameter that is taken is declared here, and what is not
 * declared is refused.
 */
public final class OperationDefinitions {

  /** The id of the definition of {@code $assess}. */
  public static final String ASSESS = "assess";

  /** The id of the definition of {@code $assess-batch}. */
  public static final String ASSESS_BATCH = "assess-batch";

  /** The id of the definition of {@code $assess-population}. */
  public static final String ASSESS_POPULATION = "assess-population";

  /** The id of the definition of {@code PlanDefinition/$apply}. */
  public static final String APPLY = "plandefinition-apply";

  private static final String RECORD =
      "The patient's record, as a Bundle of the resources themselves or of search sets. It is taken"
          + " as the whole record: what it does not hold is not there, except where a search set"
          + " says that there is more, or where 'dataEndpoint' is given. The Patient and at least"
          + " one Condition are needed.";

  private final Canonicals canonicals;

  OperationDefinitions(Canonicals canonicals) {
    this.canonicals = canonicals;
  }

  List<OperationDefinition> all() {
    List<OperationDefinition> all = new ArrayList<>();
    all.add(assess());
    all.add(assessBatch());
    all.add(assessPopulation());
    all.add(apply());
    all.add(requirements("PlanDefinition"));
    all.add(requirements("Library"));
    all.addAll(new TerminologyOperations(canonicals).all());
    return all;
  }

  private OperationDefinition assess() {
    return record(
            OperationDraft.of(
                    canonicals,
                    ASSESS,
                    "assess",
                    "Assess a patient",
                    "What the guideline makes of one patient: GuidanceResponse with the facts and"
                        + " what is missing, RiskAssessment, an Observation of the genetic risk,"
                        + " DetectedIssue for each order check that has something to say, and"
                        + " Provenance. The record alone may be sent instead of Parameters.")
                .system())
        .out("Bundle", "A Bundle of type collection.");
  }

  private OperationDefinition assessBatch() {
    return OperationDraft.of(
            canonicals,
            ASSESS_BATCH,
            "assess-batch",
            "Assess many patients",
            "NDJSON in, NDJSON out (application/fhir+ndjson): each line is what $assess takes, a"
                + " Bundle or Parameters, and is answered by one line, a Bundle or an"
                + " OperationOutcome, in the same order and as soon as it is computed.")
        .system()
        .out("Bundle", "One Bundle or OperationOutcome for each line.");
  }

  private OperationDefinition assessPopulation() {
    return OperationDraft.of(
            canonicals,
            ASSESS_POPULATION,
            "assess-population",
            "Assess a server's whole population",
            "The export of a server that the operator named is fetched with the operator's"
                + " credentials, and every patient is assessed. Only asynchronously (Prefer:"
                + " respond-async): Content-Location names where to ask, X-Progress tells how far"
                + " it is, DELETE cancels, and the result is a list of files as of a bulk export:"
                + " GuidanceResponse and RiskAssessment, one a line. Offered where the operator set"
                + " it up.")
        .system()
        .changesState()
        .in(
            "fhirServer",
            "url",
            "Which of the operator's servers; may be left out where there is one.")
        .in("group", "string", "Only the patients of this group of the server, 'Group/7'.")
        .in(
            "as-of",
            "date",
            "The day on which the records are judged; today when absent. Results dated later are"
                + " not counted.")
        .out("OperationOutcome", "The order was taken; the results are fetched from elsewhere.");
  }

  private OperationDefinition apply() {
    return record(
            OperationDraft.of(
                    canonicals,
                    APPLY,
                    "apply",
                    "Apply the guideline or one of its tables to a patient",
                    "After CPG PlanDefinition Apply: a CarePlan with a contained RequestGroup of"
                        + " the options that apply and the missing tests, the draft orders, and an"
                        + " OperationOutcome with what is unknown.")
                .after("PlanDefinition-apply")
                .on("PlanDefinition", true)
                .in("url", "canonical", "Which PlanDefinition, on the type; one of this server's.")
                .in(
                    "planDefinition",
                    "PlanDefinition",
                    "Which PlanDefinition, on the type; one of this server's as it is read here,"
                        + " because no other is carried out."))
        .out("CarePlan", "A CarePlan; nothing is stored.");
  }

  private static OperationDraft record(OperationDraft operation) {
    return operation
        .in("subject", "string", "The patient, such as 'Patient/123', when there are several.")
        .in("encounter", "string", "The encounter that orders are drafted in.")
        .in("practitioner", "string", "Who requests the drafted orders.")
        .in("organization", "string", "For which organization; named as contributor of the plan.")
        .in("data", "Bundle", RECORD)
        .in(
            "prefetchData",
            "BackboneElement",
            "*",
            "Parts of the record under keys ('key', 'data'), beside or instead of 'data'.")
        .in("draft-orders", "Bundle", "The unsigned orders on the screen.")
        .in(
            "dataEndpoint",
            "Endpoint",
            "A FHIR server that parts of the record missing from 'data' are read from; only one"
                + " that is allowed for this client. Its header 'Authorization: Bearer …' is the"
                + " token.")
        .in(
            "as-of",
            "date",
            "The day on which the record is judged, to replay a decision; today when absent."
                + " Results dated later are not counted.");
  }

  private OperationDefinition requirements(String type) {
    return OperationDraft.of(
            canonicals,
            type.toLowerCase(Locale.ROOT) + "-data-requirements",
            "data-requirements",
            "What data a " + type + " needs",
            "A module-definition Library with the parameters of the logic, the kinds of resource"
                + " that Karyon reads them from, and the artifacts that are needed.")
        .after(type + "-data-requirements")
        .on(type, true)
        .in("url", "canonical", "Which " + type + ", on the type.")
        .out("Library", "A Library of type module-definition.");
  }
}
