package org.karyon.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.OnTheDayOfTheExamples;
import org.karyon.reading.RecordReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The HTTP side over a real port: discovery, calls, bad input, prefetch in all its states,
 * feedback.
 */
@OnTheDayOfTheExamples
class HooksTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PATIENT =
      "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":\"1985-06-15\"}";
  private static final String LEUKEMIA =
      "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"c1\",\"subject\":{\"reference\":\"Patient/p1\"},\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"277571004\"}]}}}]}";
  private static final String HEALTHY = "{\"resourceType\":\"Bundle\",\"entry\":[]}";

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;
  @Autowired private JdbcClient database;

  private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
    return client.send(
        request.uri(URI.create("http://localhost:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, byte[] body) throws Exception {
    return send(
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body)),
        path);
  }

  private long feedbackEntries() {
    return database.sql("select count(*) from feedback").query(Long.class).single();
  }

  private HttpResponse<String> call(ObjectNode request) throws Exception {
    return post("/cds-services/all-patient-view", JSON.writeValueAsBytes(request));
  }

  private static ObjectNode request(String conditions) {
    ObjectNode request = JSON.createObjectNode();
    request.put("hook", "patient-view");
    request.put("hookInstance", UUID.randomUUID().toString());
    request.putObject("context").put("patientId", "p1").put("userId", "Practitioner/u1");
    ObjectNode prefetch = request.putObject("prefetch");
    prefetch.set("patient", JSON.readTree(PATIENT));
    prefetch.set("conditions", JSON.readTree(conditions));
    for (String key :
        List.of(
            "laboratory",
            "clinical",
            "reports",
            "medicationRequests",
            "medicationStatements",
            "medicationAdministrations",
            "procedures",
            "serviceRequests")) {
      prefetch.putNull(key);
    }
    return request;
  }

  private static ObjectNode object(JsonNode parent, String name) {
    return (ObjectNode) parent.path(name);
  }

  private static void isOutcome(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    JsonNode outcome = JSON.readTree(response.body());
    assertThat(outcome.path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(outcome.path("issue").path(0).path("details").path("text").asString()).isNotBlank();
    assertThat(response.body()).doesNotContain("Exception", "org.karyon", "java.", "at org.");
  }

  @Test
  void theDiscoveryDocumentIsServedByteForByte() throws Exception {
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/cds-services"))
                .build(),
            BodyHandlers.ofByteArray());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(response.body()).isEqualTo(Files.readAllBytes(Path.of("cds-services.json")));
  }

  @Test
  void everyKeyIsReadBySomeReaderAndEveryReadersDataIsAskedFor() {
    List<String> read = RecordReader.reads().stream().map(kind -> kind.type()).sorted().toList();
    List<CdsService> services = Discovery.builtIn().services();

    assertThat(services)
        .extracting(CdsService::id)
        .containsExactly("all-patient-view", "all-order-select", "all-order-sign");
    for (CdsService service : services) {
      assertThat(service.keys().stream().map(key -> key.resourceType()).distinct().sorted())
          .as(service.id())
          .containsExactlyElementsOf(read);
      assertThat(service.keys().stream().filter(key -> key.required()).map(key -> key.name()))
          .containsExactly("patient", "conditions");
    }
  }

  @Test
  void aPatientWithLeukemiaGetsCards() throws Exception {
    HttpResponse<String> response = call(request(LEUKEMIA));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(response.body()).path("cards").size()).isGreaterThan(1);
  }

  @Test
  void aPatientWithoutLeukemiaGetsNone() throws Exception {
    HttpResponse<String> response = call(request(HEALTHY));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"cards\":[]}");
  }

  @Test
  void withoutLeukemiaNothingElseIsEvenParsed() throws Exception {
    ObjectNode request = request(HEALTHY);
    object(request, "prefetch")
        .set(
            "laboratory",
            JSON.readTree(
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"x\",\"effectiveDateTime\":\"yesterday\"}}]}"));

    assertThat(call(request).body()).isEqualTo("{\"cards\":[]}");
  }

  private record Broken(String name, Consumer<ObjectNode> change, int status) {}

  @TestFactory
  Stream<DynamicTest> aRequestThatIsNotOneIsRefusedWithTheReason() {
    return Stream.of(
            new Broken("no hook", r -> r.remove("hook"), 400),
            new Broken("another hook", r -> r.put("hook", "order-sign"), 400),
            new Broken("hook is a number", r -> r.put("hook", 7), 400),
            new Broken("no hookInstance", r -> r.remove("hookInstance"), 400),
            new Broken("no context", r -> r.remove("context"), 400),
            new Broken("context is a text", r -> r.put("context", "x"), 400),
            new Broken("no patientId", r -> object(r, "context").remove("patientId"), 400),
            new Broken(
                "patientId is a path", r -> object(r, "context").put("patientId", "../x"), 400),
            new Broken("userId is a number", r -> object(r, "context").put("userId", 3), 400),
            new Broken(
                "encounterId is a URL",
                r -> object(r, "context").put("encounterId", "http://x"),
                400),
            new Broken("prefetch is an array", r -> r.putArray("prefetch"), 400),
            new Broken(
                "draftOrders is an array", r -> object(r, "context").putArray("draftOrders"), 400),
            new Broken("no prefetch", r -> r.remove("prefetch"), 412),
            new Broken("no patient", r -> object(r, "prefetch").remove("patient"), 412),
            new Broken("no conditions", r -> object(r, "prefetch").remove("conditions"), 412),
            new Broken(
                "the client failed to fetch the conditions",
                r ->
                    object(r, "prefetch")
                        .set(
                            "conditions", JSON.readTree("{\"resourceType\":\"OperationOutcome\"}")),
                412),
            new Broken(
                "the client's search for conditions failed",
                r ->
                    object(r, "prefetch")
                        .set(
                            "conditions",
                            JSON.readTree(
                                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\"}]}}]}")),
                412),
            new Broken(
                "conditions hold a patient",
                r -> object(r, "prefetch").set("conditions", JSON.readTree(PATIENT)),
                412),
            new Broken(
                "another patient",
                r ->
                    object(r, "prefetch")
                        .set("patient", JSON.readTree(PATIENT.replace("p1", "p2"))),
                400))
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.name(),
                    () -> {
                      ObjectNode request = request(LEUKEMIA);
                      broken.change().accept(request);
                      isOutcome(call(request), broken.status());
                    }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "null",
        "\"text\"",
        "{\"hook\": \"patient-view\"} trailing",
        "{\"hook\": }",
        "{'hook': 1}"
      })
  void aBodyThatIsNotAJsonObjectIsRefused(String body) throws Exception {
    isOutcome(post("/cds-services/all-patient-view", body.getBytes(StandardCharsets.UTF_8)), 400);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws Exception {
    byte[] body = "{\"hook\":\"xx\"}".getBytes(StandardCharsets.UTF_8);
    body[9] = (byte) 0xff;

    isOutcome(post("/cds-services/all-patient-view", body), 400);
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    isOutcome(
        post(
            "/cds-services/all-patient-view",
            ("{\"a\":" + "[".repeat(200_000)).getBytes(StandardCharsets.UTF_8)),
        400);
  }

  @Test
  void aBodyOfNineMegabytesIsRefused() throws Exception {
    byte[] body = (" ".repeat(9 * 1024 * 1024) + "{}").getBytes(StandardCharsets.UTF_8);

    isOutcome(post("/cds-services/all-patient-view", body), 413);
    HttpResponse<String> chunked =
        send(
            HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))),
            "/cds-services/all-patient-view");
    isOutcome(chunked, 413);
  }

  @Test
  void aRequestThatIsTooLargeIsToldWhichKeyToNarrow() throws Exception {
    ObjectNode request = request(LEUKEMIA);
    ObjectNode prefetch = object(request, "prefetch");
    prefetch.put("reports", "x".repeat(2_000));
    ArrayNode entries = prefetch.putObject("laboratory").putArray("entry");
    for (int count = 0; count < 100; count++) {
      entries.addObject().put("text", "x".repeat(100_000));
    }

    HttpResponse<String> answer =
        post("/cds-services/all-patient-view", JSON.writeValueAsBytes(request));

    isOutcome(answer, 413);
    assertThat(answer.body()).contains("the prefetch key 'laboratory' takes most of it");
  }

  @Test
  void onlyJsonAndOnlyPostAndOnlyKnownServices() throws Exception {
    isOutcome(
        send(
            HttpRequest.newBuilder()
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<a/>")),
            "/cds-services/all-patient-view"),
        415);
    assertThat(
            send(HttpRequest.newBuilder().GET(), "/cds-services/all-patient-view")
                .headers()
                .firstValue("Allow"))
        .hasValue("POST");
    assertThat(
            send(HttpRequest.newBuilder().DELETE(), "/cds-services").headers().firstValue("Allow"))
        .isPresent();
    isOutcome(send(HttpRequest.newBuilder().GET(), "/cds-services/all-patient-view"), 405);
    isOutcome(post("/cds-services/none", "{}".getBytes(StandardCharsets.UTF_8)), 404);
    isOutcome(send(HttpRequest.newBuilder().GET(), "/nowhere"), 404);
    isOutcome(
        send(HttpRequest.newBuilder().header("Accept", "application/xml").GET(), "/nowhere"), 404);
  }

  @Test
  void aMissingOptionalKeyIsUnknownAndTheCardSaysSo() throws Exception {
    ObjectNode request = request(LEUKEMIA);
    object(request, "prefetch").remove("laboratory");
    JsonNode answer = JSON.readTree(call(request).body());

    assertThat(answer.toString()).contains("laboratory", "could not be read");
    assertThat(kinds(answer))
        .as("nothing may be called missing while the results are unread")
        .doesNotContain("work-up");
  }

  @Test
  void aPatientWithoutAReadableBirthDateHasNoKnownAge() throws Exception {
    ObjectNode request = request(LEUKEMIA);
    object(request, "prefetch")
        .set("patient", JSON.readTree(PATIENT.replace("1985-06-15", "June")));
    ObjectNode without = request(LEUKEMIA);
    object(without, "prefetch").putNull("patient");

    for (ObjectNode asked : List.of(request, without)) {
      HttpResponse<String> response = call(asked);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(facts(JSON.readTree(response.body()))).doesNotContain("ageYears");
    }
  }

  @Test
  void aLeukemiaWithABadDateIsStillALeukemia() throws Exception {
    ObjectNode request =
        request(LEUKEMIA.replace("\"id\":\"c1\"", "\"id\":\"c1\",\"onsetDateTime\":\"garbage\""));
    JsonNode answer = JSON.readTree(call(request).body());

    assertThat(kinds(answer)).contains("treatment", "data-gap");
  }

  @Test
  void halfAProblemListDoesNotSayThatThereIsNoLeukemia() throws Exception {
    isOutcome(
        call(
            request(
                "{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"next\",\"url\":\"http://x\"}],\"entry\":[]}")),
        412);
    JsonNode broken =
        JSON.readTree(
            call(request(
                    "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"x\",\"code\":[[1]],\"subject\":7}}]}"))
                .body());
    assertThat(kinds(broken)).isSubsetOf("data-gap");
  }

  @Test
  void aPartialPageIsNotTakenForTheWhole() throws Exception {
    ObjectNode request = request(LEUKEMIA);
    object(request, "prefetch")
        .set(
            "medicationRequests",
            JSON.readTree(
                "{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"next\",\"url\":\"http://x\"}]}"));
    JsonNode answer = JSON.readTree(call(request).body());

    assertThat(answer.toString()).contains("only the first page was sent");
    assertThat(facts(answer)).doesNotContain("newly-diagnosed");
  }

  private static List<String> kinds(JsonNode answer) {
    return answer
        .path("cards")
        .valueStream()
        .map(card -> extension(card).path("kind").asString())
        .toList();
  }

  private static String facts(JsonNode answer) {
    return answer
        .path("cards")
        .valueStream()
        .map(card -> extension(card).path("facts").toString())
        .toList()
        .toString();
  }

  private static JsonNode extension(JsonNode card) {
    return card.path("extension").path("org.karyon.assessment");
  }

  @Test
  void unknownMembersAndExtensionsAreIgnored() throws Exception {
    ObjectNode request = request(LEUKEMIA);
    request.putObject("extension").putObject("com.example.x").put("a", 1);
    request.putArray("unknown").addNull();
    object(request, "context").put("more", "x");
    object(request, "prefetch").put("neverAskedFor", 7);

    assertThat(call(request).statusCode()).isEqualTo(200);
  }

  @Test
  void wordsOfTheRecordNeverBecomeMarkup() throws Exception {
    ObjectNode request =
        request(
            LEUKEMIA.replace(
                "\"code\":{",
                "\"code\":{\"text\":\"ALL <script>x</script> [a](javascript:b) | `c` **d**\","));
    String body = call(request).body();

    assertThat(body).doesNotContain("<script", "[a](javascript");
    assertThat(JSON.readTree(body).path("cards"))
        .isNotEmpty()
        .allSatisfy(
            card -> assertThat(card.path("detail").asString()).doesNotContain("**d**  ", "<s"));
  }

  @Test
  void crossOriginCallsWorkOnAnswersErrorsAndPreflights() throws Exception {
    String origin = "https://sandbox.cds-hooks.org";
    HttpResponse<String> preflight =
        send(
            HttpRequest.newBuilder()
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody()),
            "/cds-services/all-patient-view/feedback");
    HttpResponse<String> error =
        send(
            HttpRequest.newBuilder()
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{")),
            "/cds-services/all-patient-view");

    assertThat(preflight.statusCode()).isEqualTo(200);
    for (HttpResponse<String> response : List.of(preflight, error)) {
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
    }
  }

  private HttpResponse<String> feedback(String entry) throws Exception {
    return post(
        "/cds-services/all-patient-view/feedback",
        ("{\"feedback\":[" + entry + "]}").getBytes(StandardCharsets.UTF_8));
  }

  private static String overridden(String card, String more) {
    return "{\"card\":\"%s\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-20T10:00:00.123Z\"%s}"
        .formatted(card, more);
  }

  @Test
  void feedbackIsStoredOnceHoweverOftenItIsSent() throws Exception {
    long before = feedbackEntries();
    String card = UUID.randomUUID().toString();
    String accepted =
        "{\"card\":\"%s\",\"outcome\":\"accepted\",\"acceptedSuggestions\":[{\"id\":\"%s\"}],\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}"
            .formatted(card, UUID.randomUUID());
    String reason =
        ",\"overrideReason\":{\"reason\":{\"code\":\"patient-refuses\",\"system\":\"http://example.org\"},\"userComment\":\"discussed\"}";

    assertThat(feedback(accepted + "," + overridden(card, reason)).statusCode()).isEqualTo(200);
    assertThat(feedback(overridden(card, reason)).statusCode()).isEqualTo(200);
    assertThat(feedback(overridden(card, "")).statusCode()).isEqualTo(200);

    assertThat(feedbackEntries()).isEqualTo(before + 3);
  }

  @Test
  void feedbackThatSaysNothingIsRefusedAndNothingIsStored() throws Exception {
    long before = feedbackEntries();
    String card = UUID.randomUUID().toString();

    isOutcome(
        feedback(
            "{\"card\":\""
                + card
                + "\",\"outcome\":\"accepted\",\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}"),
        400);
    isOutcome(feedback(overridden(card, "").replace("overridden", "maybe")), 400);
    isOutcome(feedback(overridden(card, "").replace("2026-11-20T10:00:00.123Z", "noon")), 400);
    isOutcome(feedback(overridden("not-a-uuid", "")), 400);
    isOutcome(
        post("/cds-services/all-patient-view/feedback", "{}".getBytes(StandardCharsets.UTF_8)),
        400);
    isOutcome(
        post("/cds-services/none/feedback", "{\"feedback\":[]}".getBytes(StandardCharsets.UTF_8)),
        404);

    assertThat(feedbackEntries()).isEqualTo(before);
  }

  @Test
  void anEntryThatCannotBeReadCostsItselfAndIsRefused() throws Exception {
    long before = feedbackEntries();
    String card = UUID.randomUUID().toString();

    isOutcome(feedback(overridden(card, "") + "," + overridden("not-a-uuid", "")), 400);

    assertThat(feedbackEntries()).isEqualTo(before + 1);
  }

  @Test
  void theWovenGuidelineIsServedWhereCardsLinkToIt() throws Exception {
    HttpResponse<String> response = send(HttpRequest.newBuilder().GET(), "/guideline");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(Files.readString(Path.of("docs/guideline.md")));
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain;charset=ISO-8859-1, ISO-8859-1",
    "text/plain, windows-1252",
    "text/plain, UTF-8"
  })
  void aKaryotypeIsDecodedAsItIsSent(String type, String charset) throws Exception {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder()
                .header("Content-Type", type)
                .POST(
                    BodyPublishers.ofByteArray("28,X,+21[3]/56,idem\u00d72[17]".getBytes(charset))),
            "/karyotype");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(response.body()).path("text").asString()).contains("\u00d72");
    assertThat(JSON.readTree(response.body()).path("unknown")).isEmpty();
  }

  @Test
  void whatIsNoKaryotypeHasEveryKeyAndNoNumber() throws Exception {
    JsonNode answer =
        JSON.readTree(karyotype("no metaphases".getBytes(StandardCharsets.UTF_8)).body());

    assertThat(answer.has("modalNumber")).isTrue();
    assertThat(answer.path("modalNumber").isNull()).isTrue();
    assertThat(answer.path("interpretable").asBoolean()).isFalse();
  }

  @Test
  void aComplexKaryotypeShowsTheChangesThatAreCounted() throws Exception {
    String text = "46,XX,del(1)(p13),add(3)(q21),-5,del(12)(p13),+mar,i(18)(q10)[12]/46,XX[8]";
    JsonNode complex =
        JSON.readTree(karyotype(text.getBytes(StandardCharsets.UTF_8)).body())
            .path("features")
            .path("complex-karyotype");

    assertThat(complex.path("evidence"))
        .extracting(JsonNode::asString)
        .contains("del(1)(p13)", "add(3)(q21)", "-5", "+mar");
  }

  private HttpResponse<String> karyotype(byte[] text) throws Exception {
    return karyotype("text/plain", text);
  }

  private HttpResponse<String> karyotype(String contentType, byte[] text) throws Exception {
    return send(
        HttpRequest.newBuilder()
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(text)),
        "/karyotype");
  }

  @Test
  void aKaryotypeIsReadForLaboratories() throws Exception {
    HttpResponse<String> response =
        karyotype("46,XX,t(9;22)(q34;q11.2)[18]/46,XX[2]".getBytes(StandardCharsets.UTF_8));
    JsonNode report = JSON.readTree(response.body());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(report.path("interpretable").asBoolean()).isTrue();
    assertThat(report.path("modalNumber").toString()).isEqualTo("[46,46]");
    assertThat(report.path("abnormalities").path("listed").asInt()).isEqualTo(1);
    assertThat(report.path("features").path("bcr-abl1").path("state").asString())
        .isEqualTo("present");
    assertThat(report.path("features").path("bcr-abl1").path("evidence").path(0).asString())
        .isEqualTo("t(9;22)(q34;q11.2)");
    assertThat(report.path("features").propertyNames())
        .contains("kmt2a-aff1", "tcf3-pbx1", "tcf3-hlf", "trisomy-4", "loss-17p", "loss-7p");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "Fail", "no growth", "\u0000\u0001", "{}", "46", "((((((((", "[20]"})
  void anAbsurdKaryotypeIsAnsweredAndNeverNormal(String text) throws Exception {
    HttpResponse<String> response = karyotype(text.getBytes(StandardCharsets.UTF_8));
    JsonNode report = JSON.readTree(response.body());

    assertThat(response.statusCode()).isEqualTo(200);
    for (JsonNode feature : report.path("features")) {
      assertThat(feature.path("state").asString()).isEqualTo("not-assessable");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no growth", "nuc ish(ABL1,BCR)x2[200]", "46,XX[20]"})
  void everyKeyIsAlwaysThere(String text) throws Exception {
    JsonNode report = JSON.readTree(karyotype(text.getBytes(StandardCharsets.UTF_8)).body());

    assertThat(report.propertyNames())
        .containsExactly(
            "text",
            "interpretable",
            "reason",
            "modalNumber",
            "ploidy",
            "metaphases",
            "clones",
            "tokens",
            "unknown",
            "warnings",
            "abnormalities",
            "features");
    assertThat(report.path("abnormalities").propertyNames()).containsExactly("iscn2024", "listed");
    assertThat(report.path("modalNumber").isNull()).isNotEqualTo(text.startsWith("46"));
  }

  @Test
  void aComplexKaryotypeQuotesWhatWasCounted() throws Exception {
    String text = "46,XY,add(1)(p36),del(3)(p21),t(5;7)(q31;q22),add(10)(q24),-13,+mar[20]";
    JsonNode report = JSON.readTree(karyotype(text.getBytes(StandardCharsets.UTF_8)).body());

    assertThat(report.path("features").path("complex-karyotype").path("evidence").toString())
        .isEqualTo(
            "[\"add(1)(p36)\",\"del(3)(p21)\",\"t(5;7)(q31;q22)\",\"add(10)(q24)\",\"-13\",\"+mar\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "windows-1252"})
  void theDeclaredCharsetIsHonoured(String charset) throws Exception {
    byte[] text = "nuc ish (ABL1,BCR)\u00D73(ABL1 con BCR)\u00D72[120/200]".getBytes(charset);
    HttpResponse<String> response = karyotype("text/plain; charset=" + charset, text);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(
            JSON.readTree(response.body())
                .path("features")
                .path("bcr-abl1")
                .path("state")
                .asString())
        .isEqualTo("present");
  }

  @Test
  void bytesThatAreNotTextInTheirCharsetAreRefused() throws Exception {
    byte[] latin = "nuc ish (ABL1,BCR)\u00D72[200]".getBytes(StandardCharsets.ISO_8859_1);

    isOutcome(karyotype("text/plain; charset=UTF-8", latin), 400);
    isOutcome(karyotype("text/plain; charset=klingon", latin), 415);
    assertThat(karyotype(latin).statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(karyotype(latin).body()).path("text").asString()).contains("\u00D7");
  }

  @Test
  void aKaryotypeOfAMegabyteIsRefused() throws Exception {
    isOutcome(karyotype(new byte[1_000_000]), 413);
  }
}
