package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ServerCapabilityStatementProvider;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.fhirapi.knowledge.OperationDefinitions;

/**
 * The capability statement: what the library derives from the methods that answer, so that nothing
 * is claimed that is not there, with the definitions of the operations and the words of the
 * project.
 */
public final class Capability {

  private static final String TERMINOLOGY = "http://hl7.org/fhir/OperationDefinition/";

  private final ServerCapabilityStatementProvider derived;
  private final Canonicals canonicals;
  private final Map<String, String> definitions;

  Capability(RestfulServer server, Canonicals canonicals) {
    this.derived = new ServerCapabilityStatementProvider(server);
    this.canonicals = canonicals;
    this.definitions =
        Map.of(
            "assess", definition(OperationDefinitions.ASSESS),
            "assess-batch", definition(OperationDefinitions.ASSESS_BATCH),
            "apply", definition(OperationDefinitions.APPLY),
            "expand", TERMINOLOGY + "ValueSet-expand",
            "validate-code", TERMINOLOGY + "ValueSet-validate-code",
            "lookup", TERMINOLOGY + "CodeSystem-lookup",
            "translate", TERMINOLOGY + "ConceptMap-translate");
  }

  private String definition(String id) {
    return canonicals.url("OperationDefinition", id);
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
    statement.setUrl(canonicals.base() + "/metadata");
    statement.setVersion(canonicals.guideline().version());
    statement.setName("Karyon");
    statement.setTitle("Karyon: the ALL guideline as FHIR");
    statement.setDateElement(new DateTimeType(canonicals.guideline().source().edition()));
    statement.setPublisher("Karyon");
    statement.setDescription(
        "The guideline for acute lymphoblastic leukemia as knowledge artifacts, and the same"
            + " assessment as on the CDS Hooks services as operations. Nothing is stored.");
    statement.getSoftware().setName("Karyon");
    statement.getImplementation().setDescription("Karyon").setUrl(canonicals.base());
    statement.getRest().forEach(this::complete);
    return statement;
  }

  private void complete(CapabilityStatementRestComponent rest) {
    rest.getSecurity()
        .setCors(true)
        .setDescription(
            "A client signs a token for each call, as for the CDS Hooks services; its scopes are"
                + " those of SMART backend services, such as system/PlanDefinition.rs.")
        .addService(new CodeableConcept().setText("Signed JSON Web Token of the client"));
    rest.getOperation().forEach(this::define);
    rest.getResource().forEach(resource -> resource.getOperation().forEach(this::define));
    rest.getResource().forEach(Capability::plain);
  }

  private void define(CapabilityStatementRestResourceOperationComponent operation) {
    String definition = definitions.get(operation.getName().replace("$", ""));
    if (definition != null) {
      operation.setDefinition(definition);
    }
  }

  private static void plain(CapabilityStatementRestResourceComponent resource) {
    resource.setVersioning(CapabilityStatement.ResourceVersionPolicy.VERSIONED);
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
