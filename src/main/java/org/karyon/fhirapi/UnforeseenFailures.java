package org.karyon.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.karyon.chart.ChartUnavailable;
import org.karyon.chart.ForeignPatient;
import org.karyon.outcomes.HungUp;
import org.karyon.outcomes.OutOfMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into an OperationOutcome that repeats nothing of the record. */
@Interceptor
public final class UnforeseenFailures {

  private static final String PARSERS = "ca.uhn.fhir.parser.";
  private static final String ARGUMENTS = "ca.uhn.fhir.rest.server.method.";
  private static final String OURS = "org.karyon.";
  private static final Pattern OPERATION = Pattern.compile("\\$[a-z][a-z-]{1,40}");
  private static final Logger LOG = LoggerFactory.getLogger(UnforeseenFailures.class);

  UnforeseenFailures() {}

  /**
   * The answer to a failure.
   *
   * @param failure what was thrown
   * @return the failure as it is told to the client
   */
  @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
  public BaseServerResponseException told(Throwable failure) {
    // HAPI wraps what a method throws, and so does reflection.
    Throwable cause = failure;
    while (isWrapper(cause) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return of(cause);
  }

  private static boolean isWrapper(Throwable failure) {
    return failure instanceof InternalErrorException
        || failure instanceof InvocationTargetException;
  }

  static BaseServerResponseException of(Throwable failure) {
    return switch (failure) {
      case InvalidRequestException unknown when isUnknown(unknown) ->
          FhirFailures.notFound(
              "There is no such interaction or operation here%s; /fhir/metadata tells what there is."
                  .formatted(operation(unknown)));
      case InvalidRequestException unparsed when isUnparsed(unparsed) -> unreadableBody();
      case BaseServerResponseException known -> plain(known);
      case ChartUnavailable unavailable ->
          FhirFailures.unprocessable(
              IssueType.INCOMPLETE,
              "data",
              "The part '%s' of the record is needed and cannot be had: %s."
                  .formatted(unavailable.key(), unavailable.getMessage()));
      case ForeignPatient foreign ->
          FhirFailures.unprocessable(
              IssueType.INVARIANT, "data", "The Patient resource is not the subject.");
      case RuntimeException parsing when isOfTheBody(parsing) -> unreadableBody();
      case RuntimeException typed when isOfAnArgument(typed) ->
          FhirFailures.invalid(
              IssueType.VALUE, "", "A parameter has a value that is not of its type.");
      default -> unforeseen(failure);
    };
  }

  /** The library's parsers break on some bodies in ways of their own, which are the client's. */
  private static boolean isOfTheBody(Throwable failure) {
    return failure instanceof RuntimeException
        && Arrays.stream(failure.getStackTrace())
            .anyMatch(frame -> frame.getClassName().startsWith(PARSERS));
  }

  /** So do the types of parameters, before any method of this project is called. */
  private static boolean isOfAnArgument(Throwable failure) {
    return (failure instanceof IllegalArgumentException || failure instanceof DataFormatException)
        && Arrays.stream(failure.getStackTrace())
            .map(StackTraceElement::getClassName)
            .takeWhile(name -> !name.startsWith(OURS))
            .anyMatch(name -> name.startsWith(ARGUMENTS));
  }

  private static BaseServerResponseException unreadableBody() {
    return FhirFailures.invalid(
        IssueType.STRUCTURE, "", "The request body is not a FHIR resource that can be read.");
  }

  private static String operation(InvalidRequestException failure) {
    Matcher named = OPERATION.matcher(String.valueOf(failure.getMessage()));
    return named.find() ? " (" + named.group() + ")" : "";
  }

  private static boolean isUnknown(InvalidRequestException failure) {
    return String.valueOf(failure.getMessage()).contains("does not know how to handle");
  }

  /** The library's words on a body that it cannot parse repeat what stands in it. */
  private static boolean isUnparsed(InvalidRequestException failure) {
    return String.valueOf(failure.getMessage()).contains("Failed to parse request body");
  }

  /** What the library refused by itself is told without its numbers. */
  private static BaseServerResponseException plain(BaseServerResponseException known) {
    if (known.getOperationOutcome() == null && known.getStatusCode() >= 400) {
      String message = String.valueOf(known.getMessage()).replaceAll("HAPI-\\d+: ", "");
      IssueType type =
          switch (known.getStatusCode()) {
            case 404, 410 -> IssueType.NOTFOUND;
            case 405, 406, 415 -> IssueType.NOTSUPPORTED;
            default -> IssueType.PROCESSING;
          };
      known.setOperationOutcome(FhirFailures.outcome(type, "", message));
    }
    return known;
  }

  private static BaseServerResponseException unforeseen(Throwable failure) {
    OutOfMemory.endOn(failure);
    if (!HungUp.is(failure)) {
      // The message may quote the record, so only its kind and place are logged.
      StackTraceElement[] trace = failure.getStackTrace();
      LOG.error(
          "Unforeseen {} at {} while answering a FHIR request",
          failure.getClass().getName(),
          trace.length == 0 ? "an unknown place" : trace[0]);
    }
    String message = "The service failed on this request. No advice was computed.";
    return new InternalErrorException(
        message, FhirFailures.outcome(IssueType.EXCEPTION, "", message));
  }
}
