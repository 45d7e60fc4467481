package org.karyon.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.OnTheDayOfTheExamples;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever a record, a request or an address holds, in whichever field: none of it is found in the
 * log afterwards, and nothing can begin a line of its own there.
 */
@OnTheDayOfTheExamples
class HostileLogTest {

  private static final String MARK = "Zzyzx91";
  private static final String FORGED = MARK + "\n2026-11-25 ERROR forged \u001b[31m\u202e" + MARK;

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;
  @Autowired private Environment environment;

  private int post(String path, String type, String body) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
    return answer.statusCode();
  }

  /** The values of each name, one name after the other, become what an attacker would write. */
  private static List<String> marked(JsonNode document, String value) {
    Set<String> names = new TreeSet<>();
    collect(document, names);
    List<String> all = new ArrayList<>();
    for (String name : names) {
      JsonNode copy = document.deepCopy();
      mark(copy, name, value);
      all.add(copy.toString());
    }
    return all;
  }

  private static void collect(JsonNode at, Set<String> names) {
    at.propertyStream()
        .filter(property -> !property.getValue().isContainer())
        .forEach(property -> names.add(property.getKey()));
    at.forEach(inside -> collect(inside, names));
  }

  private static void mark(JsonNode at, String name, String value) {
    if (at instanceof ObjectNode object && object.has(name) && !object.get(name).isContainer()) {
      object.put(name, value);
    }
    at.forEach(inside -> mark(inside, name, value));
  }

  private static JsonNode example(String name) throws Exception {
    return JsonMapper.shared()
        .readTree(Files.readAllBytes(Path.of("fhir-examples", name, "request.json")));
  }

  private static void holdsNoMark(StructuredLog log) {
    assertThat(log.lines()).extracting(JsonNode::toString).noneMatch(line -> line.contains(MARK));
  }

  @ParameterizedTest
  @CsvSource({
    "26-contradictions-mrd-unknown-broken",
    "16-t-all-older-orders-before-signing",
    "36-deceased-no-cards"
  })
  void noFieldOfARequestToAHookReachesTheLog(String name) throws Exception {
    JsonNode request = example(name);
    try (StructuredLog log = new StructuredLog(environment)) {
      for (String body : marked(request, FORGED)) {
        post("/cds-services/all-" + request.path("hook").asString(), "application/json", body);
      }
      holdsNoMark(log);
    }
  }

  @Test
  void noFieldOfAnOperationReachesTheLogInJsonOrXml() throws Exception {
    ObjectNode bundle = JsonMapper.shared().createObjectNode().put("resourceType", "Bundle");
    bundle.put("type", "collection");
    ArrayNode entries = bundle.putArray("entry");
    JsonNode prefetch = example("26-contradictions-mrd-unknown-broken").path("prefetch");
    entries.addObject().set("resource", prefetch.path("patient"));
    for (JsonNode part : prefetch) {
      part.path("entry")
          .forEach(entry -> entries.addObject().set("resource", entry.path("resource")));
    }
    try (StructuredLog log = new StructuredLog(environment)) {
      for (String body : marked(bundle, FORGED)) {
        post("/fhir/$assess", "application/fhir+json", body);
      }
      for (String value : List.of(MARK, MARK + "&#10;ERROR forged")) {
        for (String field :
            List.of("id", "birthDate", "gender", "active", "deceasedDateTime", MARK)) {
          post(
              "/fhir/$assess",
              "application/fhir+xml",
              """
              <Bundle xmlns="http://hl7.org/fhir"><type value="collection"/><entry><resource>
              <Patient><id value="p1"/><%s value="%s"/></Patient></resource></entry></Bundle>
              """
                  .formatted(field, value));
        }
      }
      for (String address :
          List.of("CodeSystem/$lookup", "ValueSet/$expand", "ConceptMap/$translate")) {
        for (String type :
            List.of("valueString", "valueDate", "valueDecimal", "valueBoolean", MARK)) {
          post(
              "/fhir/" + address,
              "application/fhir+json",
              "{\"resourceType\":\"Parameters\",\"id\":\"%s\",\"parameter\":[{\"name\":\"code\",\"%s\":\"%s\"}]}"
                  .formatted(MARK, type, MARK));
        }
      }
      post("/fhir/$assess-batch", "application/fhir+ndjson", "{\"" + MARK + "\":}\n" + MARK + "\n");
      holdsNoMark(log);
    }
  }

  @Test
  void noFieldOfFeedbackReachesTheLog() throws Exception {
    JsonNode feedback =
        JsonMapper.shared()
            .readTree(
                """
                {"feedback":[{"card":"4ba5c3c5-8c4b-8a6e-9b1e-1f5a2b3c4d5e","outcome":"overridden",
                 "outcomeTimestamp":"2026-11-25T10:00:00Z","overrideReason":{"reason":{"code":"c",
                 "system":"s","display":"d"},"userComment":"words"},"acceptedSuggestions":[{"id":"x"}]}]}
                """);
    try (StructuredLog log = new StructuredLog(environment)) {
      for (String body : marked(feedback, FORGED)) {
        post("/cds-services/all-patient-view/feedback", "application/json", body);
      }
      holdsNoMark(log);
    }
  }

  @Test
  void noAddressHeaderOrBrokenRequestReachesTheLog() throws Exception {
    List<String> requests =
        List.of(
            "GET /" + MARK + " HTTP/1.1\r\nHost: here\r\n\r\n",
            "GET /fhir/Patient/" + MARK + " HTTP/1.1\r\nHost: here\r\n\r\n",
            "GET /fhir/Patient?identifier=" + MARK + " HTTP/1.1\r\nHost: here\r\n\r\n",
            "GET /\u0001" + MARK + " HTTP/1.1\r\nHost: here\r\n\r\n",
            "GET /{" + MARK + "} HTTP/1.1\r\nHost: here\r\n\r\n",
            "GET /%zz" + MARK + "?%zz=%" + MARK + " HTTP/1.1\r\nHost: here\r\n\r\n",
            "GET /%0aERROR" + MARK + " HTTP/1.1\r\nHost: here\r\n\r\n",
            "GET /cds-services?" + MARK + "=%zz HTTP/1.1\r\nHost: here\r\n\r\n",
            "GET /cds-services HTTP/1.1\r\nHost: " + MARK + "\u0001\r\n\r\n",
            "GET /cds-services HTTP/1.1\r\nHost: here\r\n" + MARK + "\r\n\r\n",
            "GET /cds-services HTTP/1.1\r\nHost: here\r\nCookie: " + MARK + "=\u0001\"\r\n\r\n",
            "GET /cds-services HTTP/1.1\r\nHost: here\r\nContent-Length: " + MARK + "\r\n\r\n",
            "POST /karyotype HTTP/1.1\r\nHost: here\r\nContent-Type: "
                + MARK
                + "\r\nContent-Length: 2\r\n\r\n46",
            "POST /karyotype HTTP/1.1\r\nHost: here\r\nContent-Type: text/plain;charset="
                + MARK
                + "\r\nContent-Length: 2\r\n\r\n46",
            MARK + " / HTTP/1.1\r\nHost: here\r\n\r\n",
            "GET / " + MARK + "\r\nHost: here\r\n\r\n",
            "GET /cds-services HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer "
                + MARK
                + "\r\n\r\n",
            "GET /feedback/report HTTP/1.1\r\nHost: here\r\nAuthorization: Basic "
                + MARK
                + "\r\n\r\n",
            "GET /cds-services HTTP/1.1\r\nHost: here\r\nOrigin: " + MARK + "\r\n\r\n",
            "POST /cds-services/"
                + MARK
                + " HTTP/1.1\r\n"
                + "Host: here\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: 2\r\n\r\n"
                + "{}",
            "POST /cds-services/all-patient-view HTTP/1.1\r\n"
                + "Host: here\r\n"
                + "Content-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + MARK
                + "\r\n");
    try (StructuredLog log = new StructuredLog(environment)) {
      for (String request : requests) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
          socket.setSoTimeout(500);
          socket.getOutputStream().write(request.getBytes(UTF_8));
          socket.getInputStream().read(new byte[4096]);
        } catch (java.io.IOException refused) {
          // A closed connection is an answer as well.
        }
      }
      holdsNoMark(log);
    }
  }

  @Test
  void inPlainTextNothingBeginsALineOfItsOwn() {
    PatternLayout layout = new PatternLayout();
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    layout.setContext(context);
    layout
        .getInstanceConverterMap()
        .put(
            "wEx", org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter::new);
    layout.setPattern(environment.getProperty("logging.pattern.console"));
    layout.start();
    Logger logger = context.getLogger("plain");
    String line =
        layout.doLayout(
            new LoggingEvent(
                "x", logger, Level.WARN, "seen " + FORGED + "\r\u2028\u0085", null, null));

    assertThat(line.strip()).doesNotContain("\n", "\r", "\u001b", "\u202e", "\u2028", "\u0085");
    assertThat(line).contains("seen " + MARK);
  }
}
