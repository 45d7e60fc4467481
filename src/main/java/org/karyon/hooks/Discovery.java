package org.karyon.hooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.ChartKey;
import org.karyon.hooks.PrefetchProperties.Prefetch;
import org.karyon.web.Refusal;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The discovery document, which is served byte for byte. The full one is the only list of services
 * and prefetch keys; a leaner one asks for fewer of them, and the others are read all the same.
 */
final class Discovery {

  /**
   * Without these nothing can be said of a patient; every other part may be missing and is then
   * unknown.
   */
  private static final Set<String> REQUIRED = Set.of("patient", "conditions");

  private final byte[] document;
  private final Map<String, CdsService> services = new LinkedHashMap<>();

  private Discovery(byte[] document, byte[] full) {
    this.document = document;
    for (JsonNode service : JsonMapper.shared().readTree(full).path("services")) {
      List<ChartKey> keys = new ArrayList<>();
      service
          .path("prefetch")
          .propertyStream()
          .forEach(entry -> keys.add(key(entry.getKey(), entry.getValue().asString())));
      String id = service.path("id").asString();
      services.put(id, new CdsService(id, service.path("hook").asString(), List.copyOf(keys)));
    }
  }

  static Discovery builtIn() {
    return builtIn(Prefetch.FULL);
  }

  static Discovery builtIn(Prefetch served) {
    return new Discovery(file(served.document()), file(Prefetch.FULL.document()));
  }

  private static byte[] file(String name) {
    try (InputStream stream = Discovery.class.getClassLoader().getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return stream.readAllBytes();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static ChartKey key(String name, String template) {
    return new ChartKey(name, template, REQUIRED.contains(name));
  }

  byte[] document() {
    return document.clone();
  }

  List<CdsService> services() {
    return List.copyOf(services.values());
  }

  CdsService service(String id) {
    return Optional.ofNullable(services.get(id))
        .orElseThrow(
            () ->
                new Refusal(
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "",
                    "There is no such CDS service; see /cds-services for those that exist."));
  }
}
