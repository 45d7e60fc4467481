package org.karyon.guideline.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.guideline.Comparison;
import org.karyon.guideline.Condition;
import org.karyon.guideline.Row;

/**
 * Reads the conditions of a row: a value, a list of values, or a comparison with a named parameter.
 */
final class ConditionReader {

  private final ParameterTable parameters;
  private final Problems problems;

  ConditionReader(ParameterTable parameters, Problems problems) {
    this.parameters = parameters;
    this.problems = problems;
  }

  List<Row> rows(Entry entry, String key) {
    return entry.entries(key).stream().map(this::row).toList();
  }

  Row row(Entry entry) {
    List<Condition> conditions = new ArrayList<>();
    entry.all().forEach((name, value) -> condition(entry, name, value).ifPresent(conditions::add));
    return new Row(conditions);
  }

  private Optional<Condition> condition(Entry entry, String name, YamlValue value) {
    Fact<?> fact = SourceReader.fact(entry, name, problems);
    if (!fact.id().equals(name)) {
      return Optional.empty();
    }
    return switch (value) {
      case YamlValue.Scalar scalar -> oneOf(fact, List.of(scalar));
      case YamlValue.Sequence sequence -> oneOf(fact, sequence.values());
      case YamlValue.Mapping mapping -> limit(fact, mapping);
    };
  }

  private Optional<Condition> oneOf(Fact<?> fact, List<? extends YamlValue> values) {
    List<String> known = fact.terms().stream().map(FactValue::id).toList();
    Set<String> ids = new LinkedHashSet<>();
    for (YamlValue value : values) {
      String id = value instanceof YamlValue.Scalar scalar ? scalar.text() : "?";
      if (fact.isAmount()) {
        problems.add(
            value,
            "'%s' is a number; compare it with a parameter, for example { at-least: … }."
                .formatted(fact.id()));
      } else if (!known.contains(id)) {
        problems.add(
            value,
            "'%s' is not a value of '%s'; its values are %s.%s"
                .formatted(id, fact.id(), String.join(", ", known), NearestName.hint(id, known)));
      }
      ids.add(id);
    }
    return Optional.of(new Condition.OneOf(fact, ids));
  }

  private Optional<Condition> limit(Fact<?> fact, YamlValue.Mapping mapping) {
    Entry entry = new Entry(mapping, problems);
    if (!fact.isAmount()) {
      problems.add(mapping, "'" + fact.id() + "' is not a number and cannot be compared.");
    }
    for (Comparison comparison : Comparison.values()) {
      Optional<String> name = entry.optionalText(comparison.id());
      if (name.isPresent()) {
        entry.end();
        return parameters
            .named(mapping, name.get())
            .map(parameter -> new Condition.Limit(fact, comparison, parameter));
      }
    }
    entry.end();
    problems.add(mapping, "A comparison is at-least or below, with the name of a parameter.");
    return Optional.empty();
  }
}
