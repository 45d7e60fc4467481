package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ServerCapabilityStatementProvider;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalReadStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.UriType;
import org.karyon.fhirapi.knowledge.Artifacts;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.fhirapi.search.ArtifactSearch;
import org.karyon.fhirapi.search.SearchParameter;
import org.karyon.release.Release;

/**
 * The capability statement: what the library derives from the methods that answer, with the search
 * parameters, the definitions of the operations and the words of the project.
 */
public final class Capability {

  private final ServerCapabilityStatementProvider derived;
  private final Canonicals canonicals;
  private final Artifacts artifacts;
  private final ArtifactSearch searches;
  private final String base;
  private final Instant since;
  private final Optional<String> tokenEndpoint;

  Capability(
      RestfulServer server,
      Canonicals canonicals,
      Artifacts artifacts,
      ArtifactSearch searches,
      String base,
      Instant since,
      Optional<String> tokenEndpoint) {
    this.tokenEndpoint = tokenEndpoint;
    this.derived = new ServerCapabilityStatementProvider(server);
    this.canonicals = canonicals;
    this.artifacts = artifacts;
    this.searches = searches;
    this.base = base;
    this.since = since;
  }

  /**
   * The statement.
   *
   * @param request the request as it arrived
   * @param details the same as the library sees it
   * @return what this server does
   */
  @Metadata
  public CapabilityStatement statement(HttpServletRequest request, RequestDetails details) {
    CapabilityStatement statement =
        (CapabilityStatement) derived.getServerConformance(request, details);
    statement.setId("karyon");
    // The library's narrative tells its own name.
    statement.setText(null);
    statement.setUrl(canonicals.url("CapabilityStatement", "karyon"));
    statement.setVersion(canonicals.guideline().version());
    statement.setName("Karyon");
    statement.setTitle("Karyon: the ALL guideline as FHIR");
    statement.setDate(Date.from(since));
    statement.setPublisher("Karyon");
    statement.setDescription(
        "The guideline for acute lymphoblastic leukemia as knowledge artifacts, and the same"
            + " assessment as on the CDS Hooks services as operations. Nothing is stored.");
    statement
        .getSoftware()
        .setName("Karyon")
        .setVersion(Release.running().toString())
        .setReleaseDate(null);
    statement
        .getImplementation()
        .setDescription("Karyon with the guideline " + canonicals.guideline().version())
        .setUrl(base);
    statement.getRest().forEach(this::complete);
    return statement;
  }

  private void complete(CapabilityStatementRestComponent rest) {
    rest.getSecurity()
        .setCors(true)
        .setDescription(
            tokenEndpoint.isPresent()
                ? "Access tokens of the site's own authorization server (see"
                    + " .well-known/smart-configuration), or tokens that a client signs itself as"
                    + " for the CDS Hooks services; either with SMART scopes of a system, such as"
                    + " system/PlanDefinition.rs."
                : "A client signs a token as for the CDS Hooks services; its scopes are SMART"
                    + " scopes of a system, such as system/PlanDefinition.rs.");
    if (tokenEndpoint.isPresent()) {
      rest.getSecurity()
          .setService(
              List.of(
                  new CodeableConcept(
                      new Coding(
                          "http://terminology.hl7.org/CodeSystem/restful-security-service",
                          "SMART-on-FHIR",
                          "SMART-on-FHIR"))));
      rest.getSecurity()
          .addExtension()
          .setUrl("http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris")
          .addExtension("token", new UriType(tokenEndpoint.get()));
    }
    // The library tells a method that takes Bundles as a transaction; reads are answered as batch.
    rest.getInteraction().removeIf(i -> i.getCode() == SystemRestfulInteraction.TRANSACTION);
    if (rest.getInteraction().stream()
        .noneMatch(i -> i.getCode() == SystemRestfulInteraction.BATCH)) {
      rest.addInteraction()
          .setCode(SystemRestfulInteraction.BATCH)
          .setDocumentation("Reads and searches; each entry is answered by itself.");
    }
    rest.getOperation().forEach(operation -> define(operation, Optional.empty()));
    rest.getResource().forEach(this::complete);
  }

  private void complete(CapabilityStatementRestResourceComponent resource) {
    resource.setVersioning(CapabilityStatement.ResourceVersionPolicy.VERSIONED);
    resource.setConditionalRead(ConditionalReadStatus.FULLSUPPORT);
    resource.getOperation().forEach(o -> define(o, Optional.of(resource.getType())));
    resource.setSearchParam(new ArrayList<>());
    // The library would say that anything can be included.
    resource.setSearchInclude(new ArrayList<>());
    searches
        .type(resource.getType())
        .ifPresent(
            type -> {
              for (SearchParameter parameter : searches.parameters(type)) {
                resource
                    .addSearchParam()
                    .setName(parameter.name())
                    .setDefinition(parameter.definition())
                    .setType(SearchParamType.valueOf(parameter.kind().name()))
                    .setDocumentation(
                        parameter.meaning()
                            + "; modifiers :"
                            + String.join(", :", parameter.kind().modifiers()));
                if (parameter.kind() == SearchParameter.Kind.REFERENCE) {
                  resource.addSearchInclude(resource.getType() + ':' + parameter.name());
                }
              }
            });
  }

  private void define(
      CapabilityStatementRestResourceOperationComponent operation, Optional<String> type) {
    String code = operation.getName().replace("$", "");
    artifacts.all(OperationDefinition.class).stream()
        .filter(definition -> definition.getCode().equals(code))
        .filter(
            definition ->
                type.isEmpty()
                    || definition.getResource().stream()
                        .anyMatch(resource -> type.get().equals(resource.getValue())))
        .findFirst()
        .ifPresent(definition -> operation.setName(code).setDefinition(definition.getUrl()));
  }

  /**
   * The library tells whose methods are described.
   *
   * @param server the server
   */
  public void setRestfulServer(RestfulServer server) {
    derived.setRestfulServer(server);
  }
}
