package org.karyon.proof;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.karyon.facts.Fact;
import org.karyon.guideline.Condition;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Interpretation;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.RiskFeature;
import org.karyon.guideline.RiskRow;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentOption;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.WorkUpItem;

/**
 * What the folder states of treatment, risk, work-up and orders, each entry in one line of the form
 * of the tables that are written apart from it.
 */
final class Stated {

  private Stated() {}

  static Map<String, String> of(String table, Guideline guideline, Set<String> keys) {
    return switch (table) {
      case "options" -> options(guideline);
      case "rules" -> rules(guideline);
      case "tables" -> tables(guideline);
      case "risk" -> risk(guideline);
      case "work-up" -> workUp(guideline);
      case "parameters" -> parameters(guideline);
      case "orders" -> orders(guideline);
      case "checks" -> checks(guideline);
      case "groups" -> groups(guideline);
      case "notes" -> notes(guideline);
      case "facts" -> facts(guideline);
      case "lesions" -> StatedReading.lesions(guideline);
      case "concept-groups" -> StatedReading.conceptGroups(guideline);
      case "codes" -> StatedReading.codes(guideline);
      case "names" -> StatedReading.names(guideline);
      case "comorbidity" -> StatedReading.comorbidity(guideline);
      case "systems" -> StatedReading.systems(guideline, keys);
      case "words" -> StatedReading.words(guideline);
      case "texts" -> StatedTexts.of(guideline);
      default -> throw new IllegalArgumentException("no table is called " + table);
    };
  }

  /** Parts of one entry, in the order in which they are added; empty ones are left out. */
  static final class Line {

    private final Map<String, String> parts = new TreeMap<>();

    Line with(String name, Collection<?> values) {
      if (!values.isEmpty()) {
        parts.put(
            name, values.stream().map(Object::toString).sorted().collect(Collectors.joining(" ")));
      }
      return this;
    }

    Line with(String name, boolean value) {
      return value ? with(name, List.of("yes")) : this;
    }

    @Override
    public String toString() {
      return parts.entrySet().stream()
          .map(part -> part.getKey() + ": " + part.getValue())
          .collect(Collectors.joining("; "));
    }
  }

  static List<String> ids(Collection<? extends Fact<?>> facts) {
    return facts.stream().map(Fact::id).toList();
  }

  static List<String> rows(List<Row> rows) {
    return rows.stream().map(Stated::row).toList();
  }

  static String row(Row row) {
    return row.conditions().stream()
        .map(
            condition ->
                switch (condition) {
                  case Condition.OneOf oneOf ->
                      oneOf.fact().id()
                          + '='
                          + oneOf.values().stream().sorted().collect(Collectors.joining(","));
                  case Condition.Limit limit ->
                      limit.fact().id()
                          + limit.comparison().id().replace("at-least", ">=").replace("below", "<")
                          + limit.limit().id();
                })
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> options(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (TreatmentOption option : guideline.options().values()) {
      lines.put(
          option.id(),
          new Line()
              .with("drafts", option.orders())
              .with("named", option.optional())
              .with("notes", option.background())
              .with("cautions", ids(option.cautions()))
              .with("targets", ids(option.targets()))
              .with("drafted-when", rows(option.draftedWhen()))
              .with("recognised-with", option.recognisedWith())
              .with("recognised-by", option.recognisedBy())
              .with("shows", ids(option.shows()))
              .with("intensive", option.intensive())
              .with("adjunct", option.adjunct())
              .with("lines", option.citation().lines())
              .with("rests-on", option.interpretations())
              .toString());
    }
    return lines;
  }

  private static Map<String, String> rules(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (DecisionTable table : guideline.tables()) {
      for (TreatmentRule rule : table.rules()) {
        lines.put(
            rule.id(),
            new Line()
                .with("table", List.of(table.id()))
                .with("phase", List.of(rule.phase()))
                .with("when", rows(rule.when()))
                .with(
                    "options",
                    rule.options().stream()
                        .map(
                            offered ->
                                offered.option()
                                    + (offered.onlyWhen().isEmpty()
                                        ? ""
                                        : "?"
                                            + String.join(
                                                "|",
                                                rows(offered.onlyWhen()).stream()
                                                    .sorted()
                                                    .toList())))
                        .toList())
                .with("tests", rule.tests())
                .with("lines", rule.citation().lines())
                .with("rests-on", rule.interpretations())
                .toString());
      }
    }
    return lines;
  }

  private static Map<String, String> tables(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (DecisionTable table : guideline.tables()) {
      lines.put(
          table.id(),
          new Line()
              .with("for", List.of(row(table.appliesTo())))
              .with("one-alone", table.exclusive())
              .with("settle-first", ids(table.settleFirst().stream().toList()))
              .with(
                  "together",
                  table.overlaps().stream()
                      .map(
                          o ->
                              o.rules().stream().sorted().collect(Collectors.joining("+"))
                                  + "="
                                  + o.interpretation())
                      .toList())
              .toString());
    }
    lines.put(
        "guideline",
        new Line()
            .with("id", List.of(guideline.source().id()))
            .with("edition", List.of(guideline.source().edition()))
            .with("topic", List.of(guideline.source().topic().code()))
            .with("statements", guideline.source().statements())
            .toString());
    return lines;
  }

  private static Map<String, String> risk(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (RiskFeature feature : guideline.features()) {
      lines.put(
          feature.id(),
          new Line()
              .with(
                  "weighs",
                  List.of(feature.weight().name().toLowerCase(Locale.ROOT).replace('_', '-')))
              .with("fact", List.of(feature.fact().id()))
              .with("lineages", feature.lineages().stream().map(l -> l.id()).toList())
              .with("explained-by", ids(feature.explainedBy()))
              .with("lines", feature.citation().lines())
              .with("rests-on", feature.interpretations())
              .toString());
    }
    int place = 0;
    for (RiskRow row : guideline.riskRows()) {
      place++;
      lines.put(
          place + " " + row.id(),
          new Line()
              .with("when", List.of(row(row.when())))
              .with("then", List.of(row.group().id()))
              .with("lines", row.citation().lines())
              .with("rests-on", row.interpretations())
              .toString());
    }
    return lines;
  }

  private static Map<String, String> workUp(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (WorkUpItem item : guideline.workUp().values()) {
      lines.put(
          item.id(),
          new Line()
              .with("baseline", item.baseline())
              .with("courses", item.courses().stream().map(course -> course.id()).toList())
              .with(
                  "counts",
                  List.of(
                      switch (item.counts()) {
                        case WorkUpItem.Recency.DaysBeforeTreatment days -> days.days().id();
                        case WorkUpItem.Recency.SinceDiagnosis unused -> "since-diagnosis";
                        case WorkUpItem.Recency.SinceResponse unused -> "since-response";
                      }))
              .with("done-by", item.doneBy())
              .with(
                  "or-all-of",
                  item.orAllOf().stream()
                      .map(group -> group.stream().sorted().collect(Collectors.joining("|")))
                      .toList())
              .with("ordered-by", item.orderedBy())
              .with("named", item.named().stream().map(name -> name.replace(' ', '_')).toList())
              .with("settles", ids(item.settles()))
              .with(
                  "settled-by",
                  item.settledBy().entrySet().stream()
                      .map(
                          entry ->
                              entry.getKey().id()
                                  + '='
                                  + switch (entry.getValue()) {
                                    case WorkUpItem.SettledBy.AllFacts all ->
                                        String.join(
                                            ",", ids(all.facts()).stream().sorted().toList());
                                    case WorkUpItem.SettledBy.AnyGeneticResult unused -> "any";
                                  })
                      .toList())
              .with("replaced-by", item.replacedBy().stream().toList())
              .with("orders", item.orders())
              .with("lines", item.citation().lines())
              .with("rests-on", item.interpretations())
              .with("asked", List.of(guideline.shortNames().moment(item).id()))
              .toString());
    }
    return lines;
  }

  private static Map<String, String> parameters(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (Parameter parameter : guideline.parameters().values()) {
      lines.put(
          parameter.id(),
          new Line()
              .with("is", List.of(parameter.value().toPlainString()))
              .with("lines", parameter.citation().lines())
              .with("rests-on", parameter.interpretation().stream().toList())
              .toString());
    }
    return lines;
  }

  private static Map<String, String> orders(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (Orderable order : guideline.orderables().values()) {
      lines.put(
          order.id(),
          new Line()
              .with("kind", List.of(order.kind().name().toLowerCase(Locale.ROOT)))
              .with("stands-for", List.of(order.concept()))
              .with("code", List.of(order.coding().system() + "|" + order.coding().code()))
              .with("not-as", order.notAs())
              .toString());
    }
    return lines;
  }

  private static Map<String, String> checks(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (OrderCheck check : guideline.orderChecks().checks()) {
      Line line =
          new Line()
              .with("kind", List.of(check.kind().name().toLowerCase(Locale.ROOT)))
              .with("indicator", List.of(check.indicator().name().toLowerCase(Locale.ROOT)))
              .with("drafted", check.drafted())
              .with(
                  "together",
                  check.draftedTogether().stream().map(list -> String.join("+", list)).toList())
              .with("unless", check.unlessOrdered())
              .with("within", check.givenWithin().map(Parameter::id).stream().toList())
              .with(
                  "when",
                  check.situations().stream()
                      .map(
                          s ->
                              (s.of().isEmpty() ? "" : String.join(",", s.of()) + ":")
                                  + row(s.row()))
                      .toList())
              .with("or-when", check.orWhenOrdered())
              .with("missing", check.whenMissing())
              .with("asks", check.asks())
              .with("suggests", check.suggests())
              .with("removes", check.removes())
              .with("instead", check.replacesWith().stream().toList())
              .with("lines", check.citation().lines())
              .with("rests-on", check.interpretations());
      check
          .draftedRegimen()
          .ifPresent(
              regimen ->
                  line.with("fewest", List.of(regimen.fewest().id()))
                      .with("beyond", List.of(regimen.beyond()))
                      .with("not-counted", regimen.notCounted()));
      check
          .milder()
          .ifPresent(
              milder ->
                  line.with("milder", List.of(milder.indicator().name().toLowerCase(Locale.ROOT)))
                      .with("milder-when", rows(milder.when())));
      check
          .whenUnknown()
          .ifPresent(
              unknown ->
                  line.with("unknown", List.of(unknown.fact().id()))
                      .with("around", List.of(row(unknown.around()))));
      check
          .repeats()
          .ifPresent(
              repeats ->
                  line.with("repeats-tests", repeats.tests())
                      .with("repeats-drugs", repeats.drugs())
                      .with("repeats-in", repeats.courses().stream().map(c -> c.id()).toList()));
      lines.put(check.id(), line.toString());
    }
    return lines;
  }

  private static Map<String, String> groups(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    guideline
        .orderChecks()
        .groups()
        .forEach((id, members) -> lines.put(id, new Line().with("is", members).toString()));
    lines.put(
        "beside treatment-card",
        new Line().with("is", guideline.orderChecks().treatmentCardBeside()).toString());
    lines.put(
        "beside work-up-card",
        new Line().with("is", guideline.orderChecks().workUpCardBeside()).toString());
    lines.put(
        "planned treatment",
        new Line().with("is", guideline.orderChecks().plannedTreatment()).toString());
    lines.put(
        "override reasons",
        new Line()
            .with(
                "is",
                guideline.orderChecks().overrideReasons().stream().map(c -> c.code()).toList())
            .toString());
    return lines;
  }

  private static Map<String, String> notes(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (Interpretation note : guideline.interpretations().values()) {
      lines.put(
          note.id(),
          new Line()
              .with("lines", note.citation().lines())
              .with("shown-for", List.of(note.shownFor().name().toLowerCase(Locale.ROOT)))
              .with("shown-when", rows(note.shownWhen()))
              .toString());
    }
    guideline
        .background()
        .values()
        .forEach(
            note ->
                lines.put(
                    note.id(),
                    new Line()
                        .with("lines", note.citation().lines())
                        .with("always", note.caution())
                        .with("shown-when", rows(note.shownWhen()))
                        .toString()));
    return lines;
  }

  private static Map<String, String> facts(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    guideline
        .factNames()
        .forEach(
            (fact, name) ->
                lines.put(
                    fact.id(),
                    new Line()
                        .with("unit", name.unit().isEmpty() ? List.of() : List.of(name.unit()))
                        .with("settled-by", name.settledBy())
                        .with("asks", ids(name.asks().stream().toList()))
                        .with("lines", name.citation().lines())
                        .with("rests-on", name.interpretations())
                        .toString()));
    return lines;
  }
}
