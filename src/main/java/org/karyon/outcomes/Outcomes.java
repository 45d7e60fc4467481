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
    return of(status, List.of(new Issue(code, where, message)));
  }

  /**
   * One thing that is wrong.
   *
   * @param code the FHIR issue type
   * @param where the path in the request that is meant; empty when it is the request as a whole
   * @param message what is wrong and what to do, without record text
   */
  public record Issue(String code, String where, String message) {}

  /**
   * Several errors as the answer of a controller.
   *
   * @param status the HTTP status
   * @param issues what is wrong
   * @return the answer
   */
  public static ResponseEntity<byte[]> of(HttpStatus status, List<Issue> issues) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(outcome(issues));
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
    response.getOutputStream().write(outcome(List.of(new Issue(code, "", message))));
  }

  private static byte[] outcome(List<Issue> issues) {
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("resourceType", "OperationOutcome");
    outcome.put("issue", issues.stream().map(Outcomes::json).toList());
    return JSON.writeValueAsBytes(outcome);
  }

  private static Map<String, Object> json(Issue issue) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("severity", "error");
    json.put("code", issue.code());
    json.put("details", Map.of("text", issue.message()));
    if (!issue.where().isEmpty()) {
      json.put("expression", List.of(issue.where()));
    }
    return json;
  }
}
