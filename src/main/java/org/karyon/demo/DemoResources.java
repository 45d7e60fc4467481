package org.karyon.demo;

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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** The resources of one kind of all example patients. */
public final class DemoResources implements IResourceProvider {

  private final Class<? extends Resource> type;
  private final List<Resource> resources;

  DemoResources(Class<? extends Resource> type, List<Resource> resources) {
    this.type = type;
    this.resources = List.copyOf(resources);
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return type;
  }

  /**
   * One resource.
   *
   * @param id its id
   * @return the resource
   */
  @Read
  public IBaseResource read(@IdParam IdType id) {
    return resources.stream()
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
        resources.stream()
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
