package org.karyon.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a client's scopes open of the FHIR API, over a real port with signed tokens. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "karyon.public-url=https://cds.example.org",
      "spring.datasource.url=jdbc:h2:mem:scopes"
    })
class FhirScopesTest {

  private static final SigningClient REGISTRY =
      SigningClient.rsa("https://registry.example.org", JWSAlgorithm.RS384);
  private static final String BASE = "https://cds.example.org";

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void clients(DynamicPropertyRegistry registry) throws IOException {
    Path file = Files.createTempFile("registry", ".json");
    file.toFile().deleteOnExit();
    Files.writeString(file, REGISTRY.publicKeys());
    String settings = "karyon.security.clients.registry.";
    registry.add(settings + "issuer", () -> "https://registry.example.org");
    registry.add(settings + "jwks-file", file::toString);
    registry.add(settings + "scopes", () -> "system/PlanDefinition.rs,system/Library.r");
  }

  private HttpResponse<String> get(String path, String scope) throws Exception {
    String address = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    String token =
        scope.isEmpty()
            ? REGISTRY.token(BASE + address)
            : REGISTRY.token(BASE + address, claims -> claims.claim("scope", scope));
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Bearer " + token)
            .build(),
        BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "/fhir/PlanDefinition/risk,'',200",
    "/fhir/PlanDefinition?_count=2,'',200",
    "/fhir/Library/logic,'',200",
    "/fhir/Library,'',403",
    "/fhir/ValueSet/facts,'',403",
    "/fhir/ValueSet/facts/$expand,'',403",
    "/fhir/PlanDefinition/risk,system/PlanDefinition.r,200",
    "/fhir/PlanDefinition,system/PlanDefinition.r,403",
    "/fhir/PlanDefinition/risk,system/*.rs,403",
    "/fhir/PlanDefinition/risk,openid,403"
  })
  void aScopeOpensWhatItNames(String path, String scope, int status) throws Exception {
    HttpResponse<String> response = get(path, scope);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    if (status == 403) {
      assertThat(response.body()).contains("OperationOutcome", "forbidden", "system/");
    }
  }

  @Test
  void theCapabilityStatementIsForEverybody() throws Exception {
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/fhir/metadata"))
                        .build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void nothingElseIsForTheUnknown() throws Exception {
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir/$assess"))
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(401);
  }
}
