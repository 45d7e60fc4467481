package org.karyon.hooks;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karyon.facts.OrderSelection;
import org.karyon.web.Refusal;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A CDS Hooks service call (CDS Hooks 2.0, Calling a CDS Service); what is not known is ignored.
 *
 * @param hookInstance the client's number of this event, as it was sent
 * @param patientId the patient, a bare id
 * @param userId the user as {@code Type/id}; empty when the client sent none
 * @param encounterId the encounter, a bare id; empty when the client sent none
 * @param draftOrders the unsigned orders; an empty object when there are none
 * @param selection which of them the hook asks about
 * @param prefetch the prefetched parts of the record; an empty object when there are none
 * @param fhirAccess where the client's FHIR server is and what opens it
 */
record HookRequest(
    String hookInstance,
    String patientId,
    Optional<String> userId,
    Optional<String> encounterId,
    JsonNode draftOrders,
    OrderSelection selection,
    JsonNode prefetch,
    FhirAccess fhirAccess) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final Pattern USER = Pattern.compile("[A-Za-z]{1,40}/[A-Za-z0-9.-]{1,64}");

  private static final Pattern REFERENCE =
      Pattern.compile("(?:^|/)([A-Z][A-Za-z]{1,40}/[A-Za-z0-9.-]{1,64})(?:/_history/[^/]+)?$");

  static HookRequest of(JsonNode body, CdsService service, int mostEntries) {
    isNotTooMuch(body, mostEntries);
    String hook = text(body, "hook", "hook");
    if (!hook.equals(service.hook())) {
      throw Refusal.malformed(
          "hook",
          "The service '%s' answers the hook '%s' and no other."
              .formatted(service.id(), service.hook()));
    }
    String hookInstance = text(body, "hookInstance", "hookInstance");
    JsonNode context = body.path("context");
    if (!context.isObject()) {
      throw Refusal.required("context", "'context' is missing or is not an object.");
    }
    String patientId = text(context, "patientId", "context.patientId");
    if (!ID.matcher(patientId).matches()) {
      throw Refusal.malformed(
          "context.patientId", "'context.patientId' must be a bare FHIR id such as '123'.");
    }
    return new HookRequest(
        hookInstance,
        patientId,
        optional(context, "userId", USER, "a reference such as 'Practitioner/123'"),
        optional(context, "encounterId", ID, "a bare FHIR id such as '456'"),
        object(context.path("draftOrders"), "context.draftOrders"),
        selection(context, service),
        object(body.path("prefetch"), "prefetch"),
        FhirAccess.of(body));
  }

  private static void isNotTooMuch(JsonNode body, int mostEntries) {
    long entries =
        body.path("prefetch").valueStream().mapToLong(part -> part.path("entry").size()).sum()
            + body.path("context").path("draftOrders").path("entry").size();
    if (entries > mostEntries) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-costly",
          "prefetch",
          "The request brings %d resources, and at most %d are read; send fewer."
              .formatted(entries, mostEntries));
    }
  }

  /** Clients name a draft by its reference, by an absolute address, or with its version. */
  private static OrderSelection selection(JsonNode context, CdsService service) {
    JsonNode selections = context.path("selections");
    boolean selecting =
        switch (service.moment()) {
          case ORDER_SELECT -> selections.isArray();
          case PATIENT_VIEW, ORDER_SIGN -> false;
        };
    if (!selecting) {
      return new OrderSelection.Every();
    }
    Map<String, String> byAddress = byAddress(context.path("draftOrders"));
    Set<String> references = new LinkedHashSet<>();
    for (JsonNode selected : selections) {
      String address = selected.asString("");
      Matcher reference = REFERENCE.matcher(address);
      references.add(
          reference.find() ? reference.group(1) : byAddress.getOrDefault(address, address));
    }
    return new OrderSelection.Named(references);
  }

  private static Map<String, String> byAddress(JsonNode drafts) {
    Map<String, String> byAddress = new HashMap<>();
    for (JsonNode entry : drafts.path("entry")) {
      JsonNode resource = entry.path("resource");
      String address = entry.path("fullUrl").asString("");
      if (address.isEmpty()) {
        // What is selected by no name must not find the drafts that have none.
        continue;
      }
      byAddress.put(
          address,
          resource.path("resourceType").asString("") + '/' + resource.path("id").asString(""));
    }
    return byAddress;
  }

  private static String text(JsonNode parent, String name, String where) {
    JsonNode value = parent.path(name);
    if (!value.isString() || value.asString().isBlank()) {
      throw Refusal.required(where, "'%s' is missing or is not a text.".formatted(where));
    }
    return value.asString();
  }

  private static Optional<String> optional(
      JsonNode context, String name, Pattern pattern, String shape) {
    JsonNode value = context.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() || !pattern.matcher(value.asString()).matches()) {
      throw Refusal.malformed("context." + name, "'context.%s' must be %s.".formatted(name, shape));
    }
    return Optional.of(value.asString());
  }

  private static JsonNode object(JsonNode value, String where) {
    if (value.isMissingNode() || value.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (!value.isObject()) {
      throw Refusal.malformed(where, "'%s' must be an object.".formatted(where));
    }
    return value;
  }
}
