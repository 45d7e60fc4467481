package org.karyon.guideline.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.guideline.Parameter;

/** Collects every problem while the folder is read, and remembers where each id was declared. */
final class Problems {

  private static final Pattern NAMED_NUMBER = Pattern.compile("\\{([^{}]*)}");

  private final List<Problem> found = new ArrayList<>();
  private final Map<String, Parameter> numbers = new LinkedHashMap<>();
  private final Map<String, Problem> declared = new HashMap<>();

  /**
   * The lesions of the folder that are no fact of the vocabulary yet; each is present or absent.
   */
  private final Map<String, Fact<Presence>> lesions = new LinkedHashMap<>();

  /** Makes a fact of a lesion that the folder declares. */
  void lesion(String id) {
    if (!id.isEmpty() && Facts.named(id).isEmpty()) {
      lesions.put(id, new Fact<>(id, Presence.class));
    }
  }

  /** The fact of that name: of the vocabulary, or a lesion that the folder declares. */
  Optional<Fact<?>> fact(String id) {
    return Facts.named(id).or(() -> Optional.ofNullable(lesions.get(id)));
  }

  /** The names of all facts that a file may use. */
  List<String> factIds() {
    return Stream.concat(Facts.all().stream().map(Fact::id), lesions.keySet().stream()).toList();
  }

  /** Takes up the numbers that sentences of the folder may name. */
  void numbers(Map<String, Parameter> parameters) {
    numbers.putAll(parameters);
  }

  /**
   * A sentence whose names of parameters in braces are replaced by their numbers, so that no number
   * is written twice.
   */
  String woven(YamlValue at, String sentence) {
    return NAMED_NUMBER
        .matcher(sentence)
        .replaceAll(found -> Matcher.quoteReplacement(number(at, found.group(1))));
  }

  private String number(YamlValue at, String name) {
    Optional<Parameter> parameter = Optional.ofNullable(numbers.get(name));
    if (parameter.isEmpty()) {
      unknown(at, "parameter", name, numbers.keySet());
    }
    return parameter.map(known -> known.value().toPlainString()).orElse(name);
  }

  void add(String file, int line, String message) {
    found.add(new Problem(file, line, message));
  }

  void add(YamlValue at, String message) {
    add(at.file(), at.line(), message);
  }

  /** Remembers the place of an id; a second declaration of the same kind and id is a problem. */
  void declare(String kind, String id, YamlValue at) {
    Problem place = new Problem(at.file(), at.line(), "");
    Problem before = declared.putIfAbsent(kind + ' ' + id, place);
    if (before != null) {
      add(
          at,
          "The %s '%s' is already declared at %s:%d; give this one another id or remove it."
              .formatted(kind, id, before.file(), before.line()));
    }
  }

  /** Adds a problem at the place where an id was declared. */
  void at(String kind, String id, String message) {
    Problem place = declared.getOrDefault(kind + ' ' + id, new Problem("guideline.yaml", 1, ""));
    add(place.file(), place.line(), message);
  }

  /** Says that a name is not known and which known name comes nearest. */
  void unknown(YamlValue at, String kind, String name, Collection<String> known) {
    add(at, "There is no %s '%s'.%s".formatted(kind, name, NearestName.hint(name, known)));
  }

  List<Problem> found() {
    return List.copyOf(found);
  }
}
