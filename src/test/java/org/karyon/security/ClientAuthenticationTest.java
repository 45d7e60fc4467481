package org.karyon.security;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.Loopback;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Who may call (CDS Hooks 2.0, Trusting CDS Clients), over a real port, with good and bad tokens.
 */
@Tag("slow")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:tokens",
      "karyon.public-url=https://cds.example.org/karyon",
      "karyon.hooks.allowed-origins=https://ehr.example.org",
      "karyon.operator.password=correct horse"
    })
@ExtendWith(OutputCaptureExtension.class)
class ClientAuthenticationTest {

  private static final String ISSUER = "https://ehr.example.org";
  private static final String LISTED = "/keys";

  @AutoClose("stop")
  private static final WireMockServer KEYS = new WireMockServer(wireMockConfig().dynamicPort());

  @AutoClose("stop")
  private static final WireMockServer STRANGER = new WireMockServer(wireMockConfig().dynamicPort());

  private static final SigningClient EHR = SigningClient.es384(ISSUER);
  private static final SigningClient CLINIC =
      SigningClient.rsa("https://clinic.example.org", JWSAlgorithm.RS384);
  private static final SigningClient STOLEN = SigningClient.es384(ISSUER);
  private static final String BASE = "https://cds.example.org/karyon";
  private static final String SERVICE = "/cds-services/all-patient-view";
  private static final String BODY =
      "{\"hook\":\"patient-view\",\"hookInstance\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\","
          + "\"context\":{\"patientId\":\"p\",\"userId\":\"Practitioner/u\"},\"prefetch\":{"
          + "\"patient\":{\"resourceType\":\"Patient\",\"id\":\"p\"},\"conditions\":null}}";

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;
  @Autowired private JdbcClient database;

  @DynamicPropertySource
  static void clients(DynamicPropertyRegistry registry) throws IOException {
    KEYS.start();
    STRANGER.start();
    KEYS.stubFor(get(LISTED).willReturn(okJson(EHR.publicKeys())));
    STRANGER.stubFor(get(LISTED).willReturn(okJson(STOLEN.publicKeys())));
    Path file = Files.createTempFile("clinic", ".json");
    file.toFile().deleteOnExit();
    Files.writeString(file, CLINIC.publicKeys());
    String ehr = "karyon.security.clients.hospital.";
    registry.add(ehr + "issuer", () -> ISSUER);
    registry.add(ehr + "jwks-urls", () -> KEYS.baseUrl() + LISTED);
    registry.add(ehr + "scopes", () -> "system/PlanDefinition.rs,system/RiskAssessment.read");
    String clinic = "karyon.security.clients.clinic.";
    registry.add(clinic + "issuer", () -> "https://clinic.example.org");
    registry.add(clinic + "jwks-file", file::toString);
    registry.add(clinic + "tenants", () -> "north,south");
  }

  private HttpResponse<String> call(String token) throws IOException, InterruptedException {
    return call(SERVICE, BODY, "Bearer " + token);
  }

  private HttpResponse<String> call(String path, String body, String authorization)
      throws IOException, InterruptedException {
    return Loopback.send(
        Loopback.to(port, path)
            .header("Content-Type", "application/json")
            .header("Origin", "https://ehr.example.org")
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString(body)));
  }

  private static void isRefused(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body())
        .isEqualTo(
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
                + "\"code\":\"login\",\"details\":{\"text\":\"Not authenticated.\"}}]}");
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://ehr.example.org");
  }

  @DisplayName("SEC-04 a call carries a token of its own, signed by the client")
  @Test
  void aTokenSignedForThisCallIsAccepted() throws Exception {
    assertThat(call(EHR.token(BASE + SERVICE)).statusCode()).isEqualTo(200);
  }

  @DisplayName("SEC-05 a token without jku is verified by keys agreed on beforehand")
  @Test
  void aTokenOfAClientWithAKeyFileIsAccepted() throws Exception {
    String token = CLINIC.token(BASE + SERVICE, claims -> claims.claim("tenant", "south"));
    assertThat(call(token).statusCode()).isEqualTo(200);
  }

  @DisplayName(
      "SEC-11 the audience is the external address, as text or array, with or without a slash")
  @Test
  void theAudienceMayBeAnArrayAndMayEndWithASlash() throws Exception {
    String array =
        EHR.token(
            BASE + SERVICE,
            claims -> claims.audience(List.of("https://other.example.org", BASE + SERVICE)));
    assertThat(call(array).statusCode()).isEqualTo(200);
    assertThat(call(EHR.token(BASE + SERVICE + "/")).statusCode()).isEqualTo(200);
  }

  @DisplayName("SEC-06 a number may be any text")
  @Test
  void aNumberMayBeAnyText() throws Exception {
    String hex = "0123456789abcdef".repeat(4);
    assertThat(call(EHR.token(BASE + SERVICE, claims -> claims.jwtID(hex))).statusCode())
        .isEqualTo(200);
  }

  @DisplayName("SEC-12 a small difference of clocks is forgiven, and life is capped")
  @Test
  void aClockThatDiffersALittleIsForgiven() throws Exception {
    Instant now = Instant.now();
    String early =
        EHR.token(
            BASE + SERVICE,
            claims ->
                claims
                    .issueTime(Date.from(now.plusSeconds(20)))
                    .notBeforeTime(Date.from(now.plusSeconds(20))));
    String late =
        EHR.token(
            BASE + SERVICE,
            claims ->
                claims
                    .issueTime(Date.from(now.minusSeconds(300)))
                    .expirationTime(Date.from(now.minusSeconds(20))));
    assertThat(call(early).statusCode()).isEqualTo(200);
    assertThat(call(late).statusCode()).isEqualTo(200);
  }

  @DisplayName("SEC-08 issuer and key address are on a list, bound to each other")
  @Test
  void aTokenThatNamesAListedAddressOfKeysIsAccepted() throws Exception {
    String token =
        EHR.sign(
            EHR.header().jwkURL(URI.create(KEYS.baseUrl() + LISTED)), EHR.claims(BASE + SERVICE));
    assertThat(call(token).statusCode()).isEqualTo(200);
  }

  @DisplayName("FB-07 feedback is authenticated like a call, for its own address")
  @Test
  void feedbackIsForItsOwnAddress() throws Exception {
    String path = SERVICE + "/feedback";
    String body =
        "{\"feedback\":[{\"card\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\",\"outcome\":"
            + "\"overridden\",\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}]}";
    assertThat(call(path, body, "Bearer " + EHR.token(BASE + path)).statusCode()).isEqualTo(200);
    isRefused(call(path, body, "Bearer " + EHR.token(BASE + SERVICE)));
  }

  private static String with(JWSHeader.Builder header) {
    return EHR.sign(header, EHR.claims(BASE + SERVICE));
  }

  private static JWSHeader.Builder header() {
    return EHR.header();
  }

  private static Date in(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static String shared(JWSAlgorithm algorithm, byte[] secret) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(algorithm)
                  .keyID(EHR.key().getKeyID())
                  .type(JOSEObjectType.JWT)
                  .build(),
              EHR.claims(BASE + SERVICE).build());
      token.sign(new MACSigner(secret));
      return token.serialize();
    } catch (com.nimbusds.jose.JOSEException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private static String raw(String header, String payload, String signature) {
    return Base64URL.encode(header) + "." + Base64URL.encode(payload) + "." + signature;
  }

  private static String changed(String token, int part, String to) {
    String[] parts = token.split("\\.", -1);
    parts[part] = to;
    return String.join(".", parts);
  }

  /** What an attacker tries; a good token differs from each of these in one thing. */
  private static Map<String, String> badTokens() {
    String good = EHR.token(BASE + SERVICE);
    String kid = EHR.key().getKeyID();
    byte[] publicKey = EHR.publicKeys().getBytes(StandardCharsets.UTF_8);
    SigningClient rs256 = SigningClient.rsa(ISSUER, JWSAlgorithm.RS256);
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("nothing", "");
    bad.put("no token", "x");
    bad.put("two parts", good.substring(0, good.lastIndexOf('.')));
    bad.put("four parts", good + ".x");
    bad.put("no signature", changed(good, 2, ""));
    bad.put("signature of zeros", changed(good, 2, Base64URL.encode(new byte[96]).toString()));
    bad.put("signature of DER zeros", changed(good, 2, Base64URL.encode(new byte[8]).toString()));
    bad.put(
        "signature of another token", changed(good, 2, EHR.token(BASE + SERVICE).split("\\.")[2]));
    bad.put(
        "claims of another token", changed(good, 1, STOLEN.token(BASE + SERVICE).split("\\.")[1]));
    bad.put("header that is no JSON", changed(good, 0, Base64URL.encode("nonsense").toString()));
    bad.put("claims that are no JSON", changed(good, 1, Base64URL.encode("nonsense").toString()));
    bad.put("claims that are an array", changed(good, 1, Base64URL.encode("[]").toString()));
    bad.put("alg none", new PlainJWT(EHR.claims(BASE + SERVICE).build()).serialize());
    bad.put("alg None", raw("{\"alg\":\"None\",\"typ\":\"JWT\"}", good.split("\\.")[1], ""));
    bad.put(
        "alg none with the good signature",
        changed(good, 0, Base64URL.encode("{\"alg\":\"none\",\"typ\":\"JWT\"}").toString()));
    bad.put("no alg", changed(good, 0, Base64URL.encode("{\"typ\":\"JWT\"}").toString()));
    bad.put("HS256 with the public key", shared(JWSAlgorithm.HS256, publicKey));
    bad.put("HS384 with the public key", shared(JWSAlgorithm.HS384, publicKey));
    bad.put("HS512 with the public key", shared(JWSAlgorithm.HS512, publicKey));
    bad.put("an algorithm that is not configured", rs256.token(BASE + SERVICE));
    bad.put("another key", STOLEN.token(BASE + SERVICE));
    bad.put(
        "another key under the known kid",
        STOLEN.sign(
            new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(kid).type(JOSEObjectType.JWT),
            STOLEN.claims(BASE + SERVICE)));
    bad.put(
        "another key that the token brings along",
        STOLEN.sign(
            STOLEN.header().jwk(STOLEN.key().toPublicJWK()), STOLEN.claims(BASE + SERVICE)));
    bad.put(
        "another key at an address that the token names",
        STOLEN.sign(
            STOLEN.header().jwkURL(URI.create(STRANGER.baseUrl() + LISTED)),
            STOLEN.claims(BASE + SERVICE)));
    bad.put(
        "a listed address with a query",
        with(header().jwkURL(URI.create(KEYS.baseUrl() + LISTED + "?x"))));
    bad.put(
        "a listed address with a user",
        with(header().jwkURL(URI.create(KEYS.baseUrl().replace("//", "//user@") + LISTED))));
    bad.put("a file as address", with(header().jwkURL(URI.create("file:///etc/passwd"))));
    bad.put("no kid", with(new JWSHeader.Builder(JWSAlgorithm.ES384).type(JOSEObjectType.JWT)));
    bad.put("an empty kid", with(header().keyID("")));
    bad.put("a kid that is a path", with(header().keyID("../../etc/passwd")));
    bad.put("no typ", with(new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(kid)));
    bad.put("another typ", with(header().type(new JOSEObjectType("at+jwt"))));
    bad.put(
        "a critical extension", with(header().criticalParams(Set.of("exp")).customParam("exp", 1)));
    bad.put(
        "an unencoded payload",
        with(header().criticalParams(Set.of("b64")).base64URLEncodePayload(false)));
    bad.put("no issuer", EHR.token(BASE + SERVICE, claims -> claims.issuer(null)));
    bad.put("an unknown issuer", EHR.token(BASE + SERVICE, claims -> claims.issuer("https://x")));
    bad.put(
        "an issuer that begins like a known one",
        EHR.token(BASE + SERVICE, claims -> claims.issuer(ISSUER + ".evil.example")));
    bad.put(
        "the issuer of another client",
        EHR.token(BASE + SERVICE, claims -> claims.issuer("https://clinic.example.org")));
    bad.put("no audience", EHR.token(BASE + SERVICE, claims -> claims.audience((String) null)));
    bad.put("another service", EHR.token(BASE + "/cds-services/all-order-sign"));
    bad.put("discovery", EHR.token(BASE + "/cds-services"));
    bad.put("another host", EHR.token("https://evil.example" + SERVICE));
    bad.put("the inner address", EHR.token("http://localhost" + SERVICE));
    bad.put("an audience that only begins right", EHR.token(BASE + SERVICE + "/x"));
    bad.put("no expiry", EHR.token(BASE + SERVICE, claims -> claims.expirationTime(null)));
    bad.put(
        "expired",
        EHR.token(BASE + SERVICE, claims -> claims.issueTime(in(-400)).expirationTime(in(-31))));
    bad.put("no time of issue", EHR.token(BASE + SERVICE, claims -> claims.issueTime(null)));
    bad.put("issued in the future", EHR.token(BASE + SERVICE, claims -> claims.issueTime(in(60))));
    bad.put("not valid yet", EHR.token(BASE + SERVICE, claims -> claims.notBeforeTime(in(60))));
    bad.put(
        "valid for a year",
        EHR.token(BASE + SERVICE, claims -> claims.expirationTime(in(31536000))));
    bad.put(
        "valid a second too long",
        EHR.token(BASE + SERVICE, claims -> claims.expirationTime(in(602))));
    bad.put(
        "an expiry that is text",
        EHR.token(BASE + SERVICE, claims -> claims.claim("exp", "tomorrow")));
    bad.put("no number", EHR.token(BASE + SERVICE, claims -> claims.jwtID(null)));
    bad.put("an empty number", EHR.token(BASE + SERVICE, claims -> claims.jwtID("")));
    bad.put(
        "a number of 256 signs",
        EHR.token(BASE + SERVICE, claims -> claims.jwtID("x".repeat(256))));
    bad.put(
        "a number with a line break", EHR.token(BASE + SERVICE, claims -> claims.jwtID("a\nb")));
    bad.put("a tenant that is needed and missing", CLINIC.token(BASE + SERVICE));
    bad.put(
        "a tenant that is not on the list",
        CLINIC.token(BASE + SERVICE, claims -> claims.claim("tenant", "west")));
    bad.put(
        "a tenant that is a list",
        CLINIC.token(BASE + SERVICE, claims -> claims.claim("tenant", List.of("north"))));
    return bad;
  }

  @DisplayName("SEC-07 none, shared secrets and every other bad token are refused")
  @TestFactory
  Stream<DynamicTest> aBadTokenIsRefusedWithoutAWordOfWhy() {
    Map<String, String> bad = badTokens();
    assertThat(bad).hasSizeGreaterThan(40);
    return bad.entrySet().stream()
        .map(
            token ->
                DynamicTest.dynamicTest(
                    token.getKey(),
                    () -> {
                      isRefused(call(token.getValue()));
                      assertThat(STRANGER.getServeEvents().getRequests()).isEmpty();
                    }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic b3BlcmF0b3I6eA==", "Bearer", "Bearer a b", "bearer=x", "Token x"})
  void anotherKindOfAuthorizationIsRefused(String authorization) throws Exception {
    isRefused(call(SERVICE, BODY, authorization));
  }

  @Test
  void aTokenInTheAddressOrInTheBodyIsNone() throws Exception {
    String token = EHR.token(BASE + SERVICE);
    isRefused(call(SERVICE + "?access_token=" + token, BODY, "Basic x"));
  }

  @DisplayName("SEC-09 a token is taken once, after everything else was checked")
  @Test
  void aTokenIsTakenOnceHoweverOftenItIsSentAtTheSameTime() throws Exception {
    String token = EHR.token(BASE + SERVICE);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<Integer> attempt = () -> call(token).statusCode();
      List<Future<Integer>> attempts =
          threads.invokeAll(IntStream.range(0, 16).mapToObj(unused -> attempt).toList());
      int taken = 0;
      for (Future<Integer> status : attempts) {
        taken += Objects.equals(status.get(), 200) ? 1 : 0;
      }
      assertThat(taken).isEqualTo(1);
    }
    isRefused(call(token));
  }

  @Test
  void whileUsedTokensCannotBeLookedUpNobodyIsLetIn() throws Exception {
    database.sql("alter table seen_token rename to away").update();
    try {
      HttpResponse<String> response = call(EHR.token(BASE + SERVICE));
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.headers().firstValue("Retry-After")).contains("5");
      assertThat(response.body()).contains("OperationOutcome").doesNotContain("SQL", "table");
    } finally {
      database.sql("alter table away rename to seen_token").update();
    }
    assertThat(call(EHR.token(BASE + SERVICE)).statusCode()).isEqualTo(200);
  }

  @Test
  void aNumberMayBeUsedByAnotherClient() throws Exception {
    JWTClaimsSet.Builder same = EHR.claims(BASE + SERVICE).jwtID("shared-number");
    JWTClaimsSet.Builder other =
        CLINIC.claims(BASE + SERVICE).jwtID("shared-number").claim("tenant", "north");
    assertThat(call(EHR.sign(EHR.header(), same)).statusCode()).isEqualTo(200);
    assertThat(call(CLINIC.sign(CLINIC.header(), other)).statusCode()).isEqualTo(200);
  }

  @Test
  void unknownKidsMakeTheKeysBeReadAgainOnceAndNotMore() throws Exception {
    call(EHR.token(BASE + SERVICE));
    KEYS.resetRequests();
    for (int attempt = 0; attempt < 20; attempt++) {
      isRefused(call(with(header().keyID("unknown-" + attempt))));
    }
    assertThat(KEYS.findAll(getRequestedFor(urlEqualTo(LISTED))).size()).isLessThanOrEqualTo(2);
    assertThat(call(EHR.token(BASE + SERVICE)).statusCode()).isEqualTo(200);
  }

  /** A browser sends no token with a preflight. */
  @DisplayName("SEC-13 a preflight needs no token, and refusals carry the same headers")
  @Test
  void aPreflightNeedsNoToken() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + SERVICE))
                .header("Origin", "https://ehr.example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .containsIgnoringCase("authorization");
  }

  private int status(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    for (int index = 0; index < headers.length; index += 2) {
      request.header(headers[index], headers[index + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cds-services",
        "/",
        "/guideline",
        "/karyotype",
        "/integrators",
        "/integrators/api",
        "/explorer/karyon.css",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness"
      })
  void whatTellsNothingOfAPatientIsForEverybody(String path) throws Exception {
    assertThat(status(path)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/prometheus",
        "/actuator/info",
        "/actuator/env",
        "/feedback/report",
        "/feedback",
        "/patients",
        "/patients/01-ph-positive-induction"
      })
  void whatIsForTheOperatorIsForNobodyElse(String path) throws Exception {
    assertThat(status(path)).isEqualTo(401);
    assertThat(status(path, "Authorization", "Basic b3BlcmF0b3I6d3Jvbmc=")).isEqualTo(401);
    assertThat(status(path, "Authorization", "Bearer " + EHR.token(BASE + path))).isEqualTo(401);
  }

  @Test
  void theOperatorReadsTheMetrics() throws Exception {
    String basic =
        "Basic "
            + java.util.Base64.getEncoder()
                .encodeToString("operator:correct horse".getBytes(StandardCharsets.UTF_8));
    assertThat(status("/actuator/prometheus", "Authorization", basic)).isEqualTo(200);
    assertThat(status("/actuator/env", "Authorization", basic)).isEqualTo(404);
  }

  @DisplayName("SEC-03 what could expose a patient is for known clients")
  @ParameterizedTest
  @ValueSource(strings = {"/examples", "/error", "/nothing", "/cds-services/x"})
  void everythingElseIsForKnownClients(String path) throws Exception {
    assertThat(status(path)).isEqualTo(401);
  }

  @DisplayName("SEC-03 the page of karyotypes is for everybody, reading one as JSON is for clients")
  @Test
  void readingKaryotypesAsJsonIsForKnownClients() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/karyotype"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("46,XX[20]"))
            .build();
    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  /** A peer wrote tokens to its log. */
  @DisplayName("SEC-10 no token is logged")
  @Test
  void noTokenIsLogged(CapturedOutput output) throws Exception {
    String good = EHR.token(BASE + SERVICE);
    String bad = STOLEN.token(BASE + SERVICE);
    call(good);
    call(bad);
    call(good);

    assertThat(output.getAll()).contains("A token of hospital was refused: jti");
    for (String token : List.of(good, bad)) {
      for (String part : token.split("\\.")) {
        assertThat(output.getAll()).doesNotContain(part);
      }
    }
  }

  @DisplayName("ERR-04 any failure of a token is 401 without explanation")
  @Test
  void aKeySetThatCannotBeHadRefusesAndNeverLetsIn() throws Exception {
    KEYS.stubFor(get(LISTED).willReturn(aResponse().withStatus(500)));
    try {
      isRefused(call(STOLEN.token(BASE + SERVICE)));
    } finally {
      KEYS.stubFor(get(LISTED).willReturn(okJson(EHR.publicKeys())));
    }
  }

  private int fhir(String path, String token) throws IOException, InterruptedException {
    return status(path, "Authorization", "Bearer " + token);
  }

  @Test
  void aTokenForTheFhirApiIsForAllOfItUntilItExpires() throws Exception {
    String token = EHR.token(BASE + "/fhir");
    assertThat(fhir("/fhir/PlanDefinition", token)).isEqualTo(200);
    assertThat(fhir("/fhir/PlanDefinition?_count=1", token)).isEqualTo(200);
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir/$assess"))
                        .header("Content-Type", "application/fhir+json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString("{\"resourceType\":\"Bundle\"}"))
                        .build(),
                    BodyHandlers.ofString())
                .statusCode())
        .as("it is heard, and the record is empty")
        .isEqualTo(422);
  }

  @Test
  void whatIsNotGrantedIsForbidden() throws Exception {
    String token = EHR.token(BASE + "/fhir");
    assertThat(fhir("/fhir/Library", token)).isEqualTo(403);
    assertThat(fhir("/fhir/ValueSet/x", token)).isEqualTo(403);
    String clinic = CLINIC.token(BASE + "/fhir", claims -> claims.claim("tenant", "north"));
    assertThat(fhir("/fhir/PlanDefinition", clinic)).isEqualTo(403);
  }

  @Test
  void aTokenCanClaimLessThanWasGrantedAndNeverMore() throws Exception {
    String less =
        EHR.token(BASE + "/fhir", claims -> claims.claim("scope", "system/PlanDefinition.r"));
    assertThat(fhir("/fhir/PlanDefinition", less)).isEqualTo(403);
    String more = EHR.token(BASE + "/fhir", claims -> claims.claim("scope", "system/*.cruds"));
    assertThat(fhir("/fhir/PlanDefinition", more)).isEqualTo(200);
    assertThat(fhir("/fhir/Library", more)).isEqualTo(403);
  }

  @Test
  void aTokenForAHookIsNoneForTheFhirApiAndTheOtherWayRound() throws Exception {
    assertThat(fhir("/fhir/PlanDefinition", EHR.token(BASE + SERVICE))).isEqualTo(401);
    isRefused(call(EHR.token(BASE + "/fhir")));
    assertThat(status("/fhir/PlanDefinition")).isEqualTo(401);
    assertThat(fhir("/fhir/PlanDefinition", STOLEN.token(BASE + "/fhir"))).isEqualTo(401);
    assertThat(status("/fhir/metadata")).isEqualTo(200);
  }

  @Test
  void anAddressWrittenInAnotherWayOpensNothingMore() throws Exception {
    String path = "/fhir/%50lanDefinition";
    String forThisSpelling = CLINIC.token(BASE + path, claims -> claims.claim("tenant", "north"));
    assertThat(fhir(path, forThisSpelling)).isEqualTo(401);
    String forTheApi = CLINIC.token(BASE + "/fhir", claims -> claims.claim("tenant", "north"));
    assertThat(fhir(path, forTheApi)).isEqualTo(403);
    assertThat(fhir(path, EHR.token(BASE + "/fhir"))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%66hir/PlanDefinition", "/fhi%72/PlanDefinition"})
  void anAddressThatHidesWhoServesItIsRefused(String path) throws Exception {
    assertThat(fhir(path, CLINIC.token(BASE + path))).isEqualTo(400);
    assertThat(fhir(path, EHR.token(BASE + "/fhir"))).isEqualTo(400);
    assertThat(status(path)).isEqualTo(400);
  }
}
