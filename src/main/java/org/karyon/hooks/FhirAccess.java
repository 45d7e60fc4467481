package org.karyon.hooks;

import java.util.Optional;
import org.karyon.security.AccessToken;
import org.karyon.web.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * Where the client's FHIR server is and what opens it (CDS Hooks 2.0, FHIR Resource Access). Both
 * are optional, and neither is to be trusted before the allow-list has been asked.
 *
 * @param server the {@code fhirServer} as it was sent
 * @param token the token of {@code fhirAuthorization}
 */
record FhirAccess(Optional<String> server, Optional<AccessToken> token) {

  static FhirAccess of(JsonNode body) {
    return new FhirAccess(
        text(body.path("fhirServer"), "fhirServer"), token(body.path("fhirAuthorization")));
  }

  private static Optional<AccessToken> token(JsonNode authorization) {
    if (authorization.isMissingNode() || authorization.isNull()) {
      return Optional.empty();
    }
    if (!authorization.isObject()) {
      throw Refusal.malformed("fhirAuthorization", "'fhirAuthorization' must be an object.");
    }
    String type =
        text(authorization.path("token_type"), "fhirAuthorization.token_type").orElse("Bearer");
    if (!type.equalsIgnoreCase("Bearer")) {
      throw Refusal.malformed(
          "fhirAuthorization.token_type", "'fhirAuthorization.token_type' must be 'Bearer'.");
    }
    String where = "fhirAuthorization.access_token";
    String token =
        text(authorization.path("access_token"), where)
            .orElseThrow(() -> Refusal.required(where, "'%s' is missing.".formatted(where)));
    return Optional.of(
        AccessToken.of(token)
            .orElseThrow(
                () ->
                    Refusal.malformed(
                        where, "'%s' is not a bearer token (RFC 6750).".formatted(where))));
  }

  private static Optional<String> text(JsonNode value, String where) {
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw Refusal.malformed(where, "'%s' must be a text.".formatted(where));
    }
    return Optional.of(value.asString());
  }
}
