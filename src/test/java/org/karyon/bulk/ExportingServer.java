package org.karyon.bulk;

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

/** An EHR on loopback that exports one file to who has its token. */
public final class ExportingServer implements AutoCloseable {

  private static final String STATUS = "/status/7";

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().gzipDisabled(true));

  /** Exports every resource of the examples, and two lines that are none. */
  public ExportingServer() {
    this(examples());
  }

  /** Exports some lines. */
  public ExportingServer(String lines) {
    server.start();
    server.stubFor(
        get("/fhir/.well-known/smart-configuration")
            .willReturn(json("{'token_endpoint':'%s'}".formatted(at("/token")))));
    token("good");
    server.stubFor(get(urlPathMatching("/fhir/.*export")).willReturn(kickedOff()));
    server.stubFor(delete(STATUS).willReturn(aResponse().withStatus(202)));
    server.stubFor(get("/files/1").willReturn(aResponse().withBody(lines)));
    done();
  }

  private static String examples() {
    List<String> lines = new ArrayList<>(List.of("{broken", "[]"));
    lines.addAll(ExampleFolders.lines());
    return String.join("\n", lines);
  }

  public WireMockServer server() {
    return server;
  }

  public String at(String path) {
    return "http://localhost:" + server.port() + path;
  }

  /** An answer in JSON that is written with single quotes. */
  static ResponseDefinitionBuilder json(String body) {
    return aResponse()
        .withHeader("Content-Type", "application/json")
        .withBody(body.replace('\'', '"'));
  }

  void token(String value) {
    server.stubFor(
        post("/token")
            .willReturn(
                json(
                    "{'access_token':'%s','token_type':'bearer','expires_in':300}"
                        .formatted(value))));
  }

  ResponseDefinitionBuilder kickedOff() {
    return aResponse().withStatus(202).withHeader("Content-Location", at(STATUS));
  }

  /** The export is there at once. */
  public void done() {
    status(manifest());
  }

  /** The same of a kind that is none, to whoever asks for its file. */
  public void open() {
    status(manifest(false, "{'type':'x','url':'%s'}".formatted(at("/files/1"))));
  }

  public ResponseDefinitionBuilder manifest() {
    return manifest(true, "{'type':'Patient','url':'%s'}".formatted(at("/files/1")));
  }

  static ResponseDefinitionBuilder manifest(boolean withToken, String... files) {
    return json(
        "{'transactionTime':'2026-11-23T08:00:00Z','requiresAccessToken':%s,'output':[%s],'error':[]}"
            .formatted(withToken, String.join(",", files)));
  }

  /** The export is at work for as long as nothing else is said. */
  public void atWork() {
    status(aResponse().withStatus(202).withHeader("X-Progress", "half of it"));
  }

  /** How the export stands, from now on. */
  public void status(ResponseDefinitionBuilder... answers) {
    inTurn(STATUS, answers);
    server.resetScenarios();
  }

  /** Answers in turn; the last one stands. */
  void inTurn(String path, ResponseDefinitionBuilder... answers) {
    for (int turn = 0; turn < answers.length; turn++) {
      server.stubFor(
          get(urlPathEqualTo(path))
              .inScenario(path)
              .whenScenarioStateIs(state(turn))
              .willSetStateTo(state(Math.min(turn + 1, answers.length - 1)))
              .willReturn(answers[turn]));
    }
  }

  private static String state(int turn) {
    return turn == 0 ? Scenario.STARTED : "turn " + turn;
  }

  @Override
  public void close() {
    server.stop();
  }
}
