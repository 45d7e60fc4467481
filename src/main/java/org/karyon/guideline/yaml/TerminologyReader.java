package org.karyon.guideline.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.CodeSystem;
import org.karyon.terminology.Concept;
import org.karyon.terminology.Terminology;

/** Reads code systems and concepts. */
final class TerminologyReader {

  private final Problems problems;
  private final Map<String, CodeSystem> systems = new HashMap<>();
  private final List<Concept> concepts = new ArrayList<>();

  TerminologyReader(Problems problems) {
    this.problems = problems;
  }

  Terminology read(List<Entry> files) {
    for (Entry file : files) {
      file.entries("systems").forEach(this::system);
      file.entries("concepts").forEach(entry -> concepts.add(concept(entry)));
      file.end();
    }
    return new Terminology(systems.values(), concepts);
  }

  private void system(Entry entry) {
    CodeSystem system = new CodeSystem(entry.text("id"), entry.text("uri"), entry.texts("aliases"));
    entry.end();
    problems.declare("code system", system.id(), entry.place());
    systems.put(system.id(), system);
  }

  private Concept concept(Entry entry) {
    Concept concept =
        new Concept(
            entry.text("id"),
            entry.texts("names"),
            entry.texts("abbreviations"),
            entry.entries("codes").stream().map(this::code).toList());
    entry.end();
    problems.declare("concept", concept.id(), entry.place());
    return concept;
  }

  private CodeBinding code(Entry entry) {
    String name = entry.text("system");
    CodeSystem system = systems.get(name);
    if (system == null) {
      problems.unknown(entry.place(), "code system", name, systems.keySet());
    }
    boolean prefix = entry.value("prefix").isPresent();
    CodeBinding binding =
        new CodeBinding(
            system == null ? name : system.uri(),
            entry.text(prefix ? "prefix" : "code"),
            prefix,
            entry.text("display"),
            !entry.optionalText("verified").orElse("true").equals("false"),
            entry.text("source"));
    entry.end();
    return binding;
  }
}
