package org.karyon.demo;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.google.common.base.Suppliers;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The resources of one kind of all example patients. They are parsed when somebody asks for the
 * first of them, because most who start a demo never do.
 */
public final class DemoResources implements IResourceProvider {

  private final FhirContext fhir;
  private final String type;
  private final Supplier<List<Resource>> parsed;

  DemoResources(FhirContext fhir, String type, List<JsonNode> sent) {
    this.fhir = fhir;
    this.type = type;
    this.parsed =
        Suppliers.memoize(
            () -> sent.stream().flatMap(resource -> parsed(fhir, resource).stream()).toList());
  }

  /** One example shows what becomes of resources that are not valid; no server holds them. */
  private static Optional<Resource> parsed(FhirContext fhir, JsonNode resource) {
    IParser parser = fhir.newJsonParser();
    parser.setParserErrorHandler(new LenientErrorHandler(false));
    try {
      return Optional.of((Resource) parser.parseResource(resource.toString()));
    } catch (DataFormatException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return fhir.getResourceDefinition(type).getImplementingClass();
  }

  /**
   * One resource.
   *
   * @param id its id
   * @return the resource
   */
  @Read
  public IBaseResource read(@IdParam IdType id) {
    return parsed.get().stream()
        .filter(resource -> resource.getIdElement().getIdPart().equals(id.getIdPart()))
        .findFirst()
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  /**
   * The resources of a patient, by what the prefetch templates ask for. Other parameters only
   * narrow, and are passed over.
   *
   * @param patient the patient; everybody when left out
   * @param category one of these categories
   * @param code one of these codes
   * @param id one of these ids
   * @return what is found
   */
  @Search(allowUnknownParams = true)
  public IBundleProvider search(
      @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
      @OptionalParam(name = "category") @Nullable TokenOrListParam category,
      @OptionalParam(name = "code") @Nullable TokenOrListParam code,
      @OptionalParam(name = "_id") @Nullable TokenOrListParam id) {
    return new SimpleBundleProvider(
        parsed.get().stream()
            .filter(resource -> patient == null || isOf(resource, patient.getIdPart()))
            .filter(resource -> category == null || has(resource, "category", category))
            .filter(resource -> code == null || has(resource, "code", code))
            .filter(resource -> id == null || isOne(resource, id))
            .toList());
  }

  private static boolean isOf(Resource resource, String patient) {
    return Stream.of("subject", "patient")
        .flatMap(name -> values(resource, name))
        .filter(Reference.class::isInstance)
        .map(Reference.class::cast)
        .anyMatch(reference -> reference.getReference().endsWith("Patient/" + patient));
  }

  private static boolean has(Resource resource, String name, TokenOrListParam wanted) {
    return values(resource, name)
        .filter(CodeableConcept.class::isInstance)
        .map(CodeableConcept.class::cast)
        .flatMap(concept -> concept.getCoding().stream())
        .anyMatch(
            coding ->
                wanted.getValuesAsQueryTokens().stream().anyMatch(token -> matches(token, coding)));
  }

  private static boolean matches(TokenParam token, Coding coding) {
    boolean sameSystem =
        Optional.ofNullable(token.getSystem())
            .filter(system -> !system.isEmpty())
            .map(system -> system.equals(coding.getSystem()))
            .orElse(true);
    return sameSystem && token.getValue().equals(coding.getCode());
  }

  private static boolean isOne(Resource resource, TokenOrListParam wanted) {
    return wanted.getValuesAsQueryTokens().stream()
        .map(TokenParam::getValue)
        .anyMatch(resource.getIdElement().getIdPart()::equals);
  }

  private static Stream<Base> values(Resource resource, String name) {
    return Optional.ofNullable(resource.getNamedProperty(name)).stream()
        .flatMap(property -> property.getValues().stream());
  }
}
