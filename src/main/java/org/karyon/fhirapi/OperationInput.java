package org.karyon.fhirapi;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an operation is asked: Parameters, or for {@code $assess} the record alone. The record stays
 * JSON, so that a broken resource costs itself and not the request, as on the hooks.
 *
 * @param subject the patient, a bare id; empty when the record's only Patient is meant
 * @param encounter the encounter, a bare id
 * @param practitioner who requests the drafted orders, as a reference
 * @param organization for which organization, as a reference
 * @param data the record, a Bundle; an empty object when there is none
 * @param draftOrders the unsigned orders, a Bundle; an empty object when there are none
 * @param dataEndpoint where the rest of the record may be read, an Endpoint
 * @param asOf the day on which the record is judged
 */
record OperationInput(
    Optional<String> subject,
    Optional<String> encounter,
    Optional<String> practitioner,
    Optional<String> organization,
    JsonNode data,
    JsonNode draftOrders,
    Optional<JsonNode> dataEndpoint,
    Optional<LocalDate> asOf) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final Pattern REFERENCE =
      Pattern.compile("[A-Z][A-Za-z]{1,40}/[A-Za-z0-9.-]{1,64}");

  /**
   * Reads what an operation is asked.
   *
   * @param declared the parameters that the operation takes
   * @param lenient whether others may be left aside; otherwise they are refused by their names
   */
  static OperationInput of(JsonNode body, Set<String> declared, boolean lenient) {
    return switch (body.path("resourceType").asString("")) {
      case "Bundle" -> record(body);
      case "Parameters" -> {
        OneValue.check(body);
        if (!lenient) {
          List<String> names = new ArrayList<>();
          body.path("parameter").forEach(p -> names.add(p.path("name").asString("")));
          DeclaredParameters.refuse(names, declared, "this operation");
        }
        yield parameters(body);
      }
      default ->
          throw FhirFailures.invalid(
              IssueType.STRUCTURE, "", "Send Parameters with 'data', or the record as a Bundle.");
    };
  }

  private static OperationInput record(JsonNode bundle) {
    return new OperationInput(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ResolvedBundle.of(bundle),
        JsonNodeFactory.instance.objectNode(),
        Optional.empty(),
        Optional.empty());
  }

  private static OperationInput parameters(JsonNode body) {
    return new OperationInput(
        text(body, "subject").map(subject -> id(subject, "Patient", "subject")),
        text(body, "encounter").map(encounter -> id(encounter, "Encounter", "encounter")),
        text(body, "practitioner").map(who -> reference(who, "Practitioner", "practitioner")),
        text(body, "organization").map(who -> reference(who, "Organization", "organization")),
        ResolvedBundle.of(
            resource(body, "data", "Bundle").orElseGet(JsonNodeFactory.instance::objectNode),
            prefetched(body)),
        resource(body, "draft-orders", "Bundle").orElseGet(JsonNodeFactory.instance::objectNode),
        resource(body, "dataEndpoint", "Endpoint"),
        text(body, "as-of").map(OperationInput::day));
  }

  private static Optional<JsonNode> parameter(JsonNode body, String name) {
    Optional<JsonNode> found = Optional.empty();
    for (JsonNode parameter : body.path("parameter")) {
      if (parameter.path("name").asString("").equals(name)) {
        if (found.isPresent()) {
          throw FhirFailures.invalid(
              IssueType.INVALID, name, "The parameter '%s' is there twice.".formatted(name));
        }
        found = Optional.of(parameter);
      }
    }
    return found;
  }

  /** Clients disagree on the type of a reference parameter: string, uri, id or Reference. */
  static Optional<String> text(JsonNode body, String name) {
    Optional<JsonNode> parameter = parameter(body, name);
    if (parameter.isEmpty()) {
      return Optional.empty();
    }
    for (String field :
        new String[] {
          "valueString", "valueUri", "valueUrl", "valueId", "valueDate", "valueDateTime"
        }) {
      if (parameter.get().path(field).isString()) {
        return Optional.of(parameter.get().path(field).asString());
      }
    }
    JsonNode reference = parameter.get().path("valueReference").path("reference");
    if (reference.isString()) {
      return Optional.of(reference.asString());
    }
    throw FhirFailures.invalid(
        IssueType.STRUCTURE, name, "The parameter '%s' has no value of its type.".formatted(name));
  }

  private static Optional<JsonNode> resource(JsonNode body, String name, String type) {
    return parameter(body, name)
        .map(
            parameter -> {
              JsonNode resource = parameter.path("resource");
              if (!resource.path("resourceType").asString("").equals(type)) {
                throw FhirFailures.invalid(
                    IssueType.STRUCTURE,
                    name,
                    "The parameter '%s' must be a %s.".formatted(name, type));
              }
              return resource;
            });
  }

  static String id(String reference, String type, String where) {
    String id =
        reference.startsWith(type + '/') ? reference.substring(type.length() + 1) : reference;
    if (!ID.matcher(id).matches()) {
      throw FhirFailures.invalid(
          IssueType.VALUE,
          where,
          "The parameter '%s' must be a reference such as '%s/123'.".formatted(where, type));
    }
    return id;
  }

  private static String reference(String reference, String type, String where) {
    String whole = reference.contains("/") ? reference : type + '/' + reference;
    if (!REFERENCE.matcher(whole).matches()) {
      throw FhirFailures.invalid(
          IssueType.VALUE,
          where,
          "The parameter '%s' must be a reference such as '%s/123'.".formatted(where, type));
    }
    return whole;
  }

  /** The parts of the record that came under keys, as a client of hooks would send them. */
  private static List<JsonNode> prefetched(JsonNode body) {
    List<JsonNode> parts = new ArrayList<>();
    for (JsonNode parameter : body.path("parameter")) {
      if (parameter.path("name").asString("").equals("prefetchData")) {
        for (JsonNode part : parameter.path("part")) {
          switch (part.path("name").asString("")) {
            case "data" -> parts.add(part.path("resource"));
            case "key" -> {}
            case String other ->
                throw FhirFailures.invalid(
                    IssueType.NOTSUPPORTED,
                    "prefetchData." + other,
                    "The part '%s' of 'prefetchData' is not supported; supported are key and data."
                        .formatted(other));
          }
        }
      }
    }
    return parts;
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException invalid) {
      throw FhirFailures.invalid(
          IssueType.VALUE, "as-of", "The parameter 'as-of' must be a day such as 2026-11-23.");
    }
  }
}
