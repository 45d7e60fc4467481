package org.karyon.guideline.yaml;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.terminology.Concept;
import org.karyon.terminology.ConceptGroup;

/**
 * Reads the groups of concepts that code asks for. Each of them must stand in the folder with
 * members that are concepts, and the folder has no others.
 */
final class ConceptGroupReader {

  private static final String FILE = "terminology/groups.yaml";

  private final Problems problems;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  ConceptGroupReader(Problems problems) {
    this.problems = problems;
  }

  void take(Entry entry) {
    String id = entry.text("id");
    problems.declare("group of concepts", id, entry.place());
    entries.putIfAbsent(id, entry);
  }

  Map<ConceptGroup, Set<String>> read(Collection<Concept> concepts) {
    List<String> known = concepts.stream().map(Concept::id).toList();
    Map<ConceptGroup, Set<String>> groups = new EnumMap<>(ConceptGroup.class);
    for (ConceptGroup group : ConceptGroup.values()) {
      Optional<Entry> entry = Optional.ofNullable(entries.remove(group.id()));
      groups.put(group, entry.map(found -> members(found, known)).orElse(Set.of()));
      if (entry.isEmpty()) {
        problems.add(
            FILE,
            1,
            "The group of concepts '%s' is missing; records are read with it."
                .formatted(group.id()));
      }
    }
    List<String> asked = Arrays.stream(ConceptGroup.values()).map(ConceptGroup::id).toList();
    entries.forEach(
        (id, entry) ->
            problems.add(
                entry.place(),
                "Nothing asks for the group of concepts '%s'; remove it.%s"
                    .formatted(id, NearestName.hint(id, asked))));
    return groups;
  }

  private Set<String> members(Entry entry, List<String> known) {
    Set<String> members = new LinkedHashSet<>();
    entry.text("means");
    for (String concept : entry.texts("concepts")) {
      if (!known.contains(concept)) {
        problems.unknown(entry.place(), "concept", concept, known);
      }
      members.add(concept);
    }
    entry
        .optionalText("beginning")
        .ifPresent(
            beginning ->
                known.stream().filter(id -> id.startsWith(beginning)).forEach(members::add));
    entry.end();
    if (members.isEmpty()) {
      problems.add(entry.place(), "The group '%s' has no concept.".formatted(entry.text("id")));
    }
    return members;
  }
}
