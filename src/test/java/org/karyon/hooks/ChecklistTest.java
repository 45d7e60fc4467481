package org.karyon.hooks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.karyon.ExampleFolders;
import org.karyon.Loopback;
import org.karyon.OnTheDayOfTheExamples;
import org.karyon.chart.ChartKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What CDS Hooks 2.0 and 3.0 ask of a service, item by item as numbered in docs/conformance.md; the
 * items on signed tokens are in ClientAuthenticationTest.
 */
@Tag("slow")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"karyon.security.http-allowed=true", "karyon.fhir.deadline=1s"})
@ActiveProfiles("demo")
@Import(OnTheDayOfTheExamples.Today.class)
class ChecklistTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  @AutoClose private static final EhrFhirServer EHR = new EhrFhirServer();
  private static final String FIRST = "01-ph-positive-induction";
  private static final List<JsonNode> CARDS = new ArrayList<>();

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;
  @Autowired private JdbcClient database;

  @DynamicPropertySource
  static void allowed(DynamicPropertyRegistry registry) {
    registry.add("karyon.security.fhir-base-urls", EHR::base);
  }

  private HttpResponse<String> call(ObjectNode request) {
    return HookCall.send(port, request);
  }

  private HttpResponse<String> post(String path, String body) {
    return Loopback.post(port, path, "application/json", body);
  }

  private List<JsonNode> cards(ObjectNode request) throws IOException, InterruptedException {
    HttpResponse<String> response = call(request);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body()).path("cards").valueStream().toList();
  }

  /** Answered once, because many items look at the same cards. */
  private List<JsonNode> cardsOfAllExamples() throws IOException, InterruptedException {
    if (CARDS.isEmpty()) {
      for (String name : ExampleFolders.names()) {
        CARDS.addAll(cards(ExampleFolders.request(name)));
      }
    }
    assertThat(CARDS).hasSizeGreaterThan(40);
    return CARDS;
  }

  private static List<ChartKey> keys() {
    return Discovery.builtIn().services().stream()
        .flatMap(service -> service.keys().stream())
        .toList();
  }

  @Test
  @DisplayName("PF-01 a template is a read or a search of one kind, relative to the server")
  void templatesAreReadsOrSearches() {
    for (ChartKey key : keys()) {
      assertThat(key.template()).matches("[A-Z][A-Za-z]+(/\\{\\{context\\.patientId}}|\\?\\S+)");
    }
  }

  @Test
  @DisplayName("PF-02 a token is delimited by braces and names a field of the context")
  void tokensNameTheContext() {
    Pattern token = Pattern.compile("\\{\\{([^}]*)}}");
    for (ChartKey key : keys()) {
      Matcher tokens = token.matcher(key.template());
      assertThat(tokens.find()).as(key.template()).isTrue();
      do {
        assertThat(tokens.group(1)).isEqualTo("context.patientId");
      } while (tokens.find());
    }
  }

  @Test
  @DisplayName("PF-03 only primitive fields at the root of the context are tokens")
  void tokensAreAtTheRoot() {
    assertThat(keys())
        .allSatisfy(
            key ->
                assertThat(key.template())
                    .doesNotContain("draftOrders", "selections", "context.patientId."));
  }

  @Test
  @DisplayName("PF-05 only the widely supported subset of search is used")
  void searchesStayInTheSubset() {
    for (ChartKey key : keys()) {
      if (!key.isRead()) {
        for (String parameter : key.template().split("\\?", 2)[1].split("&", -1)) {
          assertThat(parameter.split("=", 2)[0])
              .isIn("patient", "category", "code", "effective-time", "_count");
        }
      }
    }
  }

  @Test
  @DisplayName("PF-06 no include, chain, modifier or reverse chain is used")
  void nothingBeyondTheSubset() {
    assertThat(keys())
        .allSatisfy(
            key ->
                assertThat(key.template().replace("{{context.patientId}}", ""))
                    .doesNotContain("_include", "_revinclude", "_has", ":not", ":text")
                    .doesNotMatch(".*[?&][^=]*\\..*"));
  }

  @Test
  @DisplayName("PF-07 nothing is asked to be sorted")
  void nothingIsSorted() {
    assertThat(keys()).allSatisfy(key -> assertThat(key.template()).doesNotContain("_sort"));
  }

  @Test
  @DisplayName("PF-08 no template relies on FHIRPath")
  void noFhirPath() {
    assertThat(keys())
        .allSatisfy(key -> assertThat(key.template()).doesNotContain("today()", "ofType", "%"));
  }

  @Test
  @DisplayName("PF-10 a page with a next link is followed or counts as incomplete")
  void aPageIsNotTheWhole() throws Exception {
    ObjectNode request = ExampleFolders.request(FIRST);
    ((ObjectNode) request.path("prefetch").path("reports"))
        .putArray("link")
        .addObject()
        .put("relation", "next")
        .put("url", "https://elsewhere.example/next");
    assertThat(call(request).body()).contains("This part of the record is incomplete");
  }

  @Test
  @DisplayName("PF-11 data is asked for narrowly, except where labels cannot be relied on")
  void dataIsAskedForNarrowly() {
    for (ChartKey key : keys()) {
      boolean narrow =
          key.isRead()
              || key.template().matches(".*(category|code|status|_count)=.*")
              || Set.of("conditions", "procedures").contains(key.name());
      assertThat(narrow).as(key.name()).isTrue();
    }
  }

  @Test
  @DisplayName("PFC-01 what is missing among the received keys is noticed and fetched")
  void missingKeysAreFetched() throws Exception {
    ObjectNode whole = ExampleFolders.request(FIRST);
    ObjectNode prefetch = (ObjectNode) whole.path("prefetch").deepCopy();
    ObjectNode request = EHR.moveIn(whole);
    request.set("prefetch", prefetch.without("laboratory"));
    assertThat(call(request).body()).doesNotContain("could not be read");
    assertThat(EHR.asked()).hasSize(1);
  }

  @Test
  @DisplayName("PFC-02 412 when needed data can neither be received nor fetched")
  void neededDataThatCannotBeHadIs412() throws Exception {
    ObjectNode request = ExampleFolders.request(FIRST);
    request.remove("prefetch");
    assertThat(call(request).statusCode()).isEqualTo(412);
    ObjectNode forbidden = EHR.moveIn(ExampleFolders.request(FIRST));
    EHR.serveAll("Condition", aResponse().withStatus(403));
    assertThat(call(forbidden).statusCode()).isEqualTo(412);
  }

  @Test
  @DisplayName("PFC-03 no 412 when data was received and there is none")
  void noDataIsNo412() throws Exception {
    ObjectNode request = ExampleFolders.request(FIRST);
    ObjectNode prefetch = request.putObject("prefetch");
    keys().forEach(key -> prefetch.putNull(key.name()));
    prefetch.set("patient", ExampleFolders.request(FIRST).path("prefetch").path("patient"));
    assertThat(call(request).body()).isEqualTo("{\"cards\":[]}");
  }

  @Test
  @DisplayName("PFC-04 an optional key that is missing is said and counts as unknown")
  void optionalKeysDegrade() throws Exception {
    ObjectNode request = ExampleFolders.request(FIRST);
    ((ObjectNode) request.path("prefetch")).remove("laboratory");
    HttpResponse<String> response = call(request);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("laboratory", "counts as unknown");
  }

  @Test
  @DisplayName("PFC-05 prefetch, the FHIR server and a mix of both give the same cards")
  void anySourceWillDo() throws Exception {
    String fromPrefetch = plain(call(ExampleFolders.request(FIRST)).body());
    assertThat(plain(call(EHR.moveIn(ExampleFolders.request(FIRST))).body()))
        .isEqualTo(fromPrefetch);
  }

  private static String plain(String body) {
    return body.replaceAll("\"uuid\":\"[^\"]*\"", "");
  }

  @Test
  @DisplayName("PFC-06 null, an OperationOutcome and an empty Bundle break nothing")
  void oddValuesBreakNothing() throws Exception {
    for (String value :
        List.of(
            "null",
            "{\"resourceType\":\"OperationOutcome\"}",
            "{\"resourceType\":\"Bundle\"}",
            "{\"resourceType\":\"Bundle\",\"entry\":null}",
            "[]",
            "\"text\"",
            "7")) {
      ObjectNode request = ExampleFolders.request(FIRST);
      ((ObjectNode) request.path("prefetch")).set("reports", JSON.readTree(value));
      assertThat(call(request).statusCode()).as(value).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("FA-02 the server is only read where both server and token are given")
  void noTokenNoReading() throws Exception {
    ObjectNode request = EHR.moveIn(ExampleFolders.request(FIRST));
    request.remove("fhirAuthorization");
    assertThat(call(request).statusCode()).isEqualTo(412);
    assertThat(EHR.asked()).isEmpty();
  }

  @Test
  @DisplayName("FA-03 every FHIR call carries the token")
  void everyCallCarriesTheToken() throws Exception {
    call(EHR.moveIn(ExampleFolders.request(FIRST)));
    assertThat(EHR.asked())
        .isNotEmpty()
        .allSatisfy(
            read ->
                assertThat(read.getHeader("Authorization"))
                    .isEqualTo("Bearer " + EhrFhirServer.TOKEN));
  }

  @Test
  @DisplayName("FA-04 the token is transient: another request does not profit from it")
  void theTokenIsTransient() throws Exception {
    call(EHR.moveIn(ExampleFolders.request(FIRST)));
    ObjectNode second = EHR.moveIn(ExampleFolders.request(FIRST));
    second.withObject("/fhirAuthorization").put("access_token", "second");
    call(second);
    assertThat(EHR.asked())
        .isNotEmpty()
        .allSatisfy(read -> assertThat(read.getHeader("Authorization")).isEqualTo("Bearer second"));
  }

  @Test
  @DisplayName("FA-05 scopes of either syntax are a hint; a 403 is survived")
  void scopesAreAHint() throws Exception {
    for (String scope : List.of("user/Patient.read", "user/Patient.rs", "nonsense", "")) {
      ObjectNode request = EHR.moveIn(ExampleFolders.request(FIRST));
      request.withObject("/fhirAuthorization").put("scope", scope);
      EHR.serveAll("Procedure", aResponse().withStatus(403));
      HttpResponse<String> response = call(request);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("the token does not allow reading it");
    }
  }

  @Test
  @DisplayName("FA-07 a server that is not on the list is never contacted")
  void strangersAreNotContacted() throws Exception {
    ObjectNode request = EHR.moveIn(ExampleFolders.request(FIRST));
    request.put("fhirServer", EHR.origin() + "/other");
    assertThat(call(request).statusCode()).isEqualTo(412);
    assertThat(EHR.asked()).isEmpty();
  }

  @Test
  @DisplayName("FA-08 reads are parallel, end by one deadline and ask for no capability statement")
  void readsEndByOneDeadline() throws Exception {
    ObjectNode request = EHR.moveIn(ExampleFolders.request(FIRST));
    EHR.serveAll("Observation", EhrFhirServer.json("{}").withFixedDelay(4000));
    EHR.serveAll("Procedure", EhrFhirServer.json("{}").withFixedDelay(4000));
    long start = System.nanoTime();
    assertThat(call(request).statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2500));
    assertThat(EHR.asked()).noneMatch(read -> read.getUrl().contains("metadata"));
  }

  @Test
  @DisplayName("RES-01 success is 200 with an array of cards")
  void successIs200WithCards() throws Exception {
    HttpResponse<String> response = call(ExampleFolders.request(FIRST));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(response.body()).path("cards").isArray()).isTrue();
  }

  @Test
  @DisplayName("RES-02 nothing to say is 200 with an empty array")
  void nothingToSayIsAnEmptyArray() throws Exception {
    assertThat(call(ExampleFolders.request("25-chronic-myeloid-leukemia-no-cards")).body())
        .isEqualTo("{\"cards\":[]}");
  }

  @Test
  @DisplayName("RES-03 what cannot be answered is 4xx")
  void whatCannotBeAnsweredIs4xx() throws Exception {
    assertThat(post("/cds-services/all-patient-view", "{}").statusCode()).isEqualTo(400);
    assertThat(post("/cds-services/none", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("CARD-01 every card has its uuid, summary, indicator and source, and says why")
  void everyCardIsComplete() throws Exception {
    Set<String> seen = new HashSet<>();
    for (JsonNode card : cardsOfAllExamples()) {
      assertThat(seen.add(UUID.fromString(card.path("uuid").asString()).toString())).isTrue();
      assertThat(card.path("summary").asString()).isNotBlank().hasSizeLessThan(140);
      assertThat(card.path("indicator").asString()).isIn("info", "warning", "critical");
      assertThat(card.path("source").path("label").asString()).isNotBlank();
      assertThat(card.path("source").path("topic").path("code").asString()).isNotBlank();
      assertThat(card.path("source").path("topic").path("system").asString()).isNotBlank();
      assertThat(card.path("detail").asString()).isNotBlank().doesNotContain("<script");
    }
  }

  @Test
  @DisplayName("CARD-02 suggestions come with a selection behaviour, and never without")
  void suggestionsComeWithABehaviour() throws Exception {
    for (JsonNode card : cardsOfAllExamples()) {
      assertThat(card.has("selectionBehavior")).isEqualTo(card.has("suggestions"));
      if (card.has("suggestions")) {
        assertThat(card.path("selectionBehavior").asString()).isIn("any", "at-most-one");
      }
    }
  }

  @Test
  @DisplayName("CARD-03 override reasons have code, system and display")
  void overrideReasonsAreWhole() throws Exception {
    List<JsonNode> reasons =
        cardsOfAllExamples().stream()
            .flatMap(card -> card.path("overrideReasons").valueStream())
            .toList();
    assertThat(reasons)
        .isNotEmpty()
        .allSatisfy(
            reason -> assertThat(reason.propertyNames()).contains("code", "system", "display"));
  }

  @Test
  @DisplayName("CARD-04 links are absolute and carry no context")
  void linksAreAbsolute() throws Exception {
    for (JsonNode card : cardsOfAllExamples()) {
      for (JsonNode link : card.path("links")) {
        assertThat(link.path("type").asString()).isEqualTo("absolute");
        assertThat(URI.create(link.path("url").asString()).isAbsolute()).isTrue();
        assertThat(link.has("appContext")).isFalse();
      }
    }
  }

  @Test
  @DisplayName("ACT-01 an action has type and description, and what its type needs")
  void actionsAreWhole() throws Exception {
    int actions = 0;
    for (JsonNode card : cardsOfAllExamples()) {
      for (JsonNode suggestion : card.path("suggestions")) {
        for (JsonNode action : suggestion.path("actions")) {
          actions++;
          assertThat(action.path("description").asString()).isNotBlank();
          switch (action.path("type").asString()) {
            case "create", "update" -> assertThat(action.path("resource").isObject()).isTrue();
            case "delete" ->
                assertThat(action.path("resourceId").asString()).matches("[A-Za-z]+/.+");
            default -> throw new AssertionError(action.toString());
          }
        }
      }
    }
    assertThat(actions).isPositive();
  }

  @Test
  @DisplayName("ACT-02 a suggestion without actions does not carry an empty array")
  void noEmptyActions() throws Exception {
    for (JsonNode card : cardsOfAllExamples()) {
      for (JsonNode suggestion : card.path("suggestions")) {
        assertThat(suggestion.path("actions").isEmpty()).isEqualTo(!suggestion.has("actions"));
      }
    }
  }

  @Test
  @DisplayName("ACT-03 no system action is ever sent")
  void noSystemActions() throws Exception {
    assertThat(JSON.readTree(call(ExampleFolders.request(FIRST)).body()).has("systemActions"))
        .isFalse();
  }

  @Test
  @DisplayName("ERR-01 an error is an OperationOutcome")
  void errorsAreOutcomes() throws Exception {
    for (String body : List.of("", "{", "[]", "{}", "null")) {
      assertThat(post("/cds-services/all-patient-view", body).body())
          .startsWith("{\"resourceType\":\"OperationOutcome\"");
    }
  }

  @Test
  void whatIsRefusedBeforeAnyControllerIsAnOutcomeToo() throws Exception {
    for (String path : List.of("/cds-services;x=1", "/cds-services//x", "/nothing")) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
              BodyHandlers.ofString());
      assertThat(response.statusCode()).as(path).isIn(400, 404);
      assertThat(response.body()).as(path).contains("OperationOutcome");
    }
  }

  @Test
  @DisplayName("ERR-02 no failure is told as a card or as no cards")
  void noFailureIsACard() throws Exception {
    ObjectNode request = EHR.moveIn(ExampleFolders.request(FIRST));
    EHR.serveAll("Condition", aResponse().withStatus(500));
    assertThat(call(request).body()).doesNotContain("\"cards\"");
  }

  @Test
  @DisplayName("ERR-03 an error has its type and neither trace nor record text")
  void errorsLeakNothing() throws Exception {
    HttpResponse<String> response =
        post("/cds-services/all-patient-view", "{\"hook\":\"Jane Doe\"}");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(response.body()).doesNotContain("Jane", "Exception", "org.karyon", "at ");
  }

  @Test
  @DisplayName("ERR-05 sound cards are given beside a note of what failed")
  void partialFailureIsSaid() throws Exception {
    ObjectNode request = EHR.moveIn(ExampleFolders.request(FIRST));
    EHR.serveAll("Procedure", aResponse().withStatus(500));
    List<JsonNode> cards = cards(request);
    assertThat(cards.toString()).contains("\"treatment\"", "\"data-gap\"", "status 500");
  }

  private static final String ENTRY =
      "{\"card\":\"%s\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-20T10:00:00.123Z\"%s}";

  private HttpResponse<String> feedback(String... entries) throws Exception {
    return post(
        "/cds-services/all-patient-view/feedback",
        "{\"feedback\":[" + String.join(",", entries) + "]}");
  }

  private long kept(UUID card) {
    return database
        .sql("select count(*) from feedback where card = :card")
        .param("card", card)
        .query(Long.class)
        .single();
  }

  @Test
  @DisplayName("FB-01 feedback has an address of its own below each service")
  void feedbackHasAnAddress() throws Exception {
    for (CdsService service : Discovery.builtIn().services()) {
      assertThat(
              post(
                      "/cds-services/" + service.id() + "/feedback",
                      "{\"feedback\":[" + ENTRY.formatted(UUID.randomUUID(), "") + "]}")
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  @DisplayName("FB-02 several entries are taken at once, and a repeated one is kept once")
  void entriesAreKeptOnce() throws Exception {
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    feedback(ENTRY.formatted(one, ""), ENTRY.formatted(other, ""), ENTRY.formatted(one, ""));
    feedback(ENTRY.formatted(one, ""));
    assertThat(kept(one)).isEqualTo(1);
    assertThat(kept(other)).isEqualTo(1);
  }

  @Test
  @DisplayName("FB-03 an entry without what is needed is refused, and nothing of it is kept")
  void incompleteEntriesAreRefused() throws Exception {
    UUID card = UUID.randomUUID();
    String accepted = ENTRY.formatted(card, "").replace("overridden", "accepted");
    assertThat(feedback(accepted).statusCode()).isEqualTo(400);
    assertThat(feedback(ENTRY.formatted("x", "")).statusCode()).isEqualTo(400);
    assertThat(feedback(ENTRY.formatted(card, "").replace("2026", "noon")).statusCode())
        .isEqualTo(400);
    assertThat(kept(card)).isZero();
  }

  @Test
  @DisplayName("FB-04 a reason needs no display and need not be ours")
  void foreignReasonsAreTaken() throws Exception {
    UUID card = UUID.randomUUID();
    String reason =
        ",\"overrideReason\":{\"reason\":{\"code\":\"reason-seen\",\"system\":\"http://x\"}}";
    assertThat(feedback(ENTRY.formatted(card, reason)).statusCode()).isEqualTo(200);
    assertThat(kept(card)).isEqualTo(1);
  }

  @Test
  @DisplayName("FB-05 every card and every suggestion can be told apart")
  void everythingHasAUuid() throws Exception {
    Set<String> seen = new HashSet<>();
    for (JsonNode card : cardsOfAllExamples()) {
      assertThat(seen.add(card.path("uuid").asString())).isTrue();
      for (JsonNode suggestion : card.path("suggestions")) {
        assertThat(seen.add(suggestion.path("uuid").asString())).isTrue();
      }
    }
  }

  @Test
  @DisplayName("FB-08 feedback is answered with 200, misshapen with 400, of no service with 404")
  void feedbackHasItsAnswers() throws Exception {
    assertThat(feedback(ENTRY.formatted(UUID.randomUUID(), "")).body()).isEqualTo("{}");
    assertThat(post("/cds-services/all-patient-view/feedback", "{}").statusCode()).isEqualTo(400);
    assertThat(post("/cds-services/none/feedback", "{\"feedback\":[" + ENTRY + "]}").statusCode())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("FB-09 a comment is shortened to 2,000 characters")
  void commentsAreShortened() throws Exception {
    UUID card = UUID.randomUUID();
    String comment = ",\"overrideReason\":{\"userComment\":\"" + "x".repeat(5000) + "\"}";
    assertThat(feedback(ENTRY.formatted(card, comment)).statusCode()).isEqualTo(200);
    assertThat(
            database
                .sql("select user_comment from feedback where card = :card")
                .param("card", card)
                .query(String.class)
                .single())
        .hasSize(2000);
  }

  @Test
  @DisplayName("EXT-01 an extension is an object with globally unique keys")
  void extensionsAreObjects() throws Exception {
    for (JsonNode card : cardsOfAllExamples()) {
      assertThat(card.path("extension").isObject()).isTrue();
      assertThat(card.path("extension").propertyNames())
          .allSatisfy(name -> assertThat(name).startsWith("org.karyon."));
    }
  }

  @Test
  @DisplayName("EXT-02 unknown extensions and fields are ignored")
  void unknownFieldsAreIgnored() throws Exception {
    ObjectNode request = ExampleFolders.request(FIRST);
    request.putObject("extension").putObject("com.example.unknown").put("a", 1);
    request.put("unknown", true);
    request.withObject("/context").put("unknown", true);
    assertThat(plain(call(request).body()))
        .isEqualTo(plain(call(ExampleFolders.request(FIRST)).body()));
  }

  @Test
  @DisplayName("VER-02 a 2.0 request and a 3.0 request are both understood")
  void bothVersionsAreUnderstood() throws Exception {
    ObjectNode ofVersion2 = EHR.moveIn(ExampleFolders.request(FIRST));
    ofVersion2.withObject("/fhirAuthorization").put("scope", "user/Patient.read");
    assertThat(call(ofVersion2).statusCode()).isEqualTo(200);
    ObjectNode ofVersion3 = EHR.moveIn(ExampleFolders.request(FIRST));
    ofVersion3.withObject("/fhirAuthorization").put("scope", "user/Patient.rs");
    assertThat(call(ofVersion3).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("PERF-01 a prefetched patient is answered within 500 ms")
  void prefetchedPatientsAreAnsweredQuickly() throws Exception {
    List<String> names = ExampleFolders.names();
    for (String name : names) {
      call(ExampleFolders.request(name));
    }
    List<Duration> taken = new ArrayList<>();
    for (String name : names) {
      ObjectNode request = ExampleFolders.request(name);
      long start = System.nanoTime();
      call(request);
      taken.add(Duration.ofNanos(System.nanoTime() - start));
    }
    taken.sort(null);
    assertThat(taken.get(taken.size() / 2)).isLessThan(Duration.ofMillis(500));
  }

  @Test
  @DisplayName("PERF-02 what is read follows in few rounds")
  void readsTakeTwoRounds() throws Exception {
    call(EHR.moveIn(ExampleFolders.request(FIRST)));
    assertThat(EHR.asked()).hasSize(keys().size() / Discovery.builtIn().services().size());
  }

  @Test
  @DisplayName("PERF-03 an answer rests on the data of its own request")
  void nothingIsRemembered() throws Exception {
    call(ExampleFolders.request(FIRST));
    ObjectNode cured = ExampleFolders.request(FIRST);
    ((ObjectNode) cured.path("prefetch")).putNull("conditions");
    assertThat(call(cured).body()).isEqualTo("{\"cards\":[]}");
  }

  @Test
  @DisplayName("PERF-04 the same request gives the same cards")
  void theSameRequestGivesTheSameCards() throws Exception {
    for (String name : ExampleFolders.names()) {
      assertThat(plain(call(ExampleFolders.request(name)).body()))
          .isEqualTo(plain(call(ExampleFolders.request(name)).body()));
    }
  }

  @Test
  void everyItemOfTheConformancePageHasATestOfItsName() throws IOException {
    String page = Files.readString(Path.of("docs/conformance.md"));
    Set<String> documented = all("(?m)^\\| ([A-Z]+-\\d+) \\|", page);
    Set<String> tested = new HashSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        tested.addAll(all("@DisplayName\\(\\s*\"([A-Z]+-\\d+) ", Files.readString(source)));
      }
    }
    assertThat(documented).hasSizeGreaterThan(50).isEqualTo(tested);
  }

  private static Set<String> all(String pattern, String text) {
    Set<String> found = new HashSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
