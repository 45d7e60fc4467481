package org.karyon.guideline.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.CodeForm;
import org.karyon.terminology.CodeSystem;
import org.karyon.terminology.Concept;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/** Reads code systems, concepts and lists of phrases. */
final class TerminologyReader {

  private final Problems problems;
  private final Map<String, CodeSystem> systems = new HashMap<>();
  private final List<Concept> concepts = new ArrayList<>();
  private final Map<String, List<String>> phrases = new HashMap<>();
  private final Map<String, List<String>> units = new HashMap<>();

  private final ConceptGroupReader groups;

  TerminologyReader(Problems problems) {
    this.problems = problems;
    this.groups = new ConceptGroupReader(problems);
  }

  Terminology read(List<Entry> files) {
    for (Entry file : files) {
      file.entries("systems").forEach(this::system);
      file.entries("concepts").forEach(entry -> concepts.add(concept(entry)));
      file.entries("phrases").forEach(this::phrases);
      file.entries("units").forEach(this::unit);
      file.entries("groups").forEach(groups::take);
      file.end();
    }
    checkPhrases();
    return new Terminology(systems.values(), concepts, phrases, units, groups.read(concepts));
  }

  private void system(Entry entry) {
    CodeSystem system =
        new CodeSystem(
            entry.text("id"),
            entry.text("uri"),
            entry.texts("aliases"),
            entry.texts("oids"),
            entry.texts("beginnings"),
            form(entry));
    entry.end();
    problems.declare("code system", system.id(), entry.place());
    systems.put(system.id(), system);
  }

  private void unit(Entry entry) {
    String ucum = entry.text("ucum");
    problems.declare("unit", ucum, entry.place());
    units.put(ucum, entry.texts("written"));
    entry.end();
  }

  private void phrases(Entry entry) {
    String id = entry.text("id");
    problems.declare("list of phrases", id, entry.place());
    List<String> words = entry.texts("words");
    entry.end();
    Set<String> seen = new HashSet<>();
    for (String word : words) {
      if (word.chars().noneMatch(Character::isLetterOrDigit)) {
        problems.add(entry.place(), "'%s' holds no letter and no digit.".formatted(word));
      }
      if (!seen.add(word.toLowerCase(Locale.ROOT))) {
        problems.add(entry.place(), "'%s' stands twice in '%s'.".formatted(word, id));
      }
    }
    phrases.put(id, words);
  }

  private void checkPhrases() {
    for (PhraseList list : PhraseList.values()) {
      if (phrases.getOrDefault(list.id(), List.of()).isEmpty()) {
        problems.add(
            list.file(),
            1,
            "The list of phrases '%s' is missing or empty; records are read with it."
                .formatted(list.id()));
      }
    }
  }

  private CodeForm form(Entry entry) {
    String name = entry.optionalText("form").orElse("as-written");
    for (CodeForm form : CodeForm.values()) {
      if (form.name().replace('_', '-').equalsIgnoreCase(name)) {
        return form;
      }
    }
    problems.unknown(
        entry.place(),
        "form of codes",
        name,
        Arrays.stream(CodeForm.values())
            .map(form -> form.name().replace('_', '-').toLowerCase(Locale.ROOT))
            .toList());
    return CodeForm.AS_WRITTEN;
  }

  private Concept concept(Entry entry) {
    Concept concept =
        new Concept(
            entry.text("id"),
            entry.texts("names"),
            entry.texts("abbreviations"),
            Stream.concat(
                    entry.entries("codes").stream().map(this::code),
                    entry.entries("listed").stream().flatMap(this::listed))
                .toList(),
            entry.value("number").map(unused -> entry.number("number")));
    entry.end();
    problems.declare("concept", concept.id(), entry.place());
    return concept;
  }

  /** Many codes of one system that share their words and their source. */
  private Stream<CodeBinding> listed(Entry entry) {
    String name = entry.text("system");
    CodeSystem system = systems.get(name);
    if (system == null) {
      problems.unknown(entry.place(), "code system", name, systems.keySet());
    }
    String uri = system == null ? name : system.uri();
    String display = entry.text("display");
    String source = entry.text("source");
    boolean verified = isVerified(entry);
    List<String> prefixes = entry.texts("prefixes");
    List<String> codes = entry.texts("codes");
    entry.end();
    return Stream.concat(
        prefixes.stream()
            .map(code -> new CodeBinding(uri, code, true, display, false, verified, source)),
        codes.stream()
            .map(code -> new CodeBinding(uri, code, false, display, false, verified, source)));
  }

  private static boolean isVerified(Entry entry) {
    return !entry.optionalText("verified").orElse("true").equals("false");
  }

  private CodeBinding code(Entry entry) {
    String name = entry.text("system");
    CodeSystem system = systems.get(name);
    if (system == null) {
      problems.unknown(entry.place(), "code system", name, systems.keySet());
    }
    boolean prefix = entry.value("prefix").isPresent();
    Optional<String> meaning = entry.optionalText("meaning");
    CodeBinding binding =
        new CodeBinding(
            system == null ? name : system.uri(),
            entry.text(prefix ? "prefix" : "code"),
            prefix,
            meaning.isPresent() ? meaning.get() : entry.text("display"),
            meaning.isEmpty(),
            isVerified(entry),
            entry.text("source"));
    if (system != null && !prefix && !system.form().isPossible(binding.code())) {
      problems.add(
          entry.place(),
          "'%s' is no code of %s: its check digit is wrong; compare it with the source."
              .formatted(binding.code(), system.id()));
    }
    entry.end();
    return binding;
  }
}
