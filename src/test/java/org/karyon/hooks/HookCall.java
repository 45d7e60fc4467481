package org.karyon.hooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;

/** A call as an EHR sends it, to the service of the hook that it names. */
public final class HookCall {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private HookCall() {}

  /** The answer of the service on this machine. */
  public static HttpResponse<String> send(int port, JsonNode request)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/cds-services/all-%s"
                        .formatted(port, request.path("hook").asString())))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(request.toString()))
            .build(),
        BodyHandlers.ofString());
  }
}
