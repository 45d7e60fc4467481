package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.jspecify.annotations.Nullable;
import org.karyon.fhirapi.answers.AssessmentBundle;
import org.karyon.fhirapi.answers.GuidelineCarePlan;
import tools.jackson.databind.JsonNode;

/** The operations on a patient's record. They change nothing and keep nothing. */
public final class Operations {

  private final RequestBodies bodies;
  private final AssessPatient assess;
  private final AssessmentBundle bundles;
  private final GuidelineCarePlan plans;
  private final NamedArtifacts artifacts;
  private final NamedPlan named;
  private final DeclaredParameters declared;
  private final AssessmentLines lines;

  Operations(
      RequestBodies bodies,
      AssessPatient assess,
      AssessmentBundle bundles,
      GuidelineCarePlan plans,
      NamedArtifacts artifacts,
      DeclaredParameters declared) {
    this.bodies = bodies;
    this.assess = assess;
    this.bundles = bundles;
    this.plans = plans;
    this.artifacts = artifacts;
    this.named = new NamedPlan(artifacts);
    this.declared = declared;
    this.lines =
        new AssessmentLines(bodies, assess, bundles, declared.of("assess", Optional.empty()));
  }

  /**
   * Assesses one patient.
   *
   * @param request the request with Parameters or the record
   * @param details the same as the library sees it
   * @return the assessment
   * @throws IOException when the client is gone
   */
  @Operation(name = "$assess", manualRequest = true)
  public Bundle assess(HttpServletRequest request, RequestDetails details) throws IOException {
    OperationInput input =
        OperationInput.of(
            bodies.read(request),
            declared.of("assess", Optional.empty()),
            Handling.isLenient(details));
    return bundles.of(assess.assess("$assess", input, request));
  }

  /**
   * Assesses one patient a line.
   *
   * @param request the request with NDJSON
   * @param response where each line is answered
   */
  @Operation(name = "$assess-batch", manualRequest = true, manualResponse = true)
  public void assessBatch(HttpServletRequest request, HttpServletResponse response) {
    lines.answer(request, response);
  }

  /**
   * Applies a PlanDefinition to one patient (CPG PlanDefinition Apply).
   *
   * @param id the id of the PlanDefinition; on the type the Parameters name it
   * @param request the request with Parameters
   * @param details the same as the library sees it
   * @return the plan
   * @throws IOException when the client is gone
   */
  @Operation(name = "$apply", type = PlanDefinition.class, manualRequest = true)
  public CarePlan apply(
      @IdParam(optional = true) @Nullable IdType id,
      HttpServletRequest request,
      RequestDetails details)
      throws IOException {
    JsonNode body = bodies.read(request);
    if (id == null) {
      return apply(named.of(body), body, request, details);
    }
    List<String> asked = new ArrayList<>();
    body.path("parameter").forEach(p -> asked.add(p.path("name").asString("")));
    DeclaredParameters.ofInstance(asked, "$apply");
    return apply(artifacts.byId(PlanDefinition.class, id), body, request, details);
  }

  private CarePlan apply(
      PlanDefinition plan, JsonNode body, HttpServletRequest request, RequestDetails details) {
    String id = plan.getIdElement().getIdPart();
    if (!plans.canBeApplied(id)) {
      throw FhirFailures.unprocessable(
          IssueType.NOTSUPPORTED,
          "",
          "This PlanDefinition has nothing to order; $assess tells what it says of a patient.");
    }
    OperationInput input =
        OperationInput.of(
            body, declared.of("apply", Optional.of("PlanDefinition")), Handling.isLenient(details));
    return plans.of(id, assess.assess("$apply", input, request));
  }
}
