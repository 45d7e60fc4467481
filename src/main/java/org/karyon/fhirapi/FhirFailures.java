package org.karyon.fhirapi;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** The ways in which a FHIR request is refused: what is wrong, where, and what to do. */
final class FhirFailures {

  /** Nobody reads more, and an answer must not be many times the request. */
  private static final int MOST_REFUSALS = 20;

  private static final int LONGEST_NAME = 200;

  private FhirFailures() {}

  static InvalidRequestException invalid(IssueType type, String where, String message) {
    return new InvalidRequestException(message, outcome(type, where, message));
  }

  static UnprocessableEntityException unprocessable(IssueType type, String where, String message) {
    return new UnprocessableEntityException(message, outcome(type, where, message));
  }

  static ResourceNotFoundException notFound(String message) {
    return new ResourceNotFoundException(message, outcome(IssueType.NOTFOUND, "", message));
  }

  static BaseServerResponseException of(int status, IssueType type, String message) {
    UnclassifiedServerFailureException failure =
        new UnclassifiedServerFailureException(status, message);
    failure.setOperationOutcome(outcome(type, "", message));
    return failure;
  }

  /** A part of a request that is refused, and why. */
  record Refusal(String where, String message) {}

  /** The parts that are not supported, so that the client need not find one after the other. */
  static InvalidRequestException notSupported(List<Refusal> all) {
    OperationOutcome whole = new OperationOutcome();
    // A name that is an attack itself is not repeated.
    List<Refusal> refusals =
        all.stream()
            .filter(one -> one.where().length() <= LONGEST_NAME)
            .limit(MOST_REFUSALS)
            .toList();
    if (refusals.isEmpty()) {
      return invalid(
          IssueType.NOTSUPPORTED, "", "A parameter has a name longer than any that there is.");
    }
    refusals.forEach(
        refusal ->
            outcome(IssueType.NOTSUPPORTED, refusal.where(), refusal.message())
                .getIssue()
                .forEach(whole::addIssue));
    return new InvalidRequestException(
        refusals.stream().map(Refusal::message).collect(Collectors.joining(" ")), whole);
  }

  /** What went well, in words. */
  static OperationOutcome note(String message) {
    OperationOutcome note = outcome(IssueType.INFORMATIONAL, "", message);
    note.getIssueFirstRep().setSeverity(IssueSeverity.INFORMATION);
    return note;
  }

  static OperationOutcome outcome(IssueType type, String where, String message) {
    OperationOutcome outcome = new OperationOutcome();
    OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue();
    issue.setSeverity(IssueSeverity.ERROR).setCode(type).getDetails().setText(message);
    // HAPI's client shows this part and no other.
    issue.setDiagnostics(message);
    if (!where.isEmpty()) {
      issue.addExpression(where);
    }
    return outcome;
  }
}
