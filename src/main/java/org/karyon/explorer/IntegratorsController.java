package org.karyon.explorer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.demo.ExampleCases;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages for those who connect a client: services, a live call, tokens, OpenAPI. */
@Controller
class IntegratorsController {

  private final List<Service> services;
  private final List<Example> examples;

  IntegratorsController(Optional<ExampleCases> examples) throws IOException {
    this.services =
        JsonMapper.shared()
            .readTree(new ClassPathResource("cds-services.json").getContentAsByteArray())
            .path("services")
            .valueStream()
            .map(Service::of)
            .toList();
    this.examples =
        examples.stream().flatMap(cases -> cases.all().stream()).map(Example::of).toList();
  }

  /**
   * A service as the discovery document describes it.
   *
   * @param id the service
   * @param hook the hook that it answers
   * @param title its title
   * @param description what it does
   * @param usage what it needs
   * @param prefetch the parts of a record that it asks for
   */
  record Service(
      String id,
      String hook,
      String title,
      String description,
      String usage,
      List<Map.Entry<String, String>> prefetch) {

    static Service of(JsonNode service) {
      return new Service(
          service.path("id").asString(""),
          service.path("hook").asString(""),
          service.path("title").asString(""),
          service.path("description").asString(""),
          service.path("usageRequirements").asString(""),
          service
              .path("prefetch")
              .propertyStream()
              .map(entry -> Map.entry(entry.getKey(), entry.getValue().asString("")))
              .toList());
    }
  }

  @GetMapping("/integrators")
  String integrators(Model model) {
    model.addAttribute("services", services);
    model.addAttribute("examples", examples);
    return "integrators";
  }

  @GetMapping("/integrators/api")
  String api() {
    return "api";
  }
}
