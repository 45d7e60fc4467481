package org.karyon.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The example patients of the project, from the class path. */
@Component
@Profile("demo")
public class ExampleCases {

  private static final String REQUEST = "request.json";

  private final Map<String, ExampleCase> cases;

  ExampleCases() throws IOException {
    Map<String, ExampleCase> found = new TreeMap<>();
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    for (Resource request : resolver.getResources("classpath*:fhir-examples/*/" + REQUEST)) {
      String name = folder(request);
      String body = request.getContentAsString(StandardCharsets.UTF_8);
      found.put(
          name,
          new ExampleCase(
              name,
              service(body),
              request.createRelative("story.md").getContentAsString(StandardCharsets.UTF_8),
              body,
              request.createRelative("patient.json").getContentAsString(StandardCharsets.UTF_8)));
    }
    this.cases = new LinkedHashMap<>(found);
  }

  private static String folder(Resource request) throws IOException {
    String path = request.getURL().getPath();
    String folder = path.substring(0, path.length() - REQUEST.length() - 1);
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  private static String service(String request) {
    return "all-" + JsonMapper.shared().readTree(request).path("hook").asString();
  }

  /** Every example, by its number. */
  public Collection<ExampleCase> all() {
    return List.copyOf(cases.values());
  }

  /** The example of that folder; empty when there is none. */
  public Optional<ExampleCase> named(String name) {
    return Optional.ofNullable(cases.get(name));
  }
}
