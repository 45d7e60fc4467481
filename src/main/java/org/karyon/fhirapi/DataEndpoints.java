package org.karyon.fhirapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.karyon.chart.RecordSource;
import org.karyon.chart.fhir.FhirServers;
import org.karyon.security.AccessToken;
import org.karyon.security.FhirBaseUrl;
import org.karyon.security.FhirServerAllowList;
import org.karyon.security.FhirServersOfCaller;
import tools.jackson.databind.JsonNode;

/**
 * The FHIR server of a {@code dataEndpoint}, under the same allow-list as the hooks: a server that
 * is not on the caller's list is never contacted, and its address is not repeated.
 */
final class DataEndpoints {

  private static final String BEARER = "authorization: bearer ";

  private final FhirServers servers;
  private final FhirServersOfCaller allowed;

  DataEndpoints(FhirServers servers, FhirServersOfCaller allowed) {
    this.servers = servers;
    this.allowed = allowed;
  }

  RecordSource source(JsonNode endpoint, HttpServletRequest caller) {
    FhirServerAllowList list = allowed.of(caller);
    FhirBaseUrl base =
        list.allowed(endpoint.path("address").asString(""))
            .orElseThrow(
                () ->
                    FhirFailures.unprocessable(
                        IssueType.FORBIDDEN,
                        "dataEndpoint.address",
                        "The 'dataEndpoint' is not a FHIR server that this client may name."));
    Optional<AccessToken> token = token(endpoint);
    if (token.isEmpty() && !list.opensWithoutToken(base)) {
      throw FhirFailures.unprocessable(
          IssueType.SECURITY,
          "dataEndpoint.header",
          "The 'dataEndpoint' needs a header 'Authorization: Bearer …' to be read with.");
    }
    return servers.on(base, token, list.peculiarities());
  }

  private static Optional<AccessToken> token(JsonNode endpoint) {
    for (JsonNode header : endpoint.path("header")) {
      String text = header.asString("");
      if (text.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
        return AccessToken.of(text.substring(BEARER.length()).strip());
      }
    }
    return Optional.empty();
  }
}
