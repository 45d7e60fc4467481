package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.karyon.fhirapi.answers.AssessmentBundle;

/**
 * Many patients, one a line: each line is read, assessed, answered and forgotten before the next,
 * so that memory holds one patient. A line that cannot be answered is answered by an
 * OperationOutcome and costs itself.
 */
final class AssessmentLines {

  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final int BUFFER = 1 << 16;

  private final RequestBodies bodies;
  private final AssessPatient assess;
  private final AssessmentBundle bundles;

  AssessmentLines(RequestBodies bodies, AssessPatient assess, AssessmentBundle bundles) {
    this.bodies = bodies;
    this.assess = assess;
    this.bundles = bundles;
  }

  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).contains("ndjson")) {
      throw FhirFailures.of(
          415, IssueType.NOTSUPPORTED, "Send " + RequestForm.NDJSON + ", one Bundle a line.");
    }
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(RequestForm.NDJSON);
    InputStream in = new BufferedInputStream(request.getInputStream(), BUFFER);
    OutputStream out = response.getOutputStream();
    ByteArrayOutputStream line = new ByteArrayOutputStream(BUFFER);
    while (readLine(in, line)) {
      if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
        out.write(
            FHIR.newJsonParser()
                .encodeResourceToString(answer(line.toByteArray(), request))
                .getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        out.flush();
      }
      line.reset();
    }
  }

  /** Of a line that is too long only as much is kept as shows that it is. */
  private boolean readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
    int next = in.read();
    if (next < 0) {
      return false;
    }
    while (next >= 0 && next != '\n') {
      if (line.size() <= bodies.maximumBytes()) {
        line.write(next);
      }
      next = in.read();
    }
    return true;
  }

  private IBaseResource answer(byte[] line, HttpServletRequest request) {
    try {
      return bundles.of(
          assess.assess("$assess-batch", OperationInput.of(bodies.json(line)), request));
    } catch (RuntimeException failure) {
      BaseServerResponseException told = UnforeseenFailures.of(failure);
      return told.getOperationOutcome() == null
          ? FhirFailures.outcome(IssueType.EXCEPTION, "", String.valueOf(told.getMessage()))
          : told.getOperationOutcome();
    }
  }
}
