package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.UriType;
import tools.jackson.databind.JsonNode;

/**
 * The plan that {@code $apply} on the type is asked for: by its URL, or as a resource, which must
 * be one of this server's as it stands here, because no other is carried out.
 */
final class NamedPlan {

  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final List<String> BESIDE_THE_CONTENT = List.of("id", "meta", "text");

  private final NamedArtifacts named;

  NamedPlan(NamedArtifacts named) {
    this.named = named;
  }

  PlanDefinition of(JsonNode body) {
    Optional<String> url = Optional.empty();
    Optional<PlanDefinition> given = Optional.empty();
    for (JsonNode parameter : body.path("parameter")) {
      switch (parameter.path("name").asString("")) {
        case "url" -> url = Optional.of(url(parameter));
        case "planDefinition" -> given = Optional.of(given(parameter.path("resource")));
        default -> {
          // What belongs to the record is looked at elsewhere.
        }
      }
    }
    if (given.isPresent()) {
      PlanDefinition plan = same(given.get());
      url.filter(other -> !plan.equals(named.byUrl(PlanDefinition.class, new UriType(other))))
          .ifPresent(
              other -> {
                throw FhirFailures.invalid(
                    IssueType.INVALID,
                    "url",
                    "'url' and 'planDefinition' name different plans; send one of them.");
              });
      return plan;
    }
    return named.byUrl(
        PlanDefinition.class,
        new UriType(
            url.orElseThrow(
                () ->
                    FhirFailures.invalid(
                        IssueType.REQUIRED,
                        "url",
                        "Name the PlanDefinition by 'url' or 'planDefinition', or call $apply on"
                            + " one."))));
  }

  private static String url(JsonNode parameter) {
    for (String form : new String[] {"valueCanonical", "valueUri", "valueString"}) {
      if (parameter.path(form).isString()) {
        return parameter.path(form).asString();
      }
    }
    throw FhirFailures.invalid(
        IssueType.STRUCTURE, "url", "The parameter 'url' has no value of its type.");
  }

  private static PlanDefinition given(JsonNode resource) {
    try {
      if (resource.path("resourceType").asString("").equals("PlanDefinition")) {
        return FHIR.newJsonParser().parseResource(PlanDefinition.class, resource.toString());
      }
    } catch (DataFormatException broken) {
      throw unreadable();
    }
    throw unreadable();
  }

  private static RuntimeException unreadable() {
    return FhirFailures.invalid(
        IssueType.STRUCTURE,
        "planDefinition",
        "The parameter 'planDefinition' must be a PlanDefinition.");
  }

  private PlanDefinition same(PlanDefinition given) {
    PlanDefinition ours =
        named
            .known(PlanDefinition.class, given.getUrl())
            .orElseThrow(
                () ->
                    FhirFailures.unprocessable(
                        IssueType.NOTSUPPORTED,
                        "planDefinition",
                        "The given PlanDefinition is none of this server's, and no other is"
                            + " carried out here."));
    List<String> differing = new ArrayList<>();
    for (Property property : ours.children()) {
      String name = property.getName();
      List<Base> theirs = given.getNamedProperty(name).getValues();
      if (!BESIDE_THE_CONTENT.contains(name)
          && !Base.compareDeep(property.getValues(), theirs, true)) {
        differing.add(name);
      }
    }
    if (!differing.isEmpty()) {
      throw FhirFailures.unprocessable(
          IssueType.NOTSUPPORTED,
          "planDefinition",
          "The given PlanDefinition has the URL of this server's but differs from it in %s; send it as"
                  .formatted(String.join(", ", differing))
              + " it is read here, or name it by 'url'.");
    }
    return ours;
  }
}
