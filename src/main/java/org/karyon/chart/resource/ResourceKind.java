package org.karyon.chart.resource;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A kind of resource that is read.
 *
 * @param <R> the record that it becomes
 */
public final class ResourceKind<R> {

  public static final ResourceKind<Patient> PATIENT = new ResourceKind<>("Patient", Patient::of);
  public static final ResourceKind<Condition> CONDITION =
      new ResourceKind<>("Condition", Condition::of);
  public static final ResourceKind<Observation> OBSERVATION =
      new ResourceKind<>("Observation", Observation::of);
  public static final ResourceKind<DiagnosticReport> DIAGNOSTIC_REPORT =
      new ResourceKind<>("DiagnosticReport", DiagnosticReport::of);
  public static final ResourceKind<Medication> MEDICATION =
      new ResourceKind<>("Medication", Medication::of);
  public static final ResourceKind<MedicationRequest> MEDICATION_REQUEST =
      new ResourceKind<>("MedicationRequest", MedicationRequest::of);
  public static final ResourceKind<MedicationStatement> MEDICATION_STATEMENT =
      new ResourceKind<>("MedicationStatement", MedicationStatement::of);
  public static final ResourceKind<MedicationAdministration> MEDICATION_ADMINISTRATION =
      new ResourceKind<>("MedicationAdministration", MedicationAdministration::of);
  public static final ResourceKind<Procedure> PROCEDURE =
      new ResourceKind<>("Procedure", Procedure::of);
  public static final ResourceKind<ServiceRequest> SERVICE_REQUEST =
      new ResourceKind<>("ServiceRequest", ServiceRequest::of);
  public static final ResourceKind<RequestGroup> REQUEST_GROUP =
      new ResourceKind<>("RequestGroup", RequestGroup::of);
  public static final ResourceKind<CarePlan> CARE_PLAN =
      new ResourceKind<>("CarePlan", CarePlan::of);

  private final String type;
  private final Function<Element, R> of;

  private ResourceKind(String type, Function<Element, R> of) {
    this.type = type;
    this.of = of;
  }

  /**
   * A resource that was read.
   *
   * @param resource what it holds; values that are not valid are left out
   * @param flawed whether there was such a value
   * @param tooLong whether its texts are longer than is read; those beyond are left out
   * @param <R> the record that it became
   */
  public record Read<R>(R resource, boolean flawed, boolean tooLong) {}

  /**
   * The name of the kind.
   *
   * @return the resource type, for example {@code Observation}
   */
  public String type() {
    return type;
  }

  /**
   * Reads a resource.
   *
   * @param resource its JSON
   * @param reference its reference, for example {@code Observation/7}
   * @return what it holds, whatever the JSON is
   */
  public Read<R> read(JsonNode resource, String reference) {
    Element root = Element.root(resource, reference);
    R read = of.apply(root);
    return new Read<>(read, root.isFlawed(), root.isTooLong());
  }

  /**
   * The bare id of a resource.
   *
   * @param resource its JSON
   * @return the id without a type or an address before it; empty when there is none
   */
  public static String id(JsonNode resource) {
    return Element.id(resource);
  }

  @Override
  public String toString() {
    return type;
  }
}
