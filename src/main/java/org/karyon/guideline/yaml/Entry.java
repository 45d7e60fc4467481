package org.karyon.guideline.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A mapping read key by key; what is missing, of the wrong kind or left over becomes a problem. */
final class Entry {

  private final YamlValue.Mapping mapping;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  Entry(YamlValue.Mapping mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  static Entry of(YamlValue value, Problems problems) {
    return switch (value) {
      case YamlValue.Mapping mapping -> new Entry(mapping, problems);
      case YamlValue.Scalar scalar -> refused(scalar, problems);
      case YamlValue.Sequence sequence -> refused(sequence, problems);
    };
  }

  private static Entry refused(YamlValue value, Problems problems) {
    problems.add(value, "Named values are expected here, in the form 'name: value'.");
    return new Entry(new YamlValue.Mapping(value.file(), value.line(), Map.of()), problems);
  }

  static List<Entry> entries(YamlValue value, Problems problems) {
    return items(value, problems, item -> of(item, problems));
  }

  private static <T> List<T> items(
      YamlValue value, Problems problems, Function<YamlValue, T> reader) {
    List<T> read = new ArrayList<>();
    switch (value) {
      case YamlValue.Sequence sequence -> sequence.values().forEach(v -> read.add(reader.apply(v)));
      case YamlValue.Scalar scalar -> problems.add(scalar, "A list is expected here.");
      case YamlValue.Mapping unused -> problems.add(value, "A list is expected here.");
    }
    return read;
  }

  YamlValue place() {
    return mapping;
  }

  Optional<YamlValue> value(String key) {
    asked.add(key);
    return Optional.ofNullable(mapping.values().get(key));
  }

  Map<String, YamlValue> all() {
    asked.addAll(mapping.values().keySet());
    return mapping.values();
  }

  String text(String key) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty() && value(key).isEmpty()) {
      problems.add(mapping, "'" + key + "' is missing here.");
    }
    return text.orElse("");
  }

  /** A text for people; names of parameters in braces are replaced by their numbers. */
  String sentence(String key) {
    return optionalSentence(key).orElseGet(() -> text(key));
  }

  Optional<String> optionalSentence(String key) {
    return value(key).map(value -> problems.woven(value, scalar(value)));
  }

  Optional<String> optionalText(String key) {
    return value(key).map(this::scalar);
  }

  private String scalar(YamlValue value) {
    return switch (value) {
      case YamlValue.Scalar scalar -> scalar.text();
      case YamlValue.Sequence sequence -> notSingle(sequence);
      case YamlValue.Mapping named -> notSingle(named);
    };
  }

  private String notSingle(YamlValue value) {
    problems.add(value, "A single value is expected here.");
    return "";
  }

  boolean flag(String key) {
    Optional<String> text = optionalText(key);
    if (text.isPresent() && !Set.of("true", "false").contains(text.get())) {
      problems.add(mapping, "'" + key + "' must be true or false, not '" + text.get() + "'.");
    }
    return text.equals(Optional.of("true"));
  }

  BigDecimal number(String key) {
    String text = text(key);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException exception) {
      problems.add(mapping, "'" + key + "' must be a number, not '" + text + "'.");
      return BigDecimal.ZERO;
    }
  }

  List<String> texts(String key) {
    return value(key).map(value -> items(value, problems, this::scalar)).orElse(List.of());
  }

  List<List<String>> groups(String key) {
    return value(key)
        .map(value -> items(value, problems, group -> items(group, problems, this::scalar)))
        .orElse(List.of());
  }

  List<Integer> numbers(String key) {
    List<Integer> numbers = new ArrayList<>();
    for (String text : texts(key)) {
      try {
        numbers.add(Integer.parseInt(text));
      } catch (NumberFormatException exception) {
        problems.add(mapping, "'" + text + "' in '" + key + "' must be a whole number.");
      }
    }
    return numbers;
  }

  List<Entry> entries(String key) {
    return value(key).map(value -> entries(value, problems)).orElse(List.of());
  }

  Optional<Entry> entry(String key) {
    return value(key).map(value -> of(value, problems));
  }

  /** Reports the keys that nobody asked for; called when everything was read. */
  void end() {
    for (Map.Entry<String, YamlValue> entry : mapping.values().entrySet()) {
      if (!asked.contains(entry.getKey())) {
        problems.add(
            entry.getValue(),
            "'%s' is not a key that can stand here; possible keys are %s.%s"
                .formatted(
                    entry.getKey(),
                    String.join(", ", asked),
                    NearestName.hint(entry.getKey(), asked)));
      }
    }
  }
}
