package org.karyon.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.TerminologyCapabilities;
import org.hl7.fhir.r4.model.TerminologyCapabilities.CapabilityStatementKind;
import org.hl7.fhir.r4.model.TerminologyCapabilities.CodeSearchSupport;
import org.karyon.fhirapi.knowledge.Artifacts;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.release.Release;

/**
 * The modes of {@code metadata} (FHIR R4, capabilities): {@code full}, {@code normative} with the
 * kinds that R4 has as normative, and {@code terminology}.
 */
@Interceptor
public final class MetadataModes {

  private static final String METADATA = "metadata";
  private static final Set<String> NORMATIVE =
      Set.of("CodeSystem", "ValueSet", "OperationDefinition");

  private final Canonicals canonicals;
  private final Artifacts artifacts;
  private final String base;
  private final Instant since;

  MetadataModes(Canonicals canonicals, Artifacts artifacts, String base, Instant since) {
    this.canonicals = canonicals;
    this.artifacts = artifacts;
    this.base = base;
    this.since = since;
  }

  private static Optional<String> mode(RequestDetails request) {
    return METADATA.equals(request.getOperation()) || METADATA.equals(request.getRequestPath())
        ? Optional.ofNullable(AskedParameters.of(request).get("mode")).map(values -> values[0])
        : Optional.empty();
  }

  /**
   * Refuses a mode that is not known.
   *
   * @param request the request
   */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
  public void look(RequestDetails request) {
    mode(request)
        .filter(mode -> !Set.of("full", "normative", "terminology").contains(mode))
        .ifPresent(
            unknown -> {
              throw FhirFailures.invalid(
                  IssueType.NOTSUPPORTED,
                  "mode",
                  "'mode' must be one of full, normative, terminology.");
            });
  }

  /**
   * Puts the statement of the mode in place of the whole one.
   *
   * @param request the request
   * @param answer the answer as it would be written
   */
  @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = -1)
  public void answer(RequestDetails request, ResponseDetails answer) {
    if (answer.getResponseResource() instanceof CapabilityStatement whole) {
      switch (mode(request).orElse("full")) {
        case "terminology" -> answer.setResponseResource(terminology());
        case "normative" -> {
          CapabilityStatement normative = whole.copy();
          normative
              .getRest()
              .forEach(
                  rest -> rest.getResource().removeIf(kind -> !NORMATIVE.contains(kind.getType())));
          answer.setResponseResource(normative);
        }
        case String unused -> {}
      }
    }
  }

  private TerminologyCapabilities terminology() {
    TerminologyCapabilities terminology = new TerminologyCapabilities();
    terminology.setId("karyon");
    terminology.setUrl(canonicals.url("TerminologyCapabilities", "karyon"));
    terminology.setVersion(canonicals.guideline().version());
    terminology.setName("Karyon");
    terminology.setTitle("Karyon: the terminology of the ALL guideline");
    terminology.setStatus(PublicationStatus.ACTIVE);
    terminology.setDate(Date.from(since));
    terminology.setPublisher("Karyon");
    terminology.setDescription("The code systems and value sets of the guideline.");
    terminology.setKind(CapabilityStatementKind.INSTANCE);
    terminology.getSoftware().setName("Karyon").setVersion(Release.running().toString());
    terminology.getImplementation().setDescription("Karyon").setUrl(base);
    for (CodeSystem system : artifacts.all(CodeSystem.class)) {
      terminology
          .addCodeSystem()
          .setUri(system.getUrl())
          .addVersion()
          .setCode(system.getVersion())
          .setIsDefault(true)
          .setCompositional(false);
    }
    terminology.setCodeSearch(CodeSearchSupport.ALL);
    terminology.getExpansion().setHierarchical(false).setPaging(true).setIncomplete(true);
    for (String parameter :
        new DeclaredParameters(artifacts).of("expand", Optional.of("ValueSet"))) {
      terminology.getExpansion().addParameter().setName(parameter);
    }
    terminology.getExpansion().setTextFilter("Words that the code or its display contains");
    terminology.getValidateCode().setTranslations(false);
    terminology.getTranslation().setNeedsMap(true);
    return terminology;
  }
}
