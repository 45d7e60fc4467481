package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.karyon.security.AuthorizationServers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells clients where they get their access tokens (SMART App Launch 2, {@code
 * .well-known/smart-configuration}); 404 where the site has no authorization server.
 */
final class SmartConfiguration extends HttpServlet {

  /** The path below the servlet container's root. */
  static final String PATH = "/fhir/.well-known/smart-configuration";

  @Serial private static final long serialVersionUID = 1L;

  private final transient Optional<String> document;

  SmartConfiguration(AuthorizationServers servers) {
    this.document = servers.tokenEndpoint().map(SmartConfiguration::document);
  }

  private static String document(String tokenEndpoint) {
    ObjectNode smart = JsonMapper.shared().createObjectNode();
    smart.put("token_endpoint", tokenEndpoint);
    smart.putArray("grant_types_supported").add("client_credentials");
    smart.putArray("token_endpoint_auth_methods_supported").add("private_key_jwt");
    smart.putArray("token_endpoint_auth_signing_alg_values_supported").add("RS384").add("ES384");
    smart.putArray("scopes_supported").add("system/*.rs");
    smart
        .putArray("capabilities")
        .add("client-confidential-asymmetric")
        .add("permission-v1")
        .add("permission-v2");
    return smart.toString();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    if (document.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      response
          .getWriter()
          .write(
              FhirContext.forR4Cached()
                  .newJsonParser()
                  .encodeResourceToString(
                      FhirFailures.outcome(
                          IssueType.NOTFOUND,
                          "",
                          "No authorization server is configured; clients sign their tokens"
                              + " themselves.")));
      return;
    }
    response.getWriter().write(document.get());
  }
}
