package org.karyon.terminology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every code that Karyon knows, compiled once for look-up by system and code. */
public final class Terminology {

  private final Map<String, String> canonicalSystems = new HashMap<>();
  private final Map<String, Concept> concepts = new LinkedHashMap<>();
  private final Map<String, Set<String>> conceptsByCode = new HashMap<>();
  private final List<PrefixBinding> prefixes = new ArrayList<>();

  private record PrefixBinding(String key, String concept) {}

  /**
   * Compiles the look-up.
   *
   * @param systems the code systems with their aliases
   * @param concepts the concepts; an id that comes twice keeps the first
   */
  public Terminology(Collection<CodeSystem> systems, Collection<Concept> concepts) {
    for (CodeSystem system : systems) {
      canonicalSystems.put(system.uri(), system.uri());
      system.aliases().forEach(alias -> canonicalSystems.put(alias, system.uri()));
    }
    for (Concept concept : concepts) {
      this.concepts.putIfAbsent(concept.id(), concept);
      for (CodeBinding binding : concept.codes()) {
        String key = key(binding.system(), binding.code());
        if (binding.prefix()) {
          prefixes.add(new PrefixBinding(key, concept.id()));
        } else {
          conceptsByCode.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(concept.id());
        }
      }
    }
  }

  /**
   * The concepts that a coding stands for.
   *
   * @param system the coding's system, by URI or a known alias
   * @param code the coding's code; ICD codes match with or without the dot
   * @return the ids of the concepts, empty when the coding is not known
   */
  public Set<String> conceptsOf(String system, String code) {
    String key = key(canonicalSystems.getOrDefault(system, system), code);
    Set<String> exact = conceptsByCode.getOrDefault(key, Set.of());
    Set<String> found = new LinkedHashSet<>(exact);
    for (PrefixBinding prefix : prefixes) {
      if (key.startsWith(prefix.key())) {
        found.add(prefix.concept());
      }
    }
    return found;
  }

  /**
   * The concept of that id.
   *
   * @param id the name in the guideline folder
   * @return the concept, or empty when there is none
   */
  public Optional<Concept> concept(String id) {
    return Optional.ofNullable(concepts.get(id));
  }

  /**
   * Every concept, in the order of the files.
   *
   * @return the concepts
   */
  public Collection<Concept> concepts() {
    return List.copyOf(concepts.values());
  }

  private static String key(String system, String code) {
    String plain = system.contains("icd-10") ? code.replace(".", "") : code;
    return system + '|' + plain.toUpperCase(Locale.ROOT);
  }
}
