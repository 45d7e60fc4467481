package org.karyon.guideline.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.karyon.guideline.yaml.KnowledgeMutant.Kind;

/**
 * Every small change of one file. The changes come from the structure alone: an entry or a member
 * of a list goes, a part of an entry goes, a single value becomes another one.
 */
final class KnowledgeChanges {

  /**
   * Where a row was taken from and what a code is called elsewhere; these say and decide nothing.
   */
  private static final Set<String> PROVENANCE =
      Set.of("source", "display", "basis", "meaning", "means");

  /** Prose that a clinician reads. */
  private static final Set<String> PROSE =
      Set.of(
          "says",
          "advice",
          "title",
          "open-title",
          "text",
          "name",
          "short",
          "button",
          "brief",
          "because",
          "note",
          "unit",
          "phase",
          "confirmed-by",
          "publisher");

  /** Words by which something is recognised: they are changed by taking them away. */
  private static final Set<String> RECOGNISED_BY =
      Set.of(
          "names",
          "named",
          "abbreviations",
          "written",
          "aliases",
          "oids",
          "beginnings",
          "words",
          "fish-names",
          "shown-by",
          "not-with",
          "not-variants",
          "lines",
          "statements",
          "before",
          "anywhere",
          "first");

  /** Without these an entry is none, or another entry: the same as taking the row away. */
  private static final Set<String> IDENTITY = Set.of("id", "system", "uri");

  private static final Set<String> CODES = Set.of("code", "codes", "prefixes");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Pattern NUMBER_IN_WORDS =
      Pattern.compile("(?<![\\w.:;(-])\\d{1,4}(?![\\w.:;)-])");

  private final YamlValue tree;
  private final Map<String, Set<String>> vocabulary = new TreeMap<>();
  private final List<KnowledgeMutant> mutants = new ArrayList<>();

  KnowledgeChanges(YamlValue tree) {
    this.tree = tree;
    collect("", tree);
  }

  Stream<KnowledgeMutant> all() {
    of(tree, "", "", "", changed -> changed);
    return mutants.stream();
  }

  /** Which single values stand under which key. */
  private void collect(String key, YamlValue value) {
    switch (value) {
      case YamlValue.Scalar scalar ->
          vocabulary.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(scalar.text());
      case YamlValue.Sequence sequence -> sequence.values().forEach(v -> collect(key, v));
      case YamlValue.Mapping mapping -> mapping.values().forEach(this::collect);
    }
  }

  private void of(
      YamlValue value, String key, String path, String row, UnaryOperator<YamlValue> rebuild) {
    switch (value) {
      case YamlValue.Scalar scalar -> scalar(scalar, key, path, row, rebuild);
      case YamlValue.Sequence sequence -> sequence(sequence, key, path, row, rebuild);
      case YamlValue.Mapping mapping -> mapping(mapping, path, row, rebuild);
    }
  }

  private void sequence(
      YamlValue.Sequence sequence,
      String key,
      String path,
      String row,
      UnaryOperator<YamlValue> rebuild) {
    for (int index = 0; index < sequence.values().size(); index++) {
      int place = index;
      YamlValue item = sequence.values().get(index);
      String inner = id(item).orElse(row);
      String below = path + '/' + id(item).orElse(Integer.toString(index + 1));
      List<YamlValue> rest = new ArrayList<>(sequence.values());
      rest.remove(index);
      mutants.add(
          new KnowledgeMutant(
              item instanceof YamlValue.Mapping ? Kind.ROW : Kind.MEMBER,
              item,
              inner,
              below,
              "'" + shown(item) + "' is gone from " + key,
              rebuild.apply(new YamlValue.Sequence(sequence.file(), sequence.line(), rest))));
      of(
          item,
          key,
          below,
          inner,
          changed -> {
            List<YamlValue> values = new ArrayList<>(sequence.values());
            values.set(place, changed);
            return rebuild.apply(new YamlValue.Sequence(sequence.file(), sequence.line(), values));
          });
    }
  }

  private void mapping(
      YamlValue.Mapping mapping, String path, String row, UnaryOperator<YamlValue> rebuild) {
    mapping
        .values()
        .forEach(
            (key, value) -> {
              if (PROVENANCE.contains(key)) {
                return;
              }
              String below = path + '/' + key;
              String inner = row.isEmpty() ? key : row;
              Map<String, YamlValue> rest = new LinkedHashMap<>(mapping.values());
              rest.remove(key);
              if (!IDENTITY.contains(key)
                  && !isCodeOfTerminology(key, mapping)
                  && !saysNothing(value)) {
                mutants.add(
                    new KnowledgeMutant(
                        Kind.PART,
                        value,
                        inner,
                        below,
                        "'" + key + ": " + shown(value) + "' is gone",
                        rebuild.apply(
                            new YamlValue.Mapping(mapping.file(), mapping.line(), rest))));
              }
              of(
                  value,
                  key,
                  below,
                  inner,
                  changed -> {
                    Map<String, YamlValue> values = new LinkedHashMap<>(mapping.values());
                    values.put(key, changed);
                    return rebuild.apply(
                        new YamlValue.Mapping(mapping.file(), mapping.line(), values));
                  });
            });
  }

  private void scalar(
      YamlValue.Scalar scalar,
      String key,
      String path,
      String row,
      UnaryOperator<YamlValue> rebuild) {
    String text = scalar.text();
    if (RECOGNISED_BY.contains(key)
        || IDENTITY.contains(key)
        || isCodeOfTerminology(key, scalar)
        || scalar.file().startsWith("words/")) {
      return;
    }
    if (CODES.contains(key)) {
      change(Kind.CODE, scalar, path, row, text + "9", rebuild);
    } else if (text.equals("true") || text.equals("false")) {
      change(Kind.FLAG, scalar, path, row, text.equals("true") ? "false" : "true", rebuild);
    } else if (NUMBER.matcher(text).matches()) {
      BigDecimal number = new BigDecimal(text);
      change(Kind.NUMBER, scalar, path, row, plain(number.add(number.ulp())), rebuild);
      change(Kind.NUMBER, scalar, path, row, plain(number.subtract(number.ulp())), rebuild);
    } else if (PROSE.contains(key)) {
      next(key, text).ifPresent(other -> change(Kind.WORDS, scalar, path, row, other, rebuild));
      numbersInWords(scalar, path, row, rebuild);
    } else {
      next(key, text).ifPresent(other -> change(Kind.NAME, scalar, path, row, other, rebuild));
    }
  }

  /** An empty list and a no are the same as the part that is not there. */
  private static boolean saysNothing(YamlValue value) {
    return switch (value) {
      case YamlValue.Scalar scalar -> scalar.text().equals("false");
      case YamlValue.Sequence sequence -> sequence.values().isEmpty();
      case YamlValue.Mapping mapping -> mapping.values().isEmpty();
    };
  }

  /** Another code in the place of one is the same as the loss of that one. */
  private static boolean isCodeOfTerminology(String key, YamlValue at) {
    return CODES.contains(key) && at.file().startsWith("terminology/");
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private void numbersInWords(
      YamlValue.Scalar scalar, String path, String row, UnaryOperator<YamlValue> rebuild) {
    Matcher number = NUMBER_IN_WORDS.matcher(scalar.text());
    while (number.find()) {
      String nudged =
          scalar.text().substring(0, number.start())
              + (Integer.parseInt(number.group()) + 1)
              + scalar.text().substring(number.end());
      change(Kind.NUMBER_IN_WORDS, scalar, path, row, nudged, rebuild);
    }
  }

  private Optional<String> next(String key, String text) {
    List<String> values = List.copyOf(vocabulary.getOrDefault(key, Set.of()));
    int index = values.indexOf(text);
    return values.size() < 2 || index < 0
        ? Optional.empty()
        : Optional.of(values.get((index + 1) % values.size()));
  }

  private void change(
      Kind kind,
      YamlValue.Scalar scalar,
      String path,
      String row,
      String becomes,
      UnaryOperator<YamlValue> rebuild) {
    mutants.add(
        new KnowledgeMutant(
            kind,
            scalar,
            row,
            path,
            "'" + shown(scalar) + "' becomes '" + shortened(becomes) + "'",
            rebuild.apply(new YamlValue.Scalar(scalar.file(), scalar.line(), becomes))));
  }

  private static Optional<String> id(YamlValue value) {
    if (value instanceof YamlValue.Mapping mapping) {
      for (String key :
          List.of("id", "concept", "fact", "option", "ucum", "part", "code", "table")) {
        if (mapping.values().get(key) instanceof YamlValue.Scalar scalar) {
          return Optional.of(scalar.text());
        }
      }
    }
    return Optional.empty();
  }

  private static String shown(YamlValue value) {
    return switch (value) {
      case YamlValue.Scalar scalar -> shortened(scalar.text());
      case YamlValue.Sequence sequence ->
          shortened(sequence.values().stream().map(KnowledgeChanges::shown).toList().toString());
      case YamlValue.Mapping mapping -> id(mapping).orElseGet(() -> parts(mapping));
    };
  }

  private static String parts(YamlValue.Mapping mapping) {
    List<String> parts = new ArrayList<>();
    mapping.values().forEach((key, value) -> parts.add(key + ": " + shown(value)));
    return shortened(String.join(", ", parts));
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 77) + "...";
  }
}
