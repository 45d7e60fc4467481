package org.karyon.explorer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sandbox needs on loopback: its own files, and an open FHIR server of example patients.
 */
final class SandboxServers implements AutoCloseable {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "js", "text/javascript",
          "css", "text/css",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png");

  private final Path folder;
  private final List<JsonNode> resources;
  private final HttpServer files;
  private final HttpServer fhir;

  SandboxServers(Path folder, List<Path> bundles) throws IOException {
    this.folder = folder;
    List<JsonNode> all = new java.util.ArrayList<>();
    for (Path bundle : bundles) {
      JsonMapper.shared()
          .readTree(Files.readString(bundle))
          .path("entry")
          .forEach(entry -> all.add(entry.path("resource")));
    }
    this.resources = List.copyOf(all);
    this.files = server(this::file);
    this.fhir = server(this::fhir);
  }

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private static HttpServer server(Answer answer) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", answer::to);
    server.start();
    return server;
  }

  String sandbox() {
    return "http://localhost:" + files.getAddress().getPort();
  }

  String fhirBase() {
    return "http://localhost:" + fhir.getAddress().getPort() + "/fhir";
  }

  private void file(HttpExchange exchange) throws IOException {
    Path asked = folder.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
    Path file =
        asked.startsWith(folder) && Files.isRegularFile(asked)
            ? asked
            : folder.resolve("index.html");
    String name = file.getFileName().toString();
    String type =
        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    send(exchange, type, Files.readAllBytes(file));
  }

  private void fhir(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
    exchange.getResponseHeaders().add("Access-Control-Allow-Headers", "*, authorization");
    if (exchange.getRequestMethod().equals("OPTIONS")) {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
      return;
    }
    URI uri = exchange.getRequestURI();
    String path = uri.getPath().replaceFirst("^/fhir/?", "").replaceFirst("/_search$", "");
    String query =
        String.valueOf(uri.getQuery())
            + '&'
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (path.equals("metadata")) {
      json(exchange, Map.of("resourceType", "CapabilityStatement", "fhirVersion", "4.0.1"));
      return;
    }
    String[] parts = path.split("/", 2);
    List<JsonNode> found =
        resources.stream()
            .filter(resource -> resource.path("resourceType").asString("").equals(parts[0]))
            .filter(
                resource ->
                    parts.length == 2
                        ? resource.path("id").asString("").equals(parts[1])
                        : parts[0].equals("Patient") || isOf(resource, query))
            .toList();
    if (parts.length == 2 && found.isEmpty()) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
    } else if (parts.length == 2) {
      json(exchange, found.getFirst());
    } else {
      json(
          exchange,
          Map.of(
              "resourceType",
              "Bundle",
              "type",
              "searchset",
              "total",
              found.size(),
              "entry",
              found.stream().map(resource -> Map.of("resource", resource)).toList()));
    }
  }

  private static boolean isOf(JsonNode resource, String query) {
    String patient = resource.path("subject").path("reference").asString("");
    return query.matches(
        "(?s).*(^|&)patient=(Patient(/|%2F))?"
            + java.util.regex.Pattern.quote(patient.replaceFirst("^Patient/", ""))
            + "(&.*|$)");
  }

  private static void json(HttpExchange exchange, Object value) throws IOException {
    send(exchange, "application/json", JsonMapper.shared().writeValueAsBytes(value));
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    files.stop(0);
    fhir.stop(0);
  }
}
