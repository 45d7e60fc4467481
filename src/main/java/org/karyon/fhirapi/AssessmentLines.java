package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.karyon.fhirapi.answers.AssessmentBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many patients, one a line: each line is read, assessed, answered and forgotten before the next,
 * so that memory holds one patient. A line that cannot be answered is answered by an
 * OperationOutcome and costs itself.
 */
final class AssessmentLines {

  private static final Logger LOG = LoggerFactory.getLogger(AssessmentLines.class);
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final RequestBodies bodies;
  private final AssessPatient assess;
  private final AssessmentBundle bundles;
  private final Set<String> declared;

  AssessmentLines(
      RequestBodies bodies, AssessPatient assess, AssessmentBundle bundles, Set<String> declared) {
    this.declared = declared;
    this.bodies = bodies;
    this.assess = assess;
    this.bundles = bundles;
  }

  void answer(HttpServletRequest request, HttpServletResponse response) {
    if (AnswerForm.ofBody(String.valueOf(request.getContentType()))
        .filter(AnswerForm.LINES::equals)
        .isEmpty()) {
      throw FhirFailures.of(
          415,
          IssueType.NOTSUPPORTED,
          "Send " + AnswerForm.LINES.type() + ", one Bundle or Parameters a line.");
    }
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(AnswerForm.LINES.type());
    try {
      answer(
          new LineStream(
              request.getInputStream(), bodies.maximumBytes(), LONGEST_WAIT, System::nanoTime),
          response.getOutputStream(),
          request);
    } catch (IOException gone) {
      // Nobody is left to answer, and nothing was kept that would have to be undone.
      return;
    }
  }

  private void answer(LineStream lines, OutputStream out, HttpServletRequest request)
      throws IOException {
    try {
      int number = 0;
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        number++;
        if (!new String(line.get(), StandardCharsets.UTF_8).isBlank()) {
          write(out, answer(line.get(), number, request));
        }
      }
    } catch (LineStream.TooSlow slow) {
      write(
          out,
          FhirFailures.outcome(
              IssueType.TIMEOUT, "", slow.getMessage() + "; what follows was not read."));
    } catch (IOException broken) {
      tellWhoeverIsThere(out, broken);
    }
  }

  /** Where the client is gone there is no more to be done; where it sends no HTTP it is told. */
  private static void tellWhoeverIsThere(OutputStream out, IOException broken) {
    try {
      write(
          out,
          FhirFailures.outcome(
              IssueType.STRUCTURE,
              "",
              "The body could not be read to its end; what follows was not read."));
    } catch (IOException gone) {
      if (broken.getCause() instanceof SocketTimeoutException) {
        LOG.info("A client of $assess-batch did not take its answers any more and was hung up on");
      } else {
        LOG.debug("A client was gone before its lines were answered");
      }
    }
  }

  private static void write(OutputStream out, IBaseResource answer) throws IOException {
    out.write(FHIR.newJsonParser().encodeResourceToString(answer).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
    out.flush();
  }

  private IBaseResource answer(byte[] line, int number, HttpServletRequest request) {
    try {
      return bundles.of(
          assess.assess(
              "$assess-batch", OperationInput.of(bodies.json(line), declared, false), request));
    } catch (RuntimeException failure) {
      BaseServerResponseException told = UnforeseenFailures.of(failure);
      return told.getOperationOutcome() instanceof OperationOutcome outcome
          ? numbered(outcome.copy(), number)
          : FhirFailures.outcome(
              IssueType.EXCEPTION, "", "Line %d: %s".formatted(number, told.getMessage()));
    }
  }

  /** Blank lines count, so that an editor shows the same number. */
  private static OperationOutcome numbered(OperationOutcome outcome, int number) {
    String line = "Line %d: ".formatted(number);
    outcome
        .getIssue()
        .forEach(
            issue -> {
              issue.setDiagnostics(line + issue.getDiagnostics());
              issue.getDetails().setText(line + issue.getDetails().getText());
            });
    return outcome;
  }
}
