package org.karyon.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.facts.DataGap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What travels inside the resources of one kind: it belongs to their patient, unless it names
 * another. Results are read inside results and reports; elsewhere they are named.
 */
final class InsideResources {

  /** Kinds that are about a patient; what else is contained, such as a drug, is about none. */
  private static final Set<String> OF_A_PATIENT =
      Set.of("Observation", "MedicationRequest", "ServiceRequest");

  private static final Set<String> WITH_RESULTS =
      Set.of(ResourceKind.OBSERVATION.type(), ResourceKind.DIAGNOSTIC_REPORT.type());

  private final boolean withResults;
  private final Subject subject;
  private final List<DataGap> gaps = new ArrayList<>();
  private Optional<String> unread = Optional.empty();
  private int unreadCount;
  private boolean broken;

  InsideResources(ResourceKind<?> kind, Subject subject) {
    this.withResults = WITH_RESULTS.contains(kind.type());
    this.subject = subject;
  }

  /**
   * A resource as far as what is inside it is the patient's.
   *
   * @param resource the resource, built
   * @return the same, or a copy without what belongs to somebody else
   */
  JsonNode readable(JsonNode resource) {
    JsonNode contained = resource.path("contained");
    if (contained.isEmpty()) {
      return resource;
    }
    List<JsonNode> kept = new ArrayList<>();
    for (JsonNode inside : contained.isObject() ? List.of(contained) : contained) {
      if (isOfThePatient(inside, resource)) {
        kept.add(inside);
        look(inside, resource);
      }
    }
    if (kept.size() == (contained.isObject() ? 1 : contained.size())) {
      return resource;
    }
    ObjectNode copy = ((ObjectNode) resource).deepCopy();
    ArrayNode others = copy.putArray("contained");
    kept.forEach(others::add);
    return copy;
  }

  private boolean isOfThePatient(JsonNode inside, JsonNode resource) {
    if (!OF_A_PATIENT.contains(type(inside))) {
      return true;
    }
    PatientCompartment whose = PatientCompartment.ofDraft(inside, subject);
    if (whose == PatientCompartment.HOLDS) {
      return true;
    }
    broken |= whose.isUnknown();
    gaps.add(
        new DataGap(
            DataGap.Kind.NOT_READ,
            SafeReference.of(resource),
            whose.message().replace("This resource", "What is inside this resource")));
    return false;
  }

  private void look(JsonNode inside, JsonNode resource) {
    boolean result =
        type(inside).equals(ResourceKind.DIAGNOSTIC_REPORT.type())
            || (type(inside).equals(ResourceKind.OBSERVATION.type()) && !withResults)
            || (WITH_RESULTS.contains(type(inside)) && !inside.path("contained").isEmpty());
    if (result) {
      unreadCount++;
      unread = unread.or(() -> Optional.of(SafeReference.of(resource)));
    }
  }

  private static String type(JsonNode resource) {
    return resource.path("resourceType").asString("");
  }

  /** Whether something was left out, so that the silence of its kind means nothing. */
  boolean isBroken() {
    return broken;
  }

  /** What was left out, and where results stand that are not read. */
  List<DataGap> gaps() {
    List<DataGap> all = new ArrayList<>(gaps);
    unread.ifPresent(
        first ->
            all.add(
                new DataGap(
                    DataGap.Kind.NOT_READ,
                    first,
                    "Results that travel inside resources of this kind are not read (%d here); what"
                            .formatted(unreadCount)
                        + " they say is unknown.")));
    return all;
  }
}
