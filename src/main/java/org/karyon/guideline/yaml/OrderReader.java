package org.karyon.guideline.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.guideline.Coded;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.Row;

/** Reads what can be ordered and the checks of orders. */
final class OrderReader {

  private final ConditionReader conditions;
  private final Problems problems;

  OrderReader(ConditionReader conditions, Problems problems) {
    this.conditions = conditions;
    this.problems = problems;
  }

  List<Orderable> orderables(YamlValue file) {
    Entry entry = Entry.of(file, problems);
    List<Orderable> orderables = new ArrayList<>();
    entry.entries("medications").forEach(e -> orderables.add(order(e, Orderable.Kind.MEDICATION)));
    entry.entries("procedures").forEach(e -> orderables.add(order(e, Orderable.Kind.PROCEDURE)));
    entry.entries("tests").forEach(e -> orderables.add(order(e, Orderable.Kind.TEST)));
    entry.end();
    return orderables;
  }

  private Orderable order(Entry entry, Orderable.Kind kind) {
    String id = entry.text("id");
    problems.declare("order", id, entry.place());
    String text = entry.text("text");
    Orderable orderable =
        new Orderable(
            id,
            kind,
            entry.text("concept"),
            new Coded(
                entry.text("system"),
                entry.text("code"),
                entry.optionalText("display").orElse(text)),
            text,
            entry.optionalText("note").orElse(""));
    entry.end();
    return orderable;
  }

  Map<String, List<String>> groups(Entry file) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    file.entry("groups")
        .ifPresent(entry -> entry.all().keySet().forEach(key -> groups.put(key, entry.texts(key))));
    return groups;
  }

  List<OrderCheck> checks(Entry file) {
    return file.entries("checks").stream().map(this::check).toList();
  }

  private OrderCheck check(Entry entry) {
    String id = entry.text("id");
    problems.declare("check", id, entry.place());
    OrderCheck check =
        new OrderCheck(
            id,
            indicator(entry),
            entry.text("title"),
            entry.texts("drafted"),
            entry.texts("unless-ordered"),
            conditions.rows(entry, "when"),
            entry.texts("or-when-ordered"),
            entry.entry("when-unknown").map(this::unknownFact),
            entry.texts("when-missing"),
            entry.flag("repeats"),
            entry.texts("asks"),
            entry.texts("suggests"),
            SourceReader.citation(entry),
            entry.texts("interpretations"));
    entry.end();
    if (check.drafted().isEmpty() && !check.repeats()) {
      problems.add(entry.place(), "The check '" + id + "' does not say which orders it looks at.");
    }
    return check;
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

  private OrderCheck.Indicator indicator(Entry entry) {
    String name = entry.text("indicator");
    Optional<OrderCheck.Indicator> indicator =
        Arrays.stream(OrderCheck.Indicator.values()).filter(i -> i.id().equals(name)).findFirst();
    if (indicator.isEmpty()) {
      problems.unknown(
          entry.place(),
          "indicator",
          name,
          Arrays.stream(OrderCheck.Indicator.values()).map(OrderCheck.Indicator::id).toList());
    }
    return indicator.orElse(OrderCheck.Indicator.INFO);
  }
}
