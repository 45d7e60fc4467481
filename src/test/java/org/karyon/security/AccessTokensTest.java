package org.karyon.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.karyon.Loopback;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * FHIR clients sign in as they do everywhere: they find the site's authorization server, get a
 * token of SMART Backend Services, and call; several servers, signed and opaque tokens.
 */
@Tag("slow")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "karyon.public-url=http://localhost:8080",
      "spring.datasource.url=jdbc:h2:mem:access-tokens"
    })
class AccessTokensTest {

  private static final AuthorizationServerOnLoopback SIGNING = new AuthorizationServerOnLoopback();
  private static final AuthorizationServerOnLoopback OPAQUE = new AuthorizationServerOnLoopback();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    String site = "karyon.security.authorization-servers.site.";
    registry.add(site + "issuer", () -> SIGNING.at(""));
    registry.add(site + "token-endpoint", () -> SIGNING.at("/token"));
    registry.add(site + "jwks-url", () -> SIGNING.at("/jwks"));
    String partner = "karyon.security.authorization-servers.partner.";
    registry.add(partner + "issuer", () -> OPAQUE.at(""));
    registry.add(partner + "token-endpoint", () -> OPAQUE.at("/token"));
    registry.add(partner + "introspection-url", () -> OPAQUE.at("/introspect"));
    registry.add(partner + "introspection-client-id", () -> "karyon");
    registry.add(partner + "introspection-client-secret", () -> "secret");
    registry.add(partner + "scopes", () -> "system/PlanDefinition.rs");
  }

  private HttpResponse<String> get(String path, String token) {
    return Loopback.send(Loopback.to(port, path).header("Authorization", "Bearer " + token));
  }

  /** As a client of SMART Backend Services does it, from the address of the FHIR API alone. */
  private String token(String scope) {
    HttpResponse<String> smart =
        Loopback.send(Loopback.to(port, "/fhir/.well-known/smart-configuration"));
    assertThat(smart.statusCode()).isEqualTo(200);
    JsonNode found = JsonMapper.shared().readTree(smart.body());
    assertThat(found.path("grant_types_supported").toString()).contains("client_credentials");
    String endpoint = found.path("token_endpoint").asString();
    String assertion =
        AuthorizationServerOnLoopback.signed(
            new JWTClaimsSet.Builder()
                .issuer(AuthorizationServerOnLoopback.CLIENT)
                .subject(AuthorizationServerOnLoopback.CLIENT)
                .audience(endpoint)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(240)))
                .build(),
            SIGNING.client,
            JOSEObjectType.JWT);
    HttpResponse<String> granted =
        Loopback.send(
            HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "grant_type=client_credentials&scope="
                            + URLEncoder.encode(scope, StandardCharsets.UTF_8)
                            + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                            + "&client_assertion="
                            + assertion)));
    assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(granted.body()).path("access_token").asString();
  }

  @Test
  void aClientOfBackendServicesFindsItsTokenAndReads() {
    String token = token("system/PlanDefinition.rs");
    assertThat(get("/fhir/PlanDefinition/risk", token).statusCode()).isEqualTo(200);
    assertThat(get("/fhir/PlanDefinition?_count=1", token).statusCode()).isEqualTo(200);
    assertThat(get("/fhir/PlanDefinition/risk", token).statusCode())
        .as("a token may be used until it expires")
        .isEqualTo(200);
    assertThat(get("/fhir/Library/KaryonLogic", token).statusCode()).isEqualTo(403);
  }

  /** Spring Security's own client, as the recipe of docs/security.md has it. */
  @Test
  void aClientLibraryOfOthersSignsInUnchanged() {
    String smart = get("/fhir/.well-known/smart-configuration", "none").body();
    ClientRegistration registration =
        ClientRegistration.withRegistrationId("karyon")
            .clientId(AuthorizationServerOnLoopback.CLIENT)
            .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .tokenUri(JsonMapper.shared().readTree(smart).path("token_endpoint").asString())
            .scope("system/PlanDefinition.rs", "system/RiskAssessment.r")
            .build();
    RestClientClientCredentialsTokenResponseClient tokens =
        new RestClientClientCredentialsTokenResponseClient();
    NimbusJwtClientAuthenticationParametersConverter<OAuth2ClientCredentialsGrantRequest> signing =
        new NimbusJwtClientAuthenticationParametersConverter<>(unused -> SIGNING.client);
    signing.setJwtClientAssertionCustomizer(
        assertion -> assertion.getHeaders().algorithm(SignatureAlgorithm.ES384));
    tokens.addParametersConverter(signing);
    AuthorizedClientServiceOAuth2AuthorizedClientManager manager =
        new AuthorizedClientServiceOAuth2AuthorizedClientManager(
            new InMemoryClientRegistrationRepository(registration),
            new InMemoryOAuth2AuthorizedClientService(
                new InMemoryClientRegistrationRepository(registration)));
    manager.setAuthorizedClientProvider(
        OAuth2AuthorizedClientProviderBuilder.builder()
            .clientCredentials(grant -> grant.accessTokenResponseClient(tokens))
            .build());
    OAuth2AuthorizedClient signedIn =
        manager.authorize(
            OAuth2AuthorizeRequest.withClientRegistrationId("karyon").principal("nightly").build());
    assertThat(signedIn).isNotNull();
    String token = signedIn.getAccessToken().getTokenValue();
    assertThat(get("/fhir/PlanDefinition/risk", token).statusCode()).isEqualTo(200);
    assertThat(get("/fhir/ValueSet/facts", token).statusCode()).isEqualTo(403);
  }

  @Test
  void theMetadataNamesTheAuthorizationServer() {
    HttpResponse<String> metadata = get("/fhir/metadata", "none");
    assertThat(metadata.body()).contains("SMART-on-FHIR", SIGNING.at("/token"));
  }

  @Test
  void aTokenThatIsNotForThisApiIsRefused() {
    for (Map<String, Object> otherwise :
        List.<Map<String, Object>>of(
            Map.of("aud", "https://other.example.org/fhir"),
            Map.of("exp", Date.from(Instant.now().minusSeconds(600))),
            Map.of("nbf", Date.from(Instant.now().plusSeconds(600))),
            Map.of("iss", "https://other.example.org"))) {
      assertThat(get("/fhir/PlanDefinition/risk", SIGNING.signed(otherwise)).statusCode())
          .as(otherwise.toString())
          .isEqualTo(401);
    }
    assertThat(get("/fhir/PlanDefinition/risk", SIGNING.signed(Map.of())).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aTokenSignedByAnotherKeyInTheNameOfTheServerIsRefused() {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(SIGNING.at(""))
            .audience("http://localhost:8080/fhir")
            .claim("scope", "system/*.rs")
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .build();
    String forged =
        AuthorizationServerOnLoopback.signed(claims, SIGNING.client, JOSEObjectType.JWT);
    assertThat(get("/fhir/PlanDefinition/risk", forged).statusCode()).isEqualTo(401);
  }

  @Test
  void anOpaqueTokenIsAskedAboutAndGrantsNoMoreThanItsServerMay() {
    String token =
        OPAQUE.opaque(
            "{\"active\":true,\"client_id\":\"x\",\"iss\":\"%s\",\"aud\":\"http://localhost:8080/fhir\",\"scope\":\"system/*.rs\"}"
                .formatted(OPAQUE.at("")));
    assertThat(get("/fhir/PlanDefinition/risk", token).statusCode()).isEqualTo(200);
    assertThat(get("/fhir/ValueSet/facts", token).statusCode()).isEqualTo(403);
    String forOthers =
        OPAQUE.opaque("{\"active\":true,\"aud\":\"urn:other\",\"scope\":\"system/*.rs\"}");
    assertThat(get("/fhir/PlanDefinition/risk", forOthers).statusCode()).isEqualTo(401);
    assertThat(get("/fhir/PlanDefinition/risk", "unheard-of").statusCode()).isEqualTo(401);
  }

  @Test
  void anAccessTokenIsNoTokenForAHook() {
    HttpResponse<String> hook =
        Loopback.send(
            Loopback.to(port, "/cds-services/all-patient-view")
                .header("Authorization", "Bearer " + SIGNING.signed(Map.of()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(hook.statusCode()).isEqualTo(401);
  }
}
