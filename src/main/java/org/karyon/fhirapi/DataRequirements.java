package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;
import org.karyon.fhirapi.knowledge.Canonicals;

/** {@code $data-requirements}: what another engine needs to execute a plan or the library. */
public final class DataRequirements {

  private final NamedArtifacts named;

  DataRequirements(NamedArtifacts named) {
    this.named = named;
  }

  /**
   * What a plan needs.
   *
   * @param id its id, where the operation is called on one
   * @param url its canonical URL otherwise
   * @return a Library of type module-definition
   */
  @Operation(name = "$data-requirements", type = PlanDefinition.class, idempotent = true)
  public Library ofPlan(
      @IdParam(optional = true) @Nullable IdType id,
      @OperationParam(name = "url") @Nullable UriType url) {
    return of(named.named(PlanDefinition.class, id, url, "version", null));
  }

  /**
   * What the library needs.
   *
   * @param id its id, where the operation is called on one
   * @param url its canonical URL otherwise
   * @return a Library of type module-definition
   */
  @Operation(name = "$data-requirements", type = Library.class, idempotent = true)
  public Library ofLibrary(
      @IdParam(optional = true) @Nullable IdType id,
      @OperationParam(name = "url") @Nullable UriType url) {
    return of(named.named(Library.class, id, url, "version", null));
  }

  private Library of(MetadataResource artifact) {
    Library logic = named.byId(Library.class, new IdType("Library", Canonicals.LOGIC));
    Set<String> needed = new LinkedHashSet<>();
    needed.add(logic.getUrl() + '|' + logic.getVersion());
    if (artifact instanceof PlanDefinition plan) {
      definitions(plan.getAction(), needed);
    }
    needed.remove(artifact.getUrl() + '|' + artifact.getVersion());
    Library requirements = new Library();
    requirements.setStatus(PublicationStatus.ACTIVE);
    requirements.setType(
        new CodeableConcept(
            new Coding(
                "http://terminology.hl7.org/CodeSystem/library-type",
                "module-definition",
                "Module Definition")));
    requirements.setParameter(logic.copy().getParameter());
    requirements.setDataRequirement(logic.copy().getDataRequirement());
    needed.forEach(
        url ->
            requirements
                .addRelatedArtifact()
                .setType(RelatedArtifact.RelatedArtifactType.DEPENDSON)
                .setResource(url));
    return requirements;
  }

  private static void definitions(List<PlanDefinitionActionComponent> actions, Set<String> urls) {
    for (PlanDefinitionActionComponent action : actions) {
      if (action.getDefinition() instanceof CanonicalType definition) {
        urls.add(definition.getValue());
      }
      definitions(action.getAction(), urls);
    }
  }
}
