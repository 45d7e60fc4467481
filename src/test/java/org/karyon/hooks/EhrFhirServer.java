package org.karyon.hooks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import org.karyon.chart.ChartKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The EHR's FHIR server, with the record of one example patient in it. */
final class EhrFhirServer implements AutoCloseable {

  static final String TOKEN = "some-opaque.token_1";

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

  EhrFhirServer() {
    server.start();
  }

  String base() {
    return origin() + "/fhir";
  }

  String origin() {
    return "http://localhost:" + server.port();
  }

  WireMockServer wire() {
    return server;
  }

  /** Takes the record out of a request and serves it instead; the request then points here. */
  ObjectNode moveIn(ObjectNode request) {
    server.resetAll();
    String patient = request.path("context").path("patientId").asString();
    JsonNode prefetch = request.path("prefetch");
    String hook = request.path("hook").asString();
    for (ChartKey key : Discovery.builtIn().service("all-" + hook).keys()) {
      JsonNode part = prefetch.path(key.name());
      serve(
          key.query(patient),
          json(
              part.isNull() || part.isMissingNode()
                  ? "{\"resourceType\":\"Bundle\"}"
                  : part.toString()));
    }
    request.remove("prefetch");
    request.put("fhirServer", base());
    request
        .putObject("fhirAuthorization")
        .put("access_token", TOKEN)
        .put("token_type", "Bearer")
        .put("expires_in", 300)
        .put("scope", "user/*.rs")
        .put("subject", "karyon");
    return request;
  }

  static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/fhir+json").withBody(body);
  }

  void serve(String query, ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlEqualTo("/fhir/" + query)).willReturn(answer));
  }

  /** Answers every query for one kind of resource, whatever its parameters. */
  void serveAll(String type, ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlPathEqualTo("/fhir/" + type)).willReturn(answer));
  }

  List<LoggedRequest> asked() {
    return server.getServeEvents().getRequests().stream().map(event -> event.getRequest()).toList();
  }

  long asked(String path) {
    return asked().stream().filter(request -> request.getUrl().startsWith(path)).count();
  }

  static ObjectNode read(byte[] request) {
    return (ObjectNode) JsonMapper.shared().readTree(request);
  }

  @Override
  public void close() {
    server.stop();
  }
}
