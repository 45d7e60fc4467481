package org.karyon.explorer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small SMART launcher on loopback: an authorization server and the FHIR server of one patient.
 */
final class SmartLauncher implements AutoCloseable {

  private final HttpServer server;
  private final JsonNode record;
  private final String token = UUID.randomUUID().toString();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  SmartLauncher(Path bundle) throws IOException {
    this.record = JsonMapper.shared().readTree(Files.readString(bundle));
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", this::answer);
    server.start();
  }

  String base() {
    return "http://localhost:" + server.getAddress().getPort() + "/fhir";
  }

  String token() {
    return token;
  }

  /** The paths that were asked for with the token. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
    exchange.getResponseHeaders().add("Access-Control-Allow-Headers", "*, authorization");
    if (exchange.getRequestMethod().equals("OPTIONS")) {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
      return;
    }
    String origin = base().substring(0, base().length() - "/fhir".length());
    switch (path) {
      case "/fhir/.well-known/smart-configuration" ->
          json(
              exchange,
              Map.of(
                  "authorization_endpoint",
                  origin + "/authorize",
                  "token_endpoint",
                  origin + "/token",
                  "capabilities",
                  List.of("launch-ehr", "client-public"),
                  "code_challenge_methods_supported",
                  List.of("S256")));
      case "/authorize" -> {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        exchange
            .getResponseHeaders()
            .add(
                "Location",
                query.get("redirect_uri") + "?code=the-code&state=" + query.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
      }
      case "/token" ->
          json(
              exchange,
              Map.of(
                  "access_token",
                  token,
                  "token_type",
                  "Bearer",
                  "expires_in",
                  300,
                  "scope",
                  "launch patient/*.rs",
                  "patient",
                  patient().path("id").asString()));
      default -> fhir(exchange, path.replaceFirst("^/fhir/?", ""));
    }
  }

  private JsonNode patient() {
    return resources("Patient").findFirst().orElseThrow();
  }

  private Stream<JsonNode> resources(String type) {
    return record
        .path("entry")
        .valueStream()
        .map(entry -> entry.path("resource"))
        .filter(resource -> resource.path("resourceType").asString("").equals(type));
  }

  private void fhir(HttpExchange exchange, String path) throws IOException {
    if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    asked.add(path);
    if (path.equals("Patient/" + patient().path("id").asString())) {
      json(exchange, patient());
    } else {
      json(
          exchange,
          Map.of(
              "resourceType",
              "Bundle",
              "type",
              "searchset",
              "entry",
              resources(path).map(resource -> Map.of("resource", resource)).toList()));
    }
  }

  private static Map<String, String> fields(String query) {
    return Stream.of(query.split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> field[0],
                field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                (one, other) -> other));
  }

  private static void json(HttpExchange exchange, Object value) throws IOException {
    byte[] body = JsonMapper.shared().writeValueAsBytes(value);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
