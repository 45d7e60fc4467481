package org.karyon.bulk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.karyon.bulk.ExportingServer.json;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karyon.security.FhirBaseUrl;
import org.karyon.security.ReachableAddresses;

/** A server that exports, on loopback, with its failures. */
class BulkExportTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final String PATIENTS =
      "{\"resourceType\":\"Patient\",\"id\":\"a\"}\n{\"resourceType\":\"Patient\",\"id\":\"b\"}\n";
  private static final Pattern ASSERTION = Pattern.compile("client_assertion=([^&]+)");

  @TempDir private Path folder;
  private final ExportingServer ehr = new ExportingServer(PATIENTS);
  private final WireMockServer server = ehr.server();
  private final List<Duration> pauses = new ArrayList<>();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private ECKey key;

  @BeforeEach
  void start() throws Exception {
    key = new ECKeyGenerator(Curve.P_384).keyID("our-key").generate();
    ehr.token("first");
    manifest(true, "{'type':'Patient','url':'%s/files/1','count':2}".formatted(origin()));
  }

  @AfterEach
  void stop() {
    ehr.close();
  }

  private String origin() {
    return ehr.at("");
  }

  private void manifest(boolean withToken, String... files) {
    server.stubFor(get("/status/7").willReturn(ExportingServer.manifest(withToken, files)));
  }

  private void fetch(String... filesFrom) throws Exception {
    new BulkExport(
            new AllowedOrigins(
                FhirBaseUrl.of(origin() + "/fhir"),
                List.of(filesFrom).stream().map(FhirBaseUrl::of).toList()),
            Optional.of(new BackendService("karyon", key, "system/*.rs", Optional.empty())),
            true,
            new ReachableAddresses(InetAddress::getAllByName, true),
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(30), 4, Duration.ofHours(1)),
            Clock.fixed(NOW, ZoneOffset.UTC),
            pauses::add,
            new PrintStream(told, true, StandardCharsets.UTF_8))
        .fetch("Patient/$export", List.of("Patient", "Observation"), folder);
  }

  @Test
  void anExportIsAskedForFetchedAndDeletedByABackendService() throws Exception {
    fetch();

    assertThat(folder.resolve("00001.Patient.ndjson")).hasContent(PATIENTS);
    server.verify(
        getRequestedFor(urlPathEqualTo("/fhir/Patient/$export"))
            .withHeader("Prefer", equalTo("respond-async, handling=lenient"))
            .withHeader("Accept", equalTo("application/fhir+json"))
            .withHeader("Authorization", equalTo("Bearer first"))
            .withQueryParam("_type", equalTo("Patient,Observation"))
            .withQueryParam("_outputFormat", equalTo("application/fhir+ndjson")));
    server.verify(
        getRequestedFor(urlPathEqualTo("/files/1"))
            .withHeader("Authorization", equalTo("Bearer first")));
    server.verify(1, deleteRequestedFor(urlPathEqualTo("/status/7")));
    server.verify(1, postRequestedFor(urlPathEqualTo("/token")));
    assertThat(pauses).isEmpty();
  }

  @Test
  void theServiceSignsWhoItIsAndNoAssertionIsUsedTwice() throws Exception {
    ehr.inTurn("/fhir/Patient/$export", aResponse().withStatus(401), ehr.kickedOff());

    fetch();

    Set<String> ids = new HashSet<>();
    List<LoggedRequest> asked = server.findAll(postRequestedFor(urlPathEqualTo("/token")));
    for (LoggedRequest request : asked) {
      Matcher assertion = ASSERTION.matcher(request.getBodyAsString());
      assertThat(assertion.find()).isTrue();
      SignedJWT signed =
          SignedJWT.parse(URLDecoder.decode(assertion.group(1), StandardCharsets.UTF_8));
      assertThat(signed.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
      assertThat(signed.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES384);
      assertThat(signed.getHeader().getKeyID()).isEqualTo("our-key");
      assertThat(signed.getJWTClaimsSet().getIssuer()).isEqualTo("karyon");
      assertThat(signed.getJWTClaimsSet().getSubject()).isEqualTo("karyon");
      assertThat(signed.getJWTClaimsSet().getAudience()).containsExactly(origin() + "/token");
      assertThat(signed.getJWTClaimsSet().getExpirationTime().toInstant())
          .isBetween(NOW, NOW.plusSeconds(300));
      ids.add(signed.getJWTClaimsSet().getJWTID());
    }
    // A token that was not accepted is replaced once.
    assertThat(asked).hasSize(2);
    assertThat(ids).hasSize(2);
  }

  @Test
  void aTokenThatIsNeverAcceptedEndsTheFetch() {
    ehr.inTurn("/fhir/Patient/$export", aResponse().withStatus(401));

    assertThatThrownBy(this::fetch)
        .isInstanceOf(ExportFailed.class)
        .hasMessageContaining("does not accept the token")
        .hasMessageNotContaining("first");
  }

  @Test
  void whatHelpsIsToldApartFromWhatFailed() {
    Map<Integer, ExportRemedy> remedies =
        Map.of(
            302, ExportRemedy.NONE,
            400, ExportRemedy.NONE,
            401, ExportRemedy.CREDENTIALS,
            403, ExportRemedy.REGISTRATION,
            404, ExportRemedy.ANOTHER_EXPORT,
            501, ExportRemedy.ANOTHER_EXPORT,
            503, ExportRemedy.ASK_AGAIN);
    remedies.forEach(
        (status, remedy) -> {
          server.stubFor(
              get(urlPathEqualTo("/fhir/Patient/$export"))
                  .willReturn(aResponse().withStatus(status)));
          assertFailsWith(remedy);
        });
    server.stubFor(post("/token").willReturn(aResponse().withStatus(400)));
    assertFailsWith(ExportRemedy.REGISTRATION);
    server.stubFor(
        get("/fhir/.well-known/smart-configuration").willReturn(aResponse().withStatus(404)));
    assertFailsWith(ExportRemedy.TOKEN_ENDPOINT);
  }

  private void assertFailsWith(ExportRemedy remedy) {
    assertThatThrownBy(this::fetch)
        .isInstanceOfSatisfying(
            ExportFailed.class,
            failed -> {
              assertThat(failed.remedy()).as(failed.told()).isEqualTo(remedy);
              assertThat(failed.told()).doesNotContain("--").endsWith(".");
            });
  }

  @Test
  void theServerIsAskedAgainWhenItSaysAndOtherwiseLessAndLessOften() throws Exception {
    ehr.inTurn(
        "/fhir/Patient/$export",
        aResponse().withStatus(503).withHeader("Retry-After", "7"),
        ehr.kickedOff());
    ehr.inTurn(
        "/status/7",
        aResponse().withStatus(202).withHeader("Retry-After", "3").withHeader("X-Progress", "10 %"),
        aResponse().withStatus(429).withHeader("Retry-After", "Mon, 23 Nov 2026 09:00:11 GMT"),
        aResponse().withStatus(202),
        aResponse().withStatus(202).withHeader("Retry-After", "86400"),
        aResponse().withStatus(502),
        json(
            "{'transactionTime':'2026-11-23T08:00:00Z','output':[{'type':'Patient','url':'%s/files/1'}]}"
                .formatted(origin())));

    fetch();

    assertThat(pauses)
        .extracting(Duration::toSeconds)
        // The longest pause is ours to say.
        .containsExactly(7L, 3L, 11L, 2L, 30L, 1L);
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("10 %");
  }

  @Test
  void aDownloadThatBreaksIsBegunAnewAndNeverLeftHalf() throws Exception {
    ehr.inTurn(
        "/files/1",
        aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withHeader("Content-Encoding", "gzip").withBody(packed(PATIENTS)));

    fetch();

    assertThat(names()).containsExactly("00001.Patient.ndjson.gz", "fetched");
    assertThat(folder.resolve("00001.Patient.ndjson.gz")).hasBinaryContent(packed(PATIENTS));
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFetchThatFailedGoesOnWithTheSameExport() throws Exception {
    manifest(
        true,
        "{'type':'Patient','url':'%s/files/1'}".formatted(origin()),
        "{'type':'Observation','url':'%s/files/2'}".formatted(origin()));
    server.stubFor(get("/files/2").willReturn(aResponse().withStatus(500)));
    assertThatThrownBy(this::fetch)
        .isInstanceOf(ExportFailed.class)
        .hasMessageContaining("/files/2")
        .hasMessageContaining("4 attempts");

    server.stubFor(get("/files/2").willReturn(aResponse().withBody("{}\n")));
    fetch();
    fetch();

    assertThat(names())
        .containsExactly("00001.Patient.ndjson", "00002.Observation.ndjson", "fetched");
    server.verify(1, getRequestedFor(urlPathEqualTo("/fhir/Patient/$export")));
    server.verify(1, getRequestedFor(urlPathEqualTo("/files/1")));
    server.verify(1, deleteRequestedFor(urlPathEqualTo("/status/7")));
  }

  @Test
  void fewerResourcesThanTheServerAnnouncedAreNoExport() throws Exception {
    manifest(true, "{'type':'Patient','url':'%s/files/1','count':3}".formatted(origin()));

    assertThatThrownBy(this::fetch)
        .isInstanceOf(ExportFailed.class)
        .hasMessageContaining("announced 3 resources and sent 2");
    assertThat(names()).containsExactly("export-under-way");
  }

  @Test
  void anExportThatTheServerForgotIsAskedForAnewByTheNextRun() throws Exception {
    server.stubFor(get("/status/7").willReturn(aResponse().withStatus(404)));
    assertThatThrownBy(this::fetch).hasMessageContaining("no longer knows the export");

    manifest(true, "{'type':'Patient','url':'%s/files/1'}".formatted(origin()));
    fetch();

    server.verify(2, getRequestedFor(urlPathEqualTo("/fhir/Patient/$export")));
  }

  @Test
  void aServerCannotAimTheFetchAtAnotherAddress() throws Exception {
    WireMockServer other = new WireMockServer(options().dynamicPort());
    other.start();
    try {
      other.stubFor(any(anyUrl()).willReturn(aResponse().withBody(PATIENTS)));
      String elsewhere = "http://localhost:" + other.port();
      manifest(false, "{'type':'Patient','url':'%s/files/1'}".formatted(elsewhere));
      assertThatThrownBy(this::fetch)
          .isInstanceOf(ExportFailed.class)
          .extracting(failure -> ((ExportFailed) failure).remedy())
          .isEqualTo(ExportRemedy.ALLOWED_ORIGIN);
      assertThat(other.getAllServeEvents()).isEmpty();

      // What lies on an allowed origin is fetched, and the token stays away where it is not wanted.
      fetch(elsewhere);
      other.verify(
          1, getRequestedFor(urlPathEqualTo("/files/1")).withHeader("Authorization", absent()));
    } finally {
      other.stop();
    }
  }

  @Test
  void neitherRedirectsNorForeignStatusAddressesAreFollowed() {
    for (String location :
        List.of(
            "http://169.254.169.254/latest",
            "http://localhost:1/status",
            "file:///etc/passwd",
            "http://user@localhost:" + server.port() + "/status/7",
            "?")) {
      server.stubFor(
          get(urlPathEqualTo("/fhir/Patient/$export"))
              .willReturn(
                  aResponse()
                      .withStatus(location.equals("?") ? 302 : 202)
                      .withHeader("Location", origin() + "/elsewhere")
                      .withHeader("Content-Location", location)));

      assertThatThrownBy(this::fetch).as(location).isInstanceOf(ExportFailed.class);
    }
    server.verify(0, getRequestedFor(urlPathEqualTo("/elsewhere")));
    server.verify(0, getRequestedFor(urlPathEqualTo("/status/7")));
  }

  @Test
  void whatCouldNotBeExportedIsKeptAndSaid() throws Exception {
    server.stubFor(
        get("/status/7")
            .willReturn(
                json(
                    ("{'transactionTime':'2026-11-23T08:00:00Z','requiresAccessToken':true,"
                         + "'output':[],'error':[{'type':'OperationOutcome','url':'%s/files/1'}]}")
                        .formatted(origin()))));

    fetch();

    assertThat(names()).contains("00001.OperationOutcome.not-exported.ndjson");
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("could not be exported");
  }
}
