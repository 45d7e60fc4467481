package org.karyon.population;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.karyon.ExampleFolders;

/** An EHR on loopback that exports the example patients to who has its token. */
public final class ExportingServer implements AutoCloseable {

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().gzipDisabled(true));

  public ExportingServer() {
    server.start();
    token("good");
    server.stubFor(
        get(urlPathMatching("/fhir/.*export"))
            .willReturn(
                aResponse().withStatus(202).withHeader("Content-Location", at("/status/7"))));
    server.stubFor(delete("/status/7").willReturn(aResponse().withStatus(202)));
    server.stubFor(get("/files/1").willReturn(aResponse().withBody(lines())));
    done();
  }

  public WireMockServer server() {
    return server;
  }

  public String at(String path) {
    return "http://localhost:" + server.port() + path;
  }

  private void token(String value) {
    server.stubFor(
        get("/fhir/.well-known/smart-configuration")
            .willReturn(
                aResponse().withBody("{\"token_endpoint\":\"%s\"}".formatted(at("/token")))));
    server.stubFor(
        post("/token")
            .willReturn(
                aResponse()
                    .withBody(
                        "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":300}"
                            .formatted(value))));
  }

  /** The export is there at once. */
  public void done() {
    status(manifest());
  }

  ResponseDefinitionBuilder manifest() {
    return aResponse()
        .withBody(
            ("{\"transactionTime\":\"2026-11-23T08:00:00Z\",\"requiresAccessToken\":true,"
                    + "\"output\":[{\"type\":\"Patient\",\"url\":\"%s\"}]}")
                .formatted(at("/files/1")));
  }

  /** The export is at work for as long as nothing else is said. */
  public void atWork() {
    status(aResponse().withStatus(202).withHeader("X-Progress", "half of it"));
  }

  /** Answers in turn; the last one stands. */
  void status(ResponseDefinitionBuilder... answers) {
    for (int turn = 0; turn < answers.length; turn++) {
      server.stubFor(
          get(urlPathEqualTo("/status/7"))
              .inScenario("status")
              .whenScenarioStateIs(turn == 0 ? Scenario.STARTED : "turn " + turn)
              .willSetStateTo(
                  answers.length == 1
                      ? Scenario.STARTED
                      : "turn " + Math.min(turn + 1, answers.length - 1))
              .willReturn(answers[turn]));
    }
    server.resetScenarios();
  }

  /** Every resource of the examples, and two lines that are none. */
  private static String lines() {
    List<String> lines = new ArrayList<>(List.of("{broken", "[]"));
    lines.addAll(ExampleFolders.lines());
    return String.join("\n", lines);
  }

  @Override
  public void close() {
    server.stop();
  }
}
