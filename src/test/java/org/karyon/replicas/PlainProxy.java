package org.karyon.replicas;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands calls to replicas in turn, without sticky sessions; one that cannot be connected to is
 * passed over, and a call that reached a replica is never sent twice.
 */
final class PlainProxy implements AutoCloseable {

  private static final int BAD_GATEWAY = 502;

  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Integer> replicas = List.of();

  PlainProxy() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::hand);
    server.start();
  }

  void handTo(List<Integer> ports) {
    replicas = List.copyOf(ports);
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void hand(HttpExchange call) throws IOException {
    byte[] body = call.getRequestBody().readAllBytes();
    List<Integer> ports = replicas;
    int first = Math.floorMod(turn.getAndIncrement(), ports.size());
    for (int next = 0; next < ports.size(); next++) {
      try {
        HttpResponse<byte[]> answer =
            client.send(
                request(call, body, ports.get((first + next) % ports.size())),
                BodyHandlers.ofByteArray());
        answer(call, answer.statusCode(), answer.body());
        return;
      } catch (ConnectException passedOver) {
        continue;
      } catch (IOException broken) {
        break;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    answer(call, BAD_GATEWAY, new byte[0]);
  }

  private static HttpRequest request(HttpExchange call, byte[] body, int port) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + call.getRequestURI()))
            .timeout(Duration.ofSeconds(30))
            .method(call.getRequestMethod(), BodyPublishers.ofByteArray(body));
    for (String header : List.of("Authorization", "Content-Type")) {
      String value = call.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    return request.build();
  }

  private static void answer(HttpExchange call, int status, byte[] body) throws IOException {
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      call.getResponseBody().write(body);
    }
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
