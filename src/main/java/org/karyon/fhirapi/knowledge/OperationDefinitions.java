package org.karyon.fhirapi.knowledge;

import java.util.List;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationKind;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;

/** What the operations take and give. */
public final class OperationDefinitions {

  /** The id of the definition of {@code $assess}. */
  public static final String ASSESS = "assess";

  /** The id of the definition of {@code $assess-batch}. */
  public static final String ASSESS_BATCH = "assess-batch";

  /** The id of the definition of {@code PlanDefinition/[id]/$apply}. */
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
    return List.of(assess(), assessBatch(), apply());
  }

  private OperationDefinition operation(String id, String code, String title, String description) {
    OperationDefinition operation =
        canonicals.published(new OperationDefinition(), id, title, description);
    operation.setKind(OperationKind.OPERATION);
    operation.setCode(code);
    operation.setAffectsState(false);
    return operation;
  }

  private OperationDefinition assess() {
    OperationDefinition operation =
        operation(
            ASSESS,
            "assess",
            "Assess a patient",
            "What the guideline makes of one patient: GuidanceResponse with the facts and what is"
                + " missing, RiskAssessment, an Observation of the genetic risk, DetectedIssue for"
                + " each order check that has something to say, and Provenance. The record alone"
                + " may be sent instead of Parameters.");
    operation.setSystem(true).setType(false).setInstance(false);
    record(operation);
    in(operation, "draft-orders", "Bundle", 0, "The unsigned orders to check.");
    out(operation, "A Bundle of type collection.", "Bundle");
    return operation;
  }

  private OperationDefinition assessBatch() {
    OperationDefinition operation =
        operation(
            ASSESS_BATCH,
            "assess-batch",
            "Assess many patients",
            "NDJSON in, NDJSON out (application/fhir+ndjson): each line is what $assess takes, a"
                + " Bundle or Parameters, and is answered by one line, a Bundle or an"
                + " OperationOutcome, in the same order and as soon as it is computed.");
    operation.setSystem(true).setType(false).setInstance(false);
    out(operation, "One Bundle or OperationOutcome for each line.", "Bundle");
    return operation;
  }

  private OperationDefinition apply() {
    OperationDefinition operation =
        operation(
            APPLY,
            "apply",
            "Apply the guideline or one of its tables to a patient",
            "After CPG PlanDefinition Apply: a CarePlan with a contained RequestGroup of the"
                + " options that apply and the missing tests, the draft orders, and an"
                + " OperationOutcome with what is unknown.");
    operation.setBase("http://hl7.org/fhir/OperationDefinition/PlanDefinition-apply");
    operation.setSystem(false).setType(false).setInstance(true);
    operation.addResource("PlanDefinition");
    in(operation, "subject", "string", 0, "The patient, such as 'Patient/123'.");
    in(operation, "encounter", "string", 0, "The encounter that orders are drafted in.");
    in(operation, "practitioner", "string", 0, "Who requests the drafted orders.");
    record(operation);
    out(operation, "A CarePlan; nothing is stored.", "CarePlan");
    return operation;
  }

  private static void record(OperationDefinition operation) {
    in(operation, "data", "Bundle", 0, RECORD);
    in(
        operation,
        "dataEndpoint",
        "Endpoint",
        0,
        "A FHIR server that parts of the record missing from 'data' are read from; only one that is"
            + " allowed for this client. Its header 'Authorization: Bearer …' is the token.");
    in(
        operation,
        "as-of",
        "date",
        0,
        "The day on which the record is judged, to replay a decision; today when absent. Results"
            + " dated later are not counted.");
  }

  private static void in(
      OperationDefinition operation, String name, String type, int min, String words) {
    operation
        .addParameter()
        .setName(name)
        .setUse(OperationParameterUse.IN)
        .setMin(min)
        .setMax("1")
        .setDocumentation(words)
        .setType(type);
  }

  private static void out(OperationDefinition operation, String words, String type) {
    operation
        .addParameter()
        .setName("return")
        .setUse(OperationParameterUse.OUT)
        .setMin(1)
        .setMax("1")
        .setDocumentation(words)
        .setType(type);
  }
}
