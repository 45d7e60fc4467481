package org.karyon.hooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Errors as FHIR OperationOutcomes (CDS Hooks 3.0, Returning OperationOutcome). */
final class Outcomes {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Outcomes() {}

  static ResponseEntity<byte[]> of(Refusal refusal) {
    return of(
        refusal.status(), refusal.code(), refusal.where(), String.valueOf(refusal.getMessage()));
  }

  /** Bytes with their type set, so that no Accept header can turn an error into another one. */
  static ResponseEntity<byte[]> of(HttpStatus status, String code, String where, String message) {
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
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsBytes(outcome));
  }
}
