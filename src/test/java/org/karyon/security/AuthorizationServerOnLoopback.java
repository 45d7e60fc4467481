package org.karyon.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An authorization server of SMART Backend Services on this machine: it checks the assertion that a
 * client signed and gives a token, signed or opaque.
 */
final class AuthorizationServerOnLoopback {

  static final String CLIENT = "registry";

  private final ECKey own = key("server");
  final ECKey client = key("client");
  private final Map<String, String> opaque = new ConcurrentHashMap<>();
  private final HttpServer server;

  AuthorizationServerOnLoopback() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
    server.createContext(
        "/jwks", exchange -> answer(exchange, 200, new JWKSet(own.toPublicJWK()).toString()));
    server.createContext("/token", this::token);
    server.createContext("/introspect", this::introspect);
    server.start();
  }

  private static ECKey key(String id) {
    try {
      return new ECKeyGenerator(Curve.P_384).keyID(id).generate();
    } catch (com.nimbusds.jose.JOSEException unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
  }

  String at(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** A signed access token as this server would give it, with some claims set otherwise. */
  String signed(Map<String, Object> otherwise) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(at(""))
            .subject(CLIENT)
            .claim("client_id", CLIENT)
            .audience("http://localhost:8080/fhir")
            .claim("scope", "system/*.rs")
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
            .jwtID(UUID.randomUUID().toString());
    otherwise.forEach(claims::claim);
    return signed(claims.build(), own, new JOSEObjectType("at+jwt"));
  }

  static String signed(JWTClaimsSet claims, ECKey key, JOSEObjectType type) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES384).type(type).keyID(key.getKeyID()).build(),
              claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (com.nimbusds.jose.JOSEException unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(exchange);
    try {
      SignedJWT assertion = SignedJWT.parse(form.getOrDefault("client_assertion", ""));
      boolean genuine =
          "client_credentials".equals(form.get("grant_type"))
              && "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                  .equals(form.get("client_assertion_type"))
              && assertion.verify(new ECDSAVerifier(client.toECPublicKey()))
              && assertion.getJWTClaimsSet().getAudience().contains(at("/token"))
              && CLIENT.equals(assertion.getJWTClaimsSet().getSubject());
      if (genuine) {
        answer(
            exchange,
            200,
            "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":300,\"scope\":\"%s\"}"
                .formatted(signed(Map.of("scope", form.get("scope"))), form.get("scope")));
        return;
      }
    } catch (java.text.ParseException | com.nimbusds.jose.JOSEException bad) {
      // Answered below, like any other assertion that does not hold.
    }
    answer(exchange, 400, "{\"error\":\"invalid_client\"}");
  }

  /** An opaque token for these claims. */
  String opaque(String claims) {
    String token = UUID.randomUUID().toString();
    opaque.put(token, claims);
    return token;
  }

  private void introspect(HttpExchange exchange) throws IOException {
    String basic =
        "Basic "
            + Base64.getEncoder().encodeToString("karyon:secret".getBytes(StandardCharsets.UTF_8));
    boolean known = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    answer(
        exchange,
        known ? 200 : 401,
        opaque.getOrDefault(form(exchange).getOrDefault("token", ""), "{\"active\":false}"));
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair :
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
            .split("&", -1)) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
