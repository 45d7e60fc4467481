package org.karyon.hooks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.hooks.EhrFhirServer.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.ExampleFolders;
import org.karyon.OnTheDayOfTheExamples;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the client did not hand over is read from its FHIR server, within limits of time, amount and
 * place; every way in which that can fail has its answer.
 */
@Tag("slow")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "karyon.security.http-allowed=true",
      "karyon.fhir.deadline=1500ms",
      "karyon.fhir.maximum-pages=5",
      "karyon.fhir.maximum-entries=500",
      "karyon.fhir.maximum-bytes=1000000"
    })
@ActiveProfiles("demo")
@Import(OnTheDayOfTheExamples.Today.class)
class FhirAccessTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  @AutoClose private static final EhrFhirServer EHR = new EhrFhirServer();
  @AutoClose private static final EhrFhirServer STRANGER = new EhrFhirServer();
  private static final String EMPTY = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void allowed(DynamicPropertyRegistry registry) {
    registry.add("karyon.security.fhir-base-urls", () -> EHR.base() + "," + EHR.origin() + "/slow");
    registry.add("karyon.security.fhir-base-urls-without-token", () -> EHR.origin() + "/open");
  }

  @BeforeEach
  void forget() {
    EHR.wire().resetAll();
    STRANGER.wire().resetAll();
  }

  private static ObjectNode movedIn() throws IOException {
    return EHR.moveIn(ExampleFolders.request("01-ph-positive-induction"));
  }

  private HttpResponse<String> call(ObjectNode request) throws IOException, InterruptedException {
    return HookCall.send(port, request);
  }

  private static String said(HttpResponse<String> response) {
    return JSON.readTree(response.body()).toString();
  }

  @TestFactory
  Stream<DynamicTest> whatIsReadFromTheServerGivesTheSameCardsAsPrefetch() {
    return ExampleFolders.each(example -> givesTheSameCards(ExampleFolders.name(example)));
  }

  private void givesTheSameCards(String name) throws IOException, InterruptedException {
    HttpResponse<String> handedOver = call(ExampleFolders.request(name));
    HttpResponse<String> read = call(EHR.moveIn(ExampleFolders.request(name)));

    assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
    assertThat(withoutIdentities(read.body())).isEqualTo(withoutIdentities(handedOver.body()));
  }

  private static String withoutIdentities(String answer) {
    return answer.replaceAll("\"uuid\":\"[^\"]*\"", "");
  }

  @Test
  void aRequestWithoutPrefetchAndWithoutServerIsAskedForWhatIsNeeded() throws Exception {
    ObjectNode request = movedIn();
    request.remove(List.of("fhirServer", "fhirAuthorization"));

    HttpResponse<String> response = call(request);

    assertThat(response.statusCode()).isEqualTo(412);
    assertThat(said(response)).contains("'patient'").contains("names no 'fhirServer'");
  }

  @Test
  void onlyWhatIsMissingIsAskedFor() throws Exception {
    ObjectNode whole = ExampleFolders.request("01-ph-positive-induction");
    JsonNode prefetch = whole.path("prefetch").deepCopy();
    ObjectNode request = EHR.moveIn(whole);
    request.set("prefetch", ((ObjectNode) prefetch).without("conditions"));

    assertThat(call(request).statusCode()).isEqualTo(200);
    assertThat(EHR.asked()).hasSize(1);
    assertThat(EHR.asked("/fhir/Condition?patient=")).isEqualTo(1);
  }

  @Test
  void nullAndAnEmptyBundleAreAnswersAndAreNotAskedForAgain() throws Exception {
    ObjectNode request = movedIn();
    ObjectNode prefetch = request.putObject("prefetch");
    prefetch.putNull("reports");
    prefetch.set("procedures", JSON.readTree(EMPTY));

    HttpResponse<String> response = call(request);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(EHR.asked("/fhir/DiagnosticReport")).isZero();
    assertThat(EHR.asked("/fhir/Procedure")).isZero();
    assertThat(said(response)).doesNotContain("could not be read");
  }

  @Test
  void aFailureThatTheClientReportsIsNotTriedAgainAndIsSaid() throws Exception {
    ObjectNode request = movedIn();
    request
        .putObject("prefetch")
        .set("reports", JSON.readTree("{\"resourceType\":\"OperationOutcome\",\"issue\":[]}"));

    HttpResponse<String> response = call(request);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(EHR.asked("/fhir/DiagnosticReport")).isZero();
    assertThat(said(response)).contains("the client tried to fetch it and failed");
  }

  @Test
  void aPatientWithoutLeukemiaCostsTwoReads() throws Exception {
    ObjectNode request = movedIn();
    EHR.serveAll("Condition", json(EMPTY));

    HttpResponse<String> response = call(request);

    assertThat(response.body()).isEqualTo("{\"cards\":[]}");
    assertThat(EHR.asked()).hasSize(2);
  }

  /** FA-03, FA-08. */
  @Test
  void everyReadCarriesTheTokenAndAsksForJsonAndNobodyReadsTheCapabilityStatement()
      throws Exception {
    call(movedIn());

    assertThat(EHR.asked()).hasSizeGreaterThan(8);
    for (LoggedRequest read : EHR.asked()) {
      assertThat(read.getUrl()).doesNotContain("metadata");
      assertThat(read.getHeader("Authorization")).isEqualTo("Bearer " + EhrFhirServer.TOKEN);
      assertThat(read.getHeader("Accept")).contains("application/fhir+json");
      assertThat(read.getHeader("Accept-Encoding")).contains("gzip");
      assertThat(read.getHeader("Prefer")).isEqualTo("handling=lenient");
      assertThat(read.getMethod().getName()).isEqualTo("GET");
    }
  }

  @Test
  void aZippedAnswerIsRead() throws Exception {
    ObjectNode request = movedIn();
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(EMPTY.getBytes(StandardCharsets.UTF_8));
    }
    EHR.serveAll(
        "Condition",
        aResponse().withHeader("Content-Encoding", "gzip").withBody(zipped.toByteArray()));

    assertThat(call(request).body()).isEqualTo("{\"cards\":[]}");
  }

  @Test
  void aServerIsReadWithoutATokenOnlyWhereThatIsConfigured() throws Exception {
    ObjectNode request = movedIn();
    request.remove("fhirAuthorization");

    HttpResponse<String> refused = call(request);
    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(said(refused)).contains("no 'fhirAuthorization'");
    assertThat(EHR.asked()).isEmpty();

    request.put("fhirServer", EHR.origin() + "/open");
    call(request);
    assertThat(EHR.asked()).isNotEmpty();
    assertThat(EHR.asked().getFirst().containsHeader("Authorization")).isFalse();
  }

  /** Each way in which a read can fail, with the words that tell of it. */
  private static Map<String, Map.Entry<ResponseDefinitionBuilder, String>> failures() {
    Map<String, Map.Entry<ResponseDefinitionBuilder, String>> failures = new LinkedHashMap<>();
    failures.put("401", Map.entry(aResponse().withStatus(401), "did not accept the token"));
    failures.put("403", Map.entry(aResponse().withStatus(403), "token does not allow"));
    failures.put("404", Map.entry(aResponse().withStatus(404), "does not have it"));
    failures.put("410", Map.entry(aResponse().withStatus(410), "was deleted"));
    failures.put("429", Map.entry(aResponse().withStatus(429), "too busy"));
    failures.put("500", Map.entry(aResponse().withStatus(500), "status 500"));
    failures.put("503", Map.entry(aResponse().withStatus(503), "too busy or unavailable"));
    failures.put("time-out", Map.entry(json(EMPTY).withFixedDelay(3000), "not answer in time"));
    failures.put(
        "slow drip",
        Map.entry(json(EMPTY).withChunkedDribbleDelay(20, 4000), "not answer in time"));
    failures.put(
        "truncated JSON",
        Map.entry(json("{\"resourceType\":\"Bundle\",\"entry\":[{"), "not JSON that can be read"));
    failures.put("malformed JSON", Map.entry(json("{'a':1}"), "not JSON that can be read"));
    failures.put("an empty body", Map.entry(json(""), "FHIR server's answer"));
    failures.put(
        "an HTML error page",
        Map.entry(
            aResponse().withHeader("Content-Type", "text/html").withBody("<html>login</html>"),
            "not JSON that can be read"));
    failures.put(
        "another kind of resource",
        Map.entry(json("{\"resourceType\":\"Group\",\"id\":\"g\"}"), "FHIR server"));
    failures.put(
        "an OperationOutcome",
        Map.entry(
            json("{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\"}]}"),
            "OperationOutcome"));
    failures.put(
        "a redirect to elsewhere",
        Map.entry(
            aResponse().withStatus(302).withHeader("Location", STRANGER.base() + "/Condition"),
            "redirects to another address"));
    failures.put(
        "a redirect without an address", Map.entry(aResponse().withStatus(302), "redirects"));
    failures.put(
        "a connection that breaks off",
        Map.entry(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "the connection"));
    failures.put(
        "garbage", Map.entry(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), "FHIR server"));
    failures.put(
        "bytes that are not gzip",
        Map.entry(json("no gzip").withHeader("Content-Encoding", "gzip"), "could not be unpacked"));
    failures.put(
        "more than is read",
        Map.entry(json("\"" + "x".repeat(1_100_000) + "\""), "larger than is read"));
    return failures;
  }

  @TestFactory
  Stream<DynamicTest> aNeededPartThatCannotBeReadIs412WithItsNameAndTheReason() {
    return eachFailureOf("Condition", 412, "prefetch.conditions");
  }

  @TestFactory
  Stream<DynamicTest> anotherPartThatCannotBeReadIsSaidOnACard() {
    return eachFailureOf("Procedure", 200, "data-gap", "procedures");
  }

  private Stream<DynamicTest> eachFailureOf(String type, int status, String... words) {
    return failures().entrySet().stream()
        .map(
            failure ->
                DynamicTest.dynamicTest(
                    failure.getKey(),
                    () -> {
                      forget();
                      ObjectNode request = movedIn();
                      EHR.serveAll(type, failure.getValue().getKey());
                      HttpResponse<String> response = call(request);

                      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
                      assertThat(said(response))
                          .contains(words)
                          .contains(failure.getValue().getValue())
                          .doesNotContain(EhrFhirServer.TOKEN, EHR.origin(), "login", "Exception");
                      assertThat(STRANGER.asked()).isEmpty();
                    }));
  }

  @Test
  void aPatientWhoIsAnotherOneIsNotTaken() throws Exception {
    ObjectNode request = movedIn();
    EHR.serve(
        "Patient/" + request.path("context").path("patientId").asString(),
        json("{\"resourceType\":\"Patient\",\"id\":\"somebody-else\"}"));

    HttpResponse<String> response = call(request);

    assertThat(response.statusCode()).isEqualTo(412);
    assertThat(said(response)).contains("answered with another resource");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void aServerThatIsBusyForAMomentIsAskedOnceMore(int status) throws Exception {
    ObjectNode request = movedIn();
    String answer =
        EHR.wire().getStubMappings().stream()
            .filter(stub -> String.valueOf(stub.getRequest().getUrl()).contains("/Condition?"))
            .findFirst()
            .orElseThrow()
            .getResponse()
            .getBody();
    EHR.wire()
        .stubFor(
            get(urlPathEqualTo("/fhir/Condition"))
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(status).withHeader("Retry-After", "0"))
                .willSetStateTo("ready"));
    EHR.wire()
        .stubFor(
            get(urlPathEqualTo("/fhir/Condition"))
                .inScenario("busy")
                .whenScenarioStateIs("ready")
                .willReturn(json(answer)));

    assertThat(call(request).statusCode()).isEqualTo(200);
    assertThat(EHR.asked("/fhir/Condition")).isEqualTo(2);
  }

  @Test
  void aServerThatStaysBusyIsAskedTwiceAndNotMore() throws Exception {
    ObjectNode request = movedIn();
    EHR.serveAll("Condition", aResponse().withStatus(503));

    assertThat(call(request).statusCode()).isEqualTo(412);
    assertThat(EHR.asked("/fhir/Condition")).isEqualTo(2);
  }

  @Test
  void aServerThatWantsToBeLeftAloneForLongerThanThereIsTimeIsNotAskedAgain() throws Exception {
    ObjectNode request = movedIn();
    EHR.serveAll("Condition", aResponse().withStatus(503).withHeader("Retry-After", "120"));

    assertThat(call(request).statusCode()).isEqualTo(412);
    assertThat(EHR.asked("/fhir/Condition")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void aRefusalIsNotAskedForAgain(int status) throws Exception {
    ObjectNode request = movedIn();
    EHR.serveAll("Condition", aResponse().withStatus(status));

    call(request);
    assertThat(EHR.asked("/fhir/Condition")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 422, 500, 501})
  void aSearchThatIsRefusedIsAskedForOnceMoreAndSimpler(int status) throws Exception {
    ObjectNode request = movedIn();
    HttpResponse<String> whole = call(request);
    EHR.wire()
        .stubFor(
            get(urlPathEqualTo("/fhir/Condition"))
                .withQueryParam("_count", matching(".*"))
                .willReturn(aResponse().withStatus(status)));
    EHR.serve(
        "Condition?patient=example-01",
        json(
            ExampleFolders.request("01-ph-positive-induction")
                .path("prefetch")
                .path("conditions")
                .toString()));

    HttpResponse<String> simpler = call(request);

    assertThat(withoutIdentities(simpler.body())).isEqualTo(withoutIdentities(whole.body()));
  }

  @Test
  void aSearchIsSimplifiedOnceAndItsRefusalIsThenSaid() throws Exception {
    ObjectNode request = movedIn();
    EHR.serveAll("Condition", aResponse().withStatus(400));

    assertThat(said(call(request))).contains("status 400");
    assertThat(EHR.asked("/fhir/Condition")).isEqualTo(2);
  }

  @Test
  void thePartsAreReadAtTheSameTime() throws Exception {
    ObjectNode request = movedIn();
    EHR.wire().setGlobalFixedDelay(150);
    call(request);
    try {
      long start = System.nanoTime();
      HttpResponse<String> response = call(request);
      Duration taken = Duration.ofNanos(System.nanoTime() - start);

      // Patient and problem list first, everything else in a second round.
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(taken).isLessThan(Duration.ofMillis(9 * 150));
      assertThat(said(response)).doesNotContain("did not answer in time");
    } finally {
      EHR.wire().setGlobalFixedDelay(0);
    }
  }

  @Test
  void allReadsEndByTheDeadline() throws Exception {
    ObjectNode request = movedIn();
    for (String type : List.of("Observation", "DiagnosticReport", "MedicationRequest")) {
      EHR.serveAll(type, json(EMPTY).withFixedDelay(5000));
    }
    long start = System.nanoTime();
    HttpResponse<String> response = call(request);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(3000));
    assertThat(said(response)).contains("did not answer in time");
  }

  private static String page(String id, String next) {
    return """
    {"resourceType":"Bundle","link":[{"relation":"next","url":"%s"}],"entry":[{"resource":
    {"resourceType":"Procedure","id":"%s","status":"completed","subject":{"reference":"Patient/x"},
    "code":{"text":"lumbar puncture"}}}]}\
    """
        .formatted(next, id);
  }

  @Test
  void theNextPageIsReadFromTheSameServer() throws Exception {
    ObjectNode request = movedIn();
    EHR.serveAll("Procedure", json(page("one", EHR.base() + "?page=2")));
    EHR.wire().stubFor(get("/fhir?page=2").willReturn(json(page("two", "Procedure?page=3"))));
    EHR.wire().stubFor(get("/fhir/Procedure?page=3").willReturn(json(EMPTY)));

    assertThat(said(call(request))).doesNotContain("procedures");
    assertThat(EHR.asked("/fhir?page=2")).isEqualTo(1);
    assertThat(EHR.asked("/fhir/Procedure?page=3")).isEqualTo(1);
  }

  /** FA-07: the token never leaves its origin. */
  @Test
  void aNextPageElsewhereIsNotReadAndThePartCountsAsIncomplete() throws Exception {
    ObjectNode request = movedIn();
    EHR.serveAll("Procedure", json(page("one", STRANGER.base() + "?page=2")));

    assertThat(said(call(request))).contains("procedures", "lies on another server");
    assertThat(STRANGER.asked()).isEmpty();
  }

  @Test
  void pagesThatNeverEndAreCutAndThePartCountsAsIncomplete() throws Exception {
    ObjectNode request = movedIn();
    EHR.serveAll("Procedure", json(page("one", EHR.base() + "/Procedure?page=again")));

    assertThat(said(call(request))).contains("procedures", "did not come to an end");
    assertThat(EHR.asked("/fhir/Procedure")).isLessThanOrEqualTo(5);
  }

  /** PF-10. */
  @Test
  void aPageThatTheClientHandedOverIsCompletedFromTheServer() throws Exception {
    ObjectNode whole = ExampleFolders.request("01-ph-positive-induction");
    ObjectNode prefetch = (ObjectNode) whole.path("prefetch").deepCopy();
    ObjectNode request = EHR.moveIn(whole);
    prefetch.set("procedures", JSON.readTree(page("one", EHR.base() + "?page=2")));
    request.set("prefetch", prefetch);
    EHR.wire().stubFor(get("/fhir?page=2").willReturn(json(EMPTY)));

    HttpResponse<String> response = call(request);

    assertThat(said(response)).doesNotContain("incomplete");
    assertThat(EHR.asked()).hasSize(1);
  }

  @Test
  void aPageThatTheClientHandedOverAndThatCannotBeCompletedIsNeverTakenAsTheWhole()
      throws Exception {
    ObjectNode whole = ExampleFolders.request("01-ph-positive-induction");
    ObjectNode prefetch = (ObjectNode) whole.path("prefetch").deepCopy();
    ObjectNode request = EHR.moveIn(whole);
    prefetch.set("procedures", JSON.readTree(page("one", STRANGER.base() + "?page=2")));
    request.set("prefetch", prefetch);

    assertThat(said(call(request))).contains("This part of the record is incomplete");
    assertThat(STRANGER.asked()).isEmpty();
  }

  /** Addresses that only look like the allowed one; a peer fetched whatever it was given. */
  private static List<String> hostile() {
    String port = EHR.origin().substring(EHR.origin().lastIndexOf(':') + 1);
    String here = "localhost:" + port;
    return List.of(
        STRANGER.base(),
        "http://localhost/fhir",
        "https://" + here + "/fhir",
        "HTTP://127.0.0.1:" + port + "/fhir",
        "http://[::1]:" + port + "/fhir",
        "http://2130706433:" + port + "/fhir",
        "http://0x7f000001:" + port + "/fhir",
        "http://0177.0.0.1:" + port + "/fhir",
        "http://127.1:" + port + "/fhir",
        "http://0.0.0.0:" + port + "/fhir",
        "http://user@" + here + "/fhir",
        "http://user:secret@" + here + "/fhir",
        "http://" + here + "@127.0.0.1:" + port + "/fhir",
        "http://" + here + "/fhirx",
        "http://" + here + "/fhi",
        "http://" + here + "/",
        "http://" + here,
        "http://" + here + "/fhir/../admin",
        "http://" + here + "/fhir/..",
        "http://" + here + "/fhir/%2e%2e/admin",
        "http://" + here + "/fhir/..%2fadmin",
        "http://" + here + "/./fhir",
        "http://" + here + "//fhir",
        "http://" + here + "/fhir//x",
        "http://" + here + "/fhir;jsessionid=1",
        "http://" + here + "/fhir?x=1",
        "http://" + here + "/fhir#x",
        "http://" + here + "\\fhir",
        "http://" + here + "/fhir\\..\\admin",
        "http:" + here + "/fhir",
        "//" + here + "/fhir",
        here + "/fhir",
        "http://" + here + ".evil.example/fhir",
        "http://evil.example#" + here + "/fhir",
        "http://evil.example?" + here + "/fhir",
        "http://localhost.:" + port + "/fhir",
        "http://ⓛocalhost:" + port + "/fhir",
        "http://localhost:" + port + "\t/fhir",
        " http://" + here + "/fhir",
        "http://" + here + "/fhir\r\nX-Injected: 1",
        "http://localhost:99999/fhir",
        "http://localhost:/fhir",
        "http://169.254.169.254/latest/meta-data",
        "http://metadata.google.internal/",
        "file:///etc/passwd",
        "ftp://" + here + "/fhir",
        "gopher://" + here + "/fhir",
        "jar:http://" + here + "/fhir!/x",
        "javascript:alert(1)",
        "",
        "x".repeat(5000));
  }

  @TestFactory
  Stream<DynamicTest> aServerThatIsNotOnTheListIsRefusedWithoutAConnection() {
    assertThat(hostile()).hasSizeGreaterThan(30);
    return hostile().stream()
        .map(
            url ->
                DynamicTest.dynamicTest(
                    "'" + url.substring(0, Math.min(60, url.length())) + "'",
                    () -> {
                      forget();
                      ObjectNode request = movedIn();
                      request.put("fhirServer", url);
                      HttpResponse<String> response = call(request);

                      assertThat(response.statusCode()).isEqualTo(412);
                      assertThat(said(response)).contains("not one that this client may name");
                      assertThat(EHR.asked()).isEmpty();
                      assertThat(STRANGER.asked()).isEmpty();
                    }));
  }

  @Test
  void aServerThatIsNotOnTheListDoesNotStopARequestThatBringsItsRecord() throws Exception {
    ObjectNode request = ExampleFolders.request("01-ph-positive-induction");
    request.put("fhirServer", "https://elsewhere.example/fhir");

    assertThat(call(request).statusCode()).isEqualTo(200);
  }

  /** The FHIR API reads from a {@code dataEndpoint} under the same list, in the same way. */
  @Test
  void anAssessmentOverFhirReadsTheRecordFromItsDataEndpoint() throws Exception {
    ObjectNode request = movedIn();
    HttpResponse<String> read = assess(request, EHR.base());
    assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
    assertThat(said(read)).contains("RiskAssessment", "GuidanceResponse", "ageYears");
    assertThat(EHR.asked())
        .hasSizeGreaterThan(8)
        .allSatisfy(
            asked ->
                assertThat(asked.getHeader("Authorization"))
                    .isEqualTo("Bearer " + EhrFhirServer.TOKEN));

    forget();
    HttpResponse<String> refused = assess(request, STRANGER.base());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(STRANGER.asked()).isEmpty();
  }

  private HttpResponse<String> assess(ObjectNode request, String address)
      throws IOException, InterruptedException {
    ObjectNode parameters = JSON.createObjectNode().put("resourceType", "Parameters");
    ArrayNode list = parameters.putArray("parameter");
    list.addObject()
        .put("name", "subject")
        .put("valueString", "Patient/" + request.path("context").path("patientId").asString());
    list.addObject()
        .put("name", "dataEndpoint")
        .putObject("resource")
        .put("resourceType", "Endpoint")
        .put("address", address)
        .putArray("header")
        .add("Authorization: Bearer " + EhrFhirServer.TOKEN);
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:%d/fhir/$assess".formatted(port)))
            .header("Content-Type", "application/fhir+json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(parameters)))
            .build(),
        BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"fhirServer\":7}",
        "{\"fhirAuthorization\":\"x\"}",
        "{\"fhirAuthorization\":{}}",
        "{\"fhirAuthorization\":{\"access_token\":7}}",
        "{\"fhirAuthorization\":{\"access_token\":\"a\\r\\nX-Injected: 1\"}}",
        "{\"fhirAuthorization\":{\"access_token\":\"a\",\"token_type\":\"MAC\"}}"
      })
  void anAuthorizationThatIsMisshapenIsRefusedAndNotRepeated(String part) throws Exception {
    ObjectNode request = movedIn();
    request.setAll((ObjectNode) JSON.readTree(part));

    HttpResponse<String> response = call(request);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(said(response)).contains("fhir").doesNotContain("X-Injected");
    assertThat(EHR.asked()).isEmpty();
  }
}
