package org.karyon.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the example patients: their requests can be sent to the services as they are. */
@RestController
@Profile("demo")
class ExamplesController {

  private static final MediaType UTF_8_JSON =
      new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);

  private final ExampleCases cases;

  ExamplesController(ExampleCases cases) {
    this.cases = cases;
  }

  @GetMapping("/examples")
  List<Map<String, String>> examples() {
    return cases.all().stream().map(ExamplesController::line).toList();
  }

  private static Map<String, String> line(ExampleCase example) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("name", example.name());
    line.put("service", example.service());
    line.put("request", "/examples/" + example.name() + "/request");
    line.put("patient", "/examples/" + example.name() + "/patient");
    line.put("story", example.story());
    return line;
  }

  @GetMapping("/examples/{name}/request")
  ResponseEntity<String> request(@PathVariable String name) {
    return json(cases.named(name).map(ExampleCase::request));
  }

  @GetMapping("/examples/{name}/patient")
  ResponseEntity<String> patient(@PathVariable String name) {
    return json(
        cases
            .named(name)
            .map(example -> ExampleRecord.transaction(example.patient()).toPrettyString()));
  }

  private static ResponseEntity<String> json(Optional<String> body) {
    return body.map(text -> ResponseEntity.ok().contentType(UTF_8_JSON).body(text))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
