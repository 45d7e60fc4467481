package org.karyon.explorer.guideline;

import static org.karyon.explorer.guideline.Bit.to;
import static org.karyon.explorer.guideline.Bit.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.karyon.explorer.patient.FactWording;
import org.karyon.guideline.Citation;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.page.PolicySection;

/** How the source is read: order checks, interpretations, numbers, notes, and its lines. */
final class ReadingSections {

  private final Guideline guideline;
  private final FactWording words;

  ReadingSections(Guideline guideline) {
    this.guideline = guideline;
    this.words = new FactWording(guideline);
  }

  PageTable checks() {
    return new PageTable(
        "checks",
        "Order checks",
        "While orders are chosen the selected drafts are checked, before signing all of them.",
        List.of(
            "Check",
            "Says",
            "Urgency",
            "Looks at",
            "When",
            "Silent when ordered",
            "Lines",
            "Interpretations"),
        guideline.orderChecks().checks().stream().map(this::check).toList());
  }

  private PageTable.Row check(OrderCheck check) {
    List<Bit> when = new ArrayList<>();
    check.when().stream()
        .map(
            row ->
                row.conditions().stream().map(words::condition).collect(Collectors.joining("; ")))
        .filter(said -> !said.isEmpty())
        .map(Bit::words)
        .forEach(when::add);
    check
        .whenUnknown()
        .map(unknown -> words(words.name(unknown.fact()) + " is unknown"))
        .ifPresent(when::add);
    check.whenMissing().stream()
        .map(test -> to("missing: " + guideline.workUpItem(test).name(), test))
        .forEach(when::add);
    return new PageTable.Row(
        check.id(),
        check.id(),
        List.of(
            Cell.list(
                Stream.of(check.title(), check.says(), check.advice())
                    .filter(said -> !said.isBlank())
                    .map(Bit::words)
                    .toList()),
            Cell.words(check.indicator().id()),
            Cell.words(String.join(", ", check.drafted())),
            Cell.list(when),
            Cell.words(String.join(", ", check.unlessOrdered())),
            Cell.lines(check.citation()),
            Cell.interpretations(check.interpretations())));
  }

  PageTable interpretations() {
    return new PageTable(
        "interpretations",
        "Interpretations",
        "Where the source is silent. Cards show these as interpretations, not as the source's"
            + " word.",
        List.of("Id", "Question", "Reading", "Lines", "Used by"),
        guideline.interpretations().values().stream()
            .map(
                one ->
                    new PageTable.Row(
                        one.id(),
                        one.id(),
                        List.of(
                            Cell.words(one.title()),
                            Cell.words(one.text()),
                            Cell.lines(one.citation()),
                            Cell.row(usedBy(one.id()).stream().map(id -> to(id, id))))))
            .toList());
  }

  private Set<String> usedBy(String interpretation) {
    Set<String> users = new LinkedHashSet<>();
    each(
        (id, citation, interpretations) -> {
          if (interpretations.contains(interpretation)) {
            users.add(id);
          }
        });
    return users;
  }

  PageTable numbers() {
    return new PageTable(
        "numbers",
        "Numbers",
        "Every number that a decision compares with.",
        List.of("Parameter", "Value", "Meaning", "From"),
        guideline.parameters().values().stream().map(ReadingSections::number).toList());
  }

  private static PageTable.Row number(Parameter parameter) {
    List<Bit> from = new ArrayList<>(Cell.lines(parameter.citation()).bits());
    parameter.interpretation().map(id -> to(id, id)).ifPresent(from::add);
    parameter.basis().map(Bit::words).ifPresent(from::add);
    return new PageTable.Row(
        "parameter-" + parameter.id(),
        parameter.id(),
        List.of(
            Cell.words((parameter.value().toPlainString() + " " + parameter.unit()).strip()),
            Cell.words(parameter.meaning()),
            Cell.row(from.stream())));
  }

  PageTable notes() {
    return new PageTable(
        "notes",
        "Background notes",
        "",
        List.of("Note", "Text", "Lines"),
        guideline.background().values().stream()
            .map(
                note ->
                    new PageTable.Row(
                        "note-" + note.id(),
                        note.id(),
                        List.of(Cell.words(note.text()), Cell.lines(note.citation()))))
            .toList());
  }

  /** What the hospital changes of the cards; nothing without a policy. */
  Optional<PageTable> policy() {
    List<List<String>> rows = PolicySection.rows(guideline);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PageTable(
                "policy",
                "What this hospital changes of the cards",
                "The site's own policy; what the guideline says of a patient stays as it is.",
                PolicySection.HEADER,
                IntStream.range(0, rows.size())
                    .mapToObj(
                        index ->
                            new PageTable.Row(
                                "policy-" + (index + 1),
                                rows.get(index).get(0),
                                rows.get(index).stream().skip(1).map(Cell::words).toList()))
                    .toList()));
  }

  PageTable lines() {
    Map<Integer, Set<String>> users = new TreeMap<>();
    each(
        (id, citation, interpretations) ->
            citation
                .lines()
                .forEach(
                    line -> users.computeIfAbsent(line, unused -> new LinkedHashSet<>()).add(id)));
    guideline.factNames().values().stream()
        .flatMap(name -> name.citation().lines().stream())
        .forEach(line -> users.computeIfAbsent(line, unused -> new LinkedHashSet<>()));
    guideline.background().values().stream()
        .flatMap(note -> note.citation().lines().stream())
        .forEach(line -> users.computeIfAbsent(line, unused -> new LinkedHashSet<>()));
    guideline.parameters().values().stream()
        .flatMap(number -> number.citation().lines().stream())
        .forEach(line -> users.computeIfAbsent(line, unused -> new LinkedHashSet<>()));
    guideline.interpretations().values().stream()
        .flatMap(one -> one.citation().lines().stream())
        .forEach(line -> users.computeIfAbsent(line, unused -> new LinkedHashSet<>()));
    return new PageTable(
        "lines",
        "Lines of the source",
        "What rests on each line of " + guideline.source().label() + ".",
        List.of("Line", "Rests on it"),
        users.entrySet().stream()
            .map(
                line ->
                    new PageTable.Row(
                        "L" + line.getKey(),
                        "L" + line.getKey(),
                        List.of(Cell.row(line.getValue().stream().map(id -> to(id, id))))))
            .toList());
  }

  @FunctionalInterface
  private interface Visitor {
    void visit(String id, Citation citation, List<String> interpretations);
  }

  private void each(Visitor visitor) {
    guideline
        .workUp()
        .values()
        .forEach(i -> visitor.visit(i.id(), i.citation(), i.interpretations()));
    guideline.features().forEach(f -> visitor.visit(f.id(), f.citation(), f.interpretations()));
    guideline.riskRows().forEach(r -> visitor.visit(r.id(), r.citation(), r.interpretations()));
    guideline.tables().stream()
        .flatMap(table -> table.rules().stream())
        .forEach(r -> visitor.visit(r.id(), r.citation(), r.interpretations()));
    guideline
        .options()
        .values()
        .forEach(o -> visitor.visit(o.id(), o.citation(), o.interpretations()));
    guideline
        .orderChecks()
        .checks()
        .forEach(c -> visitor.visit(c.id(), c.citation(), c.interpretations()));
  }
}
