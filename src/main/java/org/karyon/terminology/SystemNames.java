package org.karyon.terminology;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a code system by any of its names. Case, a slash at the end, a version after a bar and the
 * scheme {@code https} in place of {@code http} do not make another system.
 */
final class SystemNames {

  private final Map<String, CodeSystem> byName = new HashMap<>();
  private final Map<String, CodeSystem> byBeginning = new LinkedHashMap<>();

  SystemNames(Collection<CodeSystem> systems) {
    for (CodeSystem system : systems) {
      byName.put(normal(system.uri()), system);
      system.aliases().forEach(alias -> byName.putIfAbsent(normal(alias), system));
      for (String oid : system.oids()) {
        byName.putIfAbsent(normal(oid), system);
        byName.putIfAbsent("urn:oid:" + normal(oid), system);
      }
      system.beginnings().forEach(start -> byBeginning.putIfAbsent(start, system));
    }
  }

  Optional<CodeSystem> system(String name) {
    CodeSystem exact = byName.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    String normal = normal(name);
    CodeSystem known = byName.get(normal);
    if (known != null) {
      return Optional.of(known);
    }
    return byBeginning.entrySet().stream()
        .filter(beginning -> normal.startsWith(beginning.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String normal(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    int version = lower.indexOf('|');
    String bare = version < 0 ? lower : lower.substring(0, version);
    String plain = bare.startsWith("https:") ? "http:" + bare.substring(6) : bare;
    return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
