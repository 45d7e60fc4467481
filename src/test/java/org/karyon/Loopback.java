package org.karyon;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls of a service on this machine; one that brings no answer fails its test. */
public final class Loopback {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Loopback() {}

  public static HttpRequest.Builder to(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  public static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException unanswered) {
      throw new AssertionError(unanswered);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** The answer to a body of a media type. */
  public static HttpResponse<String> post(int port, String path, String type, String body) {
    return send(to(port, path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }
}
