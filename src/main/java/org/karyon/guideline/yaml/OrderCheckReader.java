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
import org.karyon.guideline.ParameterUnit;

/** Reads the checks of the orders on the screen. */
final class OrderCheckReader {

  private final ParameterTable parameters;
  private final ConditionReader conditions;
  private final Problems problems;

  OrderCheckReader(ParameterTable parameters, ConditionReader conditions, Problems problems) {
    this.parameters = parameters;
    this.conditions = conditions;
    this.problems = problems;
  }

  OrderChecks read(Entry file) {
    Optional<Entry> beside = file.entry("beside-selected");
    OrderChecks checks =
        new OrderChecks(
            file.entry("groups").map(OrderCheckReader::groups).orElse(Map.of()),
            file.texts("planned-treatment"),
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
            kind(entry),
            indicator(entry),
            entry.sentence("title"),
            entry.optionalSentence("open-title"),
            entry.sentence("says"),
            entry.sentence("advice"),
            entry.texts("drafted"),
            entry.groups("drafted-together"),
            entry.entry("drafted-regimen").flatMap(this::regimen),
            entry.texts("unless-ordered"),
            entry
                .optionalText("given-within")
                .flatMap(name -> parameters.named(entry.place(), name, ParameterUnit.DAYS)),
            entry.entries("when").stream().map(this::situation).toList(),
            entry.entry("milder").map(this::milder),
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
    if (check.drafted().isEmpty()
        && check.draftedRegimen().isEmpty()
        && check.repeats().isEmpty()) {
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

  private OrderCheck.Repeats repeats(Entry entry) {
    OrderCheck.Repeats repeats =
        new OrderCheck.Repeats(
            entry.texts("tests"), WorkUpReader.courses(entry, problems), entry.texts("drugs"));
    entry.end();
    return repeats;
  }

  private OrderCheck.UnknownFact unknownFact(Entry entry) {
    return new OrderCheck.UnknownFact(
        conditions.row(without("fact", entry)),
        SourceReader.fact(entry, entry.text("fact"), problems));
  }

  private OrderCheck.Situation situation(Entry entry) {
    return new OrderCheck.Situation(entry.texts("of"), conditions.row(without("of", entry)));
  }

  /** The entry without one key, which is no condition. */
  private Entry without(String key, Entry entry) {
    Map<String, YamlValue> others = new LinkedHashMap<>(entry.all());
    others.remove(key);
    YamlValue place = entry.place();
    return new Entry(new YamlValue.Mapping(place.file(), place.line(), others), problems);
  }

  private OrderCheck.Milder milder(Entry entry) {
    OrderCheck.Milder milder =
        new OrderCheck.Milder(
            indicator(entry),
            entry.sentence("title"),
            entry.sentence("says"),
            conditions.rows(entry, "when"));
    entry.end();
    return milder;
  }

  private Optional<OrderCheck.DraftedRegimen> regimen(Entry entry) {
    Optional<Parameter> fewest =
        parameters.named(entry.place(), entry.text("fewest"), ParameterUnit.DRUGS);
    String beyond = entry.text("beyond");
    List<String> notCounted = entry.texts("not-counted");
    entry.end();
    return fewest.map(number -> new OrderCheck.DraftedRegimen(number, beyond, notCounted));
  }

  private OrderCheck.Kind kind(Entry entry) {
    String name = entry.text("kind");
    Optional<OrderCheck.Kind> kind =
        Arrays.stream(OrderCheck.Kind.values()).filter(k -> k.id().equals(name)).findFirst();
    if (kind.isEmpty()) {
      problems.unknown(
          entry.place(),
          "kind of check",
          name,
          Arrays.stream(OrderCheck.Kind.values()).map(OrderCheck.Kind::id).toList());
    }
    return kind.orElse(OrderCheck.Kind.CONFLICT);
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
