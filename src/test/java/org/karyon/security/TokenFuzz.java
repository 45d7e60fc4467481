package org.karyon.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** For Jazzer: any text is a token, or what a token says; it is refused and nothing else. */
public final class TokenFuzz {

  private static final ClientAuthentication AUTHENTICATION = authentication();

  private TokenFuzz() {}

  /** Called by Jazzer before its clock runs; what is read once at start is no input's fault. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(new byte[] {'x', 'x'});
  }

  /** Called by Jazzer; what is thrown is a finding. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, UTF_8);
    authenticate(text);
    String header =
        Base64URL.encode("{\"alg\":\"ES384\",\"typ\":\"JWT\",\"kid\":\"k\"}").toString();
    authenticate(header + "." + Base64URL.encode(input) + "." + Base64URL.encode("x"));
    authenticate(
        Base64URL.encode(input)
            + "."
            + Base64URL.encode("{\"iss\":\"i\"}")
            + "."
            + Base64URL.encode("x"));
    SmartScopes.of(text).allow("PlanDefinition", 'r');
  }

  private static void authenticate(String token) {
    if (token.isBlank()) {
      return;
    }
    try {
      AUTHENTICATION
          .resolve(new MockHttpServletRequest("POST", "/cds-services/all-patient-view"))
          .authenticate(new BearerTokenAuthenticationToken(token));
      throw new IllegalStateException("an unsigned token was accepted");
    } catch (AuthenticationException refused) {
      // As it should be.
    }
  }

  private static ClientAuthentication authentication() {
    SecurityProperties properties =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of(
                        "karyon.security.clients.c.issuer",
                        "i",
                        "karyon.security.clients.c.jwks-file",
                        keySet().toString())))
            .bind("karyon.security", SecurityProperties.class)
            .get();
    return new ClientAuthentication(
        new Clients(properties),
        new TokenRules(Clock.systemUTC(), Duration.ofSeconds(30), Duration.ofMinutes(10)),
        new SeenTokens(JdbcClient.create(new NoDatabase()), Clock.systemUTC()),
        new ExternalAddress("https://cds.example.org"),
        new SimpleMeterRegistry());
  }

  /** With a key of the name that the corpus knows, so that signatures are looked at. */
  private static Path keySet() {
    try {
      Path file = Files.createTempFile("keys", ".json");
      file.toFile().deleteOnExit();
      JWKSet keys = new JWKSet(new ECKeyGenerator(Curve.P_384).keyID("k").generate());
      return Files.writeString(file, keys.toPublicJWKSet().toString());
    } catch (IOException | JOSEException unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
  }

  /** No token gets so far that it is asked for. */
  private static final class NoDatabase extends AbstractDataSource {
    @Override
    public Connection getConnection() {
      throw new IllegalStateException("an unsigned token was believed");
    }

    @Override
    public Connection getConnection(String user, String password) {
      return getConnection();
    }
  }
}
