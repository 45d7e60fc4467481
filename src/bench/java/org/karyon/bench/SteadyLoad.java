package org.karyon.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends at a steady rate, whether or not earlier calls are answered. A call is timed from when it
 * should have been sent, so that a service that stands still cannot hide it.
 */
final class SteadyLoad {

  private SteadyLoad() {}

  /** The 99th percentile by the median, at a rate of calls a second. */
  static double tail(String address, byte[] body, double rate, int seconds) {
    run(address, body, rate, Math.max(1, seconds / 3));
    List<Double> micros = run(address, body, rate, seconds);
    Collections.sort(micros);
    return micros.get((int) (micros.size() * 0.99)) / micros.get(micros.size() / 2);
  }

  private static List<Double> run(String address, byte[] body, double rate, int seconds) {
    HttpRequest request = Child.post(address, body);
    List<Double> micros = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      long begin = System.nanoTime();
      long calls = (long) (rate * seconds);
      for (long call = 0; call < calls; call++) {
        long due = begin + (long) (call / rate * 1e9);
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(Math.max(1, due - System.nanoTime() - 50_000));
        }
        sent.add(
            client
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenAccept(answer -> micros.add((System.nanoTime() - due) / 1_000.0)));
      }
      sent.forEach(CompletableFuture::join);
    }
    return new ArrayList<>(micros);
  }
}
