package org.karyon.outcomes;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Errors as FHIR OperationOutcomes (CDS Hooks 3.0, Returning OperationOutcome). */
public final class Outcomes {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Outcomes() {}

  /**
   * An error as the answer of a controller: bytes with their type set, so that no Accept header can
   * turn it into another error.
   *
   * @param status the HTTP status
   * @param code the FHIR issue type
   * @param where the path in the request that is meant; empty when it is the request as a whole
   * @param message what is wrong and what to do, without record text
   * @return the answer
   */
  public static ResponseEntity<byte[]> of(
      HttpStatus status, String code, String where, String message) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(outcome(code, where, message));
  }

  /**
   * Writes an error where no controller is reached.
   *
   * @param response the response
   * @param status the HTTP status
   * @param code the FHIR issue type
   * @param message what is wrong and what to do, without record text
   * @throws IOException when the client is gone
   */
  public static void write(
      HttpServletResponse response, HttpStatus status, String code, String message)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(outcome(code, "", message));
  }

  private static byte[] outcome(String code, String where, String message) {
    Map<String, Object> issue = new LinkedHashMap<>();
    issue.put("severity", "error");
    issue.put("code", code);
    issue.put("details", Map.of("text", message));
    if (!where.isEmpty()) {
      issue.put("expression", List.of(where));
    }
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("resourceType", "OperationOutcome");
    outcome.put("issue", List.of(issue));
    return JSON.writeValueAsBytes(outcome);
  }
}
