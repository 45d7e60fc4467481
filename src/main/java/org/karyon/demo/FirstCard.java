package org.karyon.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells, once the service is up, the one line that shows a card. */
@Component
@Profile("demo")
class FirstCard {

  private final ExampleCases cases;
  private final WebServerApplicationContext context;

  FirstCard(ExampleCases cases, WebServerApplicationContext context) {
    this.cases = cases;
    this.context = context;
  }

  @EventListener(ApplicationReadyEvent.class)
  @SuppressWarnings("SystemOut") // The line is for the person who started the demo, not for a log.
  void tell() {
    int port = context.getWebServer() == null ? 8080 : context.getWebServer().getPort();
    cases.all().stream()
        .findFirst()
        .ifPresent(
            example ->
                System.out.printf(
                    "%nKaryon is up with %d example patients (http://localhost:%d). Show a"
                        + " card:%n%n  %s%n%n",
                    cases.all().size(), port, line(example, port)));
  }

  static String line(ExampleCase example, int port) {
    String address = "http://localhost:" + port;
    return "curl -s %s/examples/%s/request | curl -s -H 'Content-Type: application/json' --data-binary @- %s/cds-services/%s"
        .formatted(address, example.name(), address, example.service());
  }
}
