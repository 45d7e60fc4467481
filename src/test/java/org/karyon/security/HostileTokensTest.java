package org.karyon.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens that hold what no library promises to survive: refused, quickly, and for a true reason.
 */
@Tag("slow")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:hostile-tokens",
      "karyon.public-url=https://cds.example.org/karyon",
      "karyon.operator.password=correct horse"
    })
@ExtendWith(OutputCaptureExtension.class)
class HostileTokensTest {

  private static final String ISSUER = "https://clinic.example.org";
  private static final SigningClient CLINIC = SigningClient.rsa(ISSUER, JWSAlgorithm.RS384);
  private static final JWSSigner SIGNER = signer();
  private static final SigningClient STRANGER = SigningClient.rsa(ISSUER, JWSAlgorithm.RS384);
  private static final String HOOK = "/cds-services/all-patient-view";
  private static final int LARGEST_HEADER = 8_192;
  private static final String BASE = "https://cds.example.org/karyon";

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void clients(DynamicPropertyRegistry registry) throws IOException {
    Path file = Files.createTempFile("clinic", ".json");
    file.toFile().deleteOnExit();
    Files.writeString(file, CLINIC.publicKeys());
    String clinic = "karyon.security.clients.clinic.";
    registry.add(clinic + "issuer", () -> ISSUER);
    registry.add(clinic + "jwks-file", file::toString);
    registry.add(clinic + "scopes", () -> "system/*.rs");
  }

  private HttpResponse<String> send(String method, String path, String token) throws Exception {
    long begun = System.nanoTime();
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(
                    method,
                    method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
    return answer;
  }

  /**
   * The status of an answer. Who sends more of a header than a container reads may find the
   * connection closed while it still sends, which tells the same as 431.
   */
  private int status(String method, String path, String token) throws Exception {
    try {
      return send(method, path, token).statusCode();
    } catch (IOException closed) {
      if (token.length() > LARGEST_HEADER) {
        return 431;
      }
      throw closed;
    }
  }

  private static Map<String, Object> claims(String audience) {
    long now = System.currentTimeMillis() / 1000;
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", audience);
    claims.put("iat", now);
    claims.put("exp", now + 300);
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  private static JWSSigner signer() {
    try {
      return new DefaultJWSSignerFactory().createJWSSigner(CLINIC.key(), JWSAlgorithm.RS384);
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String signed(String payload) throws Exception {
    JWSObject token = new JWSObject(CLINIC.header().build(), new Payload(payload));
    token.sign(SIGNER);
    return token.serialize();
  }

  private static String json(Map<String, Object> claims) {
    return JsonMapper.shared().writeValueAsString(claims);
  }

  static Stream<String> values() {
    return Stream.of(
        "null",
        "[]",
        "[null]",
        "[null,null]",
        "[[]]",
        "[1]",
        "[{}]",
        "{}",
        "1",
        "-1",
        "true",
        "\"\"",
        "\"\\u0000\"",
        "1e99999999999",
        "1e999999999",
        "1e1000000",
        "-1e999999999",
        "9".repeat(100_000),
        "9223372036854775807",
        "-9223372036854775808",
        "1.5",
        "\"" + "a".repeat(5000) + "\"");
  }

  @ParameterizedTest
  @MethodSource("values")
  void whateverAClaimIsTheTokenIsRefusedWithoutAFault(String value) throws Exception {
    for (String claim :
        List.of("aud", "iss", "sub", "exp", "iat", "nbf", "jti", "tenant", "scope", "cnf", "x")) {
      Map<String, Object> claims = claims(BASE + HOOK);
      claims.remove(claim);
      String payload = json(claims).replaceFirst("\\{", "{\"" + claim + "\":" + value + ",");

      assertThat(status("POST", HOOK, signed(payload))).as(claim).isLessThan(500);
      Map<String, Object> api = claims(BASE + "/fhir");
      api.remove(claim);
      String apiPayload = json(api).replaceFirst("\\{", "{\"" + claim + "\":" + value + ",");
      assertThat(status("GET", "/fhir/PlanDefinition", signed(apiPayload)))
          .as(claim)
          .isLessThan(500);
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void whateverTheHeaderHoldsTheTokenIsRefusedWithoutAFault(String value) throws Exception {
    for (String name :
        List.of(
            "crit", "jku", "jwk", "x5c", "x5u", "kid", "typ", "cty", "alg", "b64", "zip", "x")) {
      String header =
          "{\"alg\":\"RS384\",\"typ\":\"JWT\",\"kid\":\"k\",\"" + name + "\":" + value + "}";
      String token =
          Stream.of(header, json(claims(BASE + HOOK)), "signature")
              .map(
                  part ->
                      Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(UTF_8)))
              .reduce((one, other) -> one + "." + other)
              .orElseThrow();

      assertThat(status("POST", HOOK, token)).as(name).isIn(400, 401, 431);
    }
  }

  @Test
  void aScopeThatIsThereTwiceIsThereOnce() throws Exception {
    Map<String, Object> claims = claims(BASE + "/fhir");
    claims.put(
        "scope", "system/PlanDefinition.rs system/PlanDefinition.rs  system/PlanDefinition.rs");

    assertThat(send("GET", "/fhir/PlanDefinition", signed(json(claims))).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[\"exp\"]", "[\"b64\"]", "null", "\"exp\""})
  void nothingThatMustBeUnderstoodIsAnnounced(String crit) throws Exception {
    // Signed by hand, because the library refuses to sign such a header.
    String header =
        "{\"alg\":\"RS384\",\"typ\":\"JWT\",\"kid\":\"%s\",\"crit\":%s,\"exp\":1}"
            .formatted(CLINIC.key().getKeyID(), crit);
    String signed =
        Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8))
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json(claims(BASE + HOOK)).getBytes(UTF_8));
    java.security.Signature signature = java.security.Signature.getInstance("SHA384withRSA");
    signature.initSign(CLINIC.key().toRSAKey().toPrivateKey());
    signature.update(signed.getBytes(UTF_8));
    String token =
        signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());

    assertThat(send("POST", HOOK, token).statusCode()).isEqualTo(401);
  }

  @Test
  void whoSaysTwiceWhoCallsIsRefused() throws Exception {
    String token = CLINIC.token(BASE + HOOK);
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              ("POST %s HTTP/1.1\r\n"
                      + "Host: here\r\n"
                      + "Connection: close\r\n"
                      + "Content-Type: application/json\r\n"
                      + "Authorization: Bearer %s\r\n"
                      + "Authorization: Bearer other\r\n"
                      + "Content-Length: 2\r\n\r\n"
                      + "{}")
                  .formatted(HOOK, token)
                  .getBytes(UTF_8));

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400")
          .contains("one Authorization header");
    }
  }

  @Test
  void anAddressOfKeysBesideAFileIsIgnored() throws Exception {
    String token =
        CLINIC.sign(
            CLINIC.header().jwkURL(URI.create("https://clinic.example.org/jwks.json")),
            CLINIC.claims(BASE + HOOK));

    assertThat(send("POST", HOOK, token).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "aud, expected https://cds.example.org/karyon/cds-services/all-patient-view",
    "aud, received https://wrong.example.org/x",
    "kid, a key of the client's key set",
    "alg, ES384"
  })
  void theLogNamesTheTrueReason(String reason, String details, CapturedOutput output)
      throws Exception {
    String token =
        switch (reason) {
          case "aud" -> CLINIC.token("https://wrong.example.org/x");
          case "kid" -> STRANGER.token(BASE + HOOK);
          default -> {
            SigningClient weak = SigningClient.rsa(ISSUER, JWSAlgorithm.RS256);
            yield weak.token(BASE + HOOK);
          }
        };

    HttpResponse<String> answer = send("POST", HOOK, token);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).doesNotContain(reason, "expected");
    assertThat(output.getAll()).contains("was refused: " + reason, details);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feedback/report", "/actuator/prometheus"})
  void theOperatorIsAskedForAPassword(String path) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
  }
}
