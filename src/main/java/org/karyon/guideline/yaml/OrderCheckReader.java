package org.karyon.guideline.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.guideline.Coded;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.OrderCheck.Indicator;
import org.karyon.guideline.OrderChecks;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.Row;

/** Reads the checks of the orders on the screen. */
final class OrderCheckReader {

  private final Map<String, Parameter> parameters;
  private final ConditionReader conditions;
  private final Problems problems;

  OrderCheckReader(
      Map<String, Parameter> parameters, ConditionReader conditions, Problems problems) {
    this.parameters = parameters;
    this.conditions = conditions;
    this.problems = problems;
  }

  OrderChecks read(Entry file) {
    Optional<Entry> beside = file.entry("beside-selected");
    OrderChecks checks =
        new OrderChecks(
            file.entry("groups").map(OrderCheckReader::groups).orElse(Map.of()),
            beside.map(entry -> entry.texts("treatment-card")).orElse(List.of()),
            beside.map(entry -> entry.texts("work-up-card")).orElse(List.of()),
            file.entries("override-reasons").stream().map(OrderCheckReader::reason).toList(),
            file.entries("checks").stream().map(this::check).toList());
    beside.ifPresent(Entry::end);
    return checks;
  }

  private static Map<String, List<String>> groups(Entry entry) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    entry.all().keySet().forEach(key -> groups.put(key, entry.texts(key)));
    return groups;
  }

  private static Coded reason(Entry entry) {
    Coded reason = new Coded(entry.text("system"), entry.text("code"), entry.text("display"));
    entry.end();
    return reason;
  }

  private OrderCheck check(Entry entry) {
    String id = entry.text("id");
    problems.declare("check", id, entry.place());
    OrderCheck check =
        new OrderCheck(
            id,
            indicator(entry),
            entry.text("title"),
            entry.optionalText("open-title"),
            entry.text("says"),
            entry.text("advice"),
            entry.texts("drafted"),
            entry.texts("unless-ordered"),
            entry.optionalText("given-within").flatMap(name -> parameter(entry, name)),
            conditions.rows(entry, "when"),
            entry.texts("or-when-ordered"),
            entry.entry("when-unknown").map(this::unknownFact),
            entry.texts("when-missing"),
            entry.entry("repeats").map(this::repeats),
            entry.texts("asks"),
            entry.texts("suggests"),
            entry.flag("removes"),
            entry.optionalText("replaces-with"),
            SourceReader.citation(entry),
            entry.texts("interpretations"));
    entry.end();
    complete(entry, check);
    return check;
  }

  private void complete(Entry entry, OrderCheck check) {
    if (check.drafted().isEmpty() && check.repeats().isEmpty()) {
      problems.add(
          entry.place(), "The check '" + check.id() + "' does not say which orders it looks at.");
    }
    boolean asksWhileOpen = !check.when().isEmpty() && !check.asks().isEmpty();
    if (asksWhileOpen != check.openTitle().isPresent()) {
      problems.add(
          entry.place(),
          "The check '%s' needs both 'asks' and 'open-title', or neither: it asks for a test while a condition is unknown, and the card must not state the condition then."
              .formatted(check.id()));
    }
  }

  private Optional<Parameter> parameter(Entry entry, String name) {
    Optional<Parameter> parameter = Optional.ofNullable(parameters.get(name));
    if (parameter.isEmpty()) {
      problems.unknown(entry.place(), "parameter", name, parameters.keySet());
    }
    return parameter;
  }

  private OrderCheck.Repeats repeats(Entry entry) {
    OrderCheck.Repeats repeats =
        new OrderCheck.Repeats(entry.texts("tests"), WorkUpReader.courses(entry, problems));
    entry.end();
    return repeats;
  }

  private OrderCheck.UnknownFact unknownFact(Entry entry) {
    Map<String, YamlValue> around = new LinkedHashMap<>(entry.all());
    around.remove("fact");
    YamlValue place = entry.place();
    Row row =
        conditions.row(
            new Entry(new YamlValue.Mapping(place.file(), place.line(), around), problems));
    return new OrderCheck.UnknownFact(row, SourceReader.fact(entry, entry.text("fact"), problems));
  }

  private Indicator indicator(Entry entry) {
    String name = entry.text("indicator");
    Optional<Indicator> indicator =
        Arrays.stream(Indicator.values()).filter(i -> i.id().equals(name)).findFirst();
    if (indicator.isEmpty()) {
      problems.unknown(
          entry.place(),
          "indicator",
          name,
          Arrays.stream(Indicator.values()).map(Indicator::id).toList());
    }
    return indicator.orElse(Indicator.INFO);
  }
}
