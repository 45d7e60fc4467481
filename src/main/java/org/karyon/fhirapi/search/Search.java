package org.karyon.fhirapi.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.MetadataResource;

/**
 * A search as it was understood: what is looked for, in which order, which page, and the parts that
 * were applied, which make {@code self}.
 */
final class Search {

  static final int PAGE = 20;
  static final int LARGEST_PAGE = 1000;

  /** The number of the first artifact of a page. */
  static final String OFFSET = "_offset";

  /** The version of the knowledge that a page belongs to. */
  static final String KNOWLEDGE = "_knowledge";

  /** What can be said once; several of it would leave open which holds. */
  private static final Set<String> ONCE =
      Set.of(
          "_count",
          "_sort",
          "_total",
          "_summary",
          "_elements",
          "_format",
          "_pretty",
          OFFSET,
          KNOWLEDGE);

  private final Map<String, SearchParameter> known;
  private final Map<String, List<String>> applied = new LinkedHashMap<>();
  private final List<NotApplied> refused = new ArrayList<>();
  private final List<SearchParameter> includes = new ArrayList<>();
  private final String type;
  private Predicate<MetadataResource> matching = artifact -> true;
  private Optional<Comparator<MetadataResource>> order = Optional.empty();
  private Optional<String> knowledge = Optional.empty();
  private int count = PAGE;
  private int offset;
  private boolean counted;
  private boolean total = true;

  private Search(String type, Map<String, SearchParameter> known) {
    this.type = type;
    this.known = known;
  }

  static Search of(String type, List<SearchParameter> parameters, Map<String, String[]> asked) {
    Map<String, SearchParameter> known = new LinkedHashMap<>();
    parameters.forEach(parameter -> known.put(parameter.name(), parameter));
    Search search = new Search(type, known);
    asked.forEach(
        (written, values) -> Arrays.stream(values).forEach(value -> search.add(written, value)));
    return search;
  }

  private void add(String written, String value) {
    try {
      apply(written, value);
      if (!written.equals(OFFSET) && !written.equals(KNOWLEDGE)) {
        applied.computeIfAbsent(written, unused -> new ArrayList<>()).add(value);
      }
    } catch (NotApplied problem) {
      refused.add(problem);
    }
  }

  private void apply(String written, String value) throws NotApplied {
    int colon = written.indexOf(':');
    String name = colon < 0 ? written : written.substring(0, colon);
    Optional<String> modifier =
        colon < 0 ? Optional.empty() : Optional.of(written.substring(colon + 1));
    SearchParameter parameter = known.get(name);
    if (parameter != null) {
      if (value.isBlank()) {
        throw new NotApplied(written, "The search parameter '%s' has no value.".formatted(written));
      }
      matching = matching.and(Criterion.of(parameter, written, modifier, value));
      return;
    }
    if (modifier.isPresent()) {
      throw unknown(written);
    }
    if (ONCE.contains(name) && applied.containsKey(name)) {
      throw new NotApplied(name, "'%s' is there twice.".formatted(name));
    }
    result(name, value);
  }

  private void result(String name, String value) throws NotApplied {
    switch (name) {
      case "_count" -> count = Math.min(number(name, value), LARGEST_PAGE);
      case OFFSET -> offset = number(name, value);
      case KNOWLEDGE -> knowledge = Optional.of(value);
      case "_sort" -> order = Optional.of(order(value));
      case "_include" -> includes.add(include(value));
      case "_summary" -> {
        if (value.equals("count")) {
          counted = true;
        } else {
          AnswerParameters.check(type, name, value);
        }
      }
      case "_total" -> {
        AnswerParameters.one(name, value, List.of("none", "estimate", "accurate"));
        total = !value.equals("none");
      }
      case "_format", "_pretty", "_elements" -> AnswerParameters.check(type, name, value);
      default -> throw unknown(name);
    }
  }

  private NotApplied unknown(String written) {
    return new NotApplied(
        written,
        "The search parameter '%s' is not supported for %s; supported are %s, and _sort, _count,"
                .formatted(written, type, String.join(", ", known.keySet()))
            + " _include, _summary, _elements, _total, _format.");
  }

  private static int number(String name, String value) throws NotApplied {
    if (!value.matches("\\d{1,6}")) {
      throw new NotApplied(name, "'%s' must be a whole number.".formatted(name));
    }
    return Integer.parseInt(value);
  }

  private Comparator<MetadataResource> order(String value) throws NotApplied {
    Optional<Comparator<MetadataResource>> whole = Optional.empty();
    for (String key : value.split(",", -1)) {
      boolean down = key.startsWith("-");
      SearchParameter parameter = known.get(down ? key.substring(1) : key);
      if (parameter == null) {
        throw new NotApplied(
            "_sort",
            "'_sort' does not know '%s'; supported are %s."
                .formatted(key, String.join(", ", known.keySet())));
      }
      Comparator<MetadataResource> by =
          Comparator.comparing(
              artifact ->
                  parameter.values().apply(artifact).stream()
                      .map(SearchedValue::order)
                      .sorted()
                      .findFirst()
                      .orElse(""));
      Comparator<MetadataResource> next = down ? by.reversed() : by;
      whole = Optional.of(whole.map(before -> before.thenComparing(next)).orElse(next));
    }
    return whole.orElseThrow();
  }

  /** {@code PlanDefinition:depends-on}, with or without the kind that is meant. */
  private SearchParameter include(String value) throws NotApplied {
    String[] parts = value.split(":", -1);
    SearchParameter named = parts.length < 2 ? null : known.get(parts[1]);
    if (named == null
        || parts.length > 3
        || !parts[0].equals(type)
        || named.kind() != SearchParameter.Kind.REFERENCE) {
      List<String> supported =
          known.values().stream()
              .filter(parameter -> parameter.kind() == SearchParameter.Kind.REFERENCE)
              .map(parameter -> type + ':' + parameter.name())
              .toList();
      throw new NotApplied(
          "_include",
          "'_include=%s' is not supported; supported are: %s."
              .formatted(value, supported.isEmpty() ? "none" : String.join(", ", supported)));
    }
    return named;
  }

  List<NotApplied> refused() {
    return List.copyOf(refused);
  }

  Map<String, List<String>> applied() {
    return applied;
  }

  List<SearchParameter> includes() {
    return List.copyOf(includes);
  }

  Optional<String> knowledge() {
    return knowledge;
  }

  int count() {
    return counted ? 0 : count;
  }

  /** Whether the answer tells how many there are; a count alone always does. */
  boolean isTotalWanted() {
    return total || count() == 0;
  }

  int offset() {
    return offset;
  }

  <R extends MetadataResource> List<R> in(List<R> artifacts) {
    List<R> found = new ArrayList<>(artifacts.stream().filter(matching).toList());
    order.ifPresent(found::sort);
    return found;
  }
}
