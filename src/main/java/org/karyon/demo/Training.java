package org.karyon.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Sends every example patient through the started service some times and stops it, so that a cache
 * of the virtual machine that is written meanwhile (JEP 483, JEP 515) knows what calls use and not
 * only what the start uses. The image is built with it; nobody else needs it.
 */
@Component
@Profile("demo & training")
class Training {

  private static final int OK = 200;

  private final ExampleCases cases;
  private final ConfigurableApplicationContext context;
  private final int rounds;

  Training(
      ExampleCases cases, ConfigurableApplicationContext context, TrainingProperties properties) {
    this.cases = cases;
    this.context = context;
    this.rounds = properties.rounds();
  }

  @EventListener(ApplicationReadyEvent.class)
  void train() throws IOException, InterruptedException {
    int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int round = 0; round < rounds; round++) {
        for (ExampleCase example : cases.all()) {
          int status = client.send(call(example, port), discarding()).statusCode();
          if (status != OK) {
            throw new IllegalStateException(
                "The example " + example.name() + " was answered with " + status + ".");
          }
        }
      }
    }
    context.close();
  }

  private static HttpResponse.BodyHandler<Void> discarding() {
    return HttpResponse.BodyHandlers.discarding();
  }

  private static HttpRequest call(ExampleCase example, int port) {
    return HttpRequest.newBuilder(
            URI.create("http://localhost:" + port + "/cds-services/" + example.service()))
        .header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
        .POST(HttpRequest.BodyPublishers.ofString(example.request()))
        .build();
  }
}
