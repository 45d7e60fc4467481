package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.karyon.fhirapi.answers.AssessmentBundle;
import org.karyon.fhirapi.answers.GuidelineCarePlan;
import org.karyon.fhirapi.knowledge.Artifacts;

/** The operations on a patient's record. They change nothing and keep nothing. */
public final class Operations {

  private final RequestBodies bodies;
  private final AssessPatient assess;
  private final AssessmentBundle bundles;
  private final GuidelineCarePlan plans;
  private final Artifacts artifacts;
  private final AssessmentLines lines;

  Operations(
      RequestBodies bodies,
      AssessPatient assess,
      AssessmentBundle bundles,
      GuidelineCarePlan plans,
      Artifacts artifacts) {
    this.bodies = bodies;
    this.assess = assess;
    this.bundles = bundles;
    this.plans = plans;
    this.artifacts = artifacts;
    this.lines = new AssessmentLines(bodies, assess, bundles);
  }

  /**
   * Assesses one patient.
   *
   * @param request the request with Parameters or the record
   * @return the assessment
   * @throws IOException when the client is gone
   */
  @Operation(name = "$assess", manualRequest = true)
  public Bundle assess(HttpServletRequest request) throws IOException {
    return bundles.of(assess.assess("$assess", OperationInput.of(bodies.read(request)), request));
  }

  /**
   * Assesses one patient a line.
   *
   * @param request the request with NDJSON
   * @param response where each line is answered
   * @throws IOException when the client is gone
   */
  @Operation(name = "$assess-batch", manualRequest = true, manualResponse = true)
  public void assessBatch(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    lines.answer(request, response);
  }

  /**
   * Applies a PlanDefinition to one patient (CPG PlanDefinition Apply).
   *
   * @param id the id of the PlanDefinition
   * @param request the request with Parameters
   * @return the plan
   * @throws IOException when the client is gone
   */
  @Operation(name = "$apply", type = PlanDefinition.class, manualRequest = true)
  public CarePlan apply(@IdParam IdType id, HttpServletRequest request) throws IOException {
    String plan = id.getIdPart();
    if (artifacts.named(PlanDefinition.class, plan).isEmpty()) {
      throw FhirFailures.notFound("There is no PlanDefinition with this id.");
    }
    if (!plans.canBeApplied(plan)) {
      throw FhirFailures.unprocessable(
          IssueType.NOTSUPPORTED,
          "",
          "This PlanDefinition has nothing to order; $assess tells what it says of a patient.");
    }
    return plans.of(
        plan, assess.assess("$apply", OperationInput.of(bodies.read(request)), request));
  }
}
