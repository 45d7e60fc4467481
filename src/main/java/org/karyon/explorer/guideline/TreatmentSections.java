package org.karyon.explorer.guideline;

import static org.karyon.explorer.guideline.Bit.to;
import static org.karyon.explorer.guideline.Bit.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.explorer.patient.FactWording;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentOption;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.page.TreatmentSection;

/** The treatment tables, the options with what they draft, and the map of both. */
final class TreatmentSections {

  private final Guideline guideline;
  private final FactWording words;

  TreatmentSections(Guideline guideline) {
    this.guideline = guideline;
    this.words = new FactWording(guideline);
  }

  List<PageTable> all() {
    List<PageTable> sections = new ArrayList<>();
    guideline.tables().forEach(table -> sections.add(table(table)));
    sections.add(options());
    return sections;
  }

  List<MapBranch> map() {
    return guideline.tables().stream()
        .map(
            table ->
                new MapBranch(
                    "table-" + table.id(),
                    table.title(),
                    "",
                    table.rules().stream().map(this::branch).toList()))
        .toList();
  }

  private MapBranch branch(TreatmentRule rule) {
    return new MapBranch(
        rule.id(),
        rule.title(),
        rule.phase(),
        rule.options().stream()
            .map(
                offered ->
                    new MapBranch(
                        offered.option(),
                        guideline.option(offered.option()).name(),
                        offered.because(),
                        List.of()))
            .toList());
  }

  private PageTable table(DecisionTable table) {
    String settle =
        table
            .settleFirst()
            .map(fact -> " No choice is given while " + words.name(fact) + " is open.")
            .orElse("");
    String overlaps =
        table.overlaps().stream()
            .map(
                overlap ->
                    " %s may hold together (%s)."
                        .formatted(String.join(" and ", overlap.rules()), overlap.interpretation()))
            .collect(Collectors.joining());
    return new PageTable(
        "table-" + table.id(),
        table.title(),
        "Applies to: " + row(table.appliesTo()) + "." + settle + overlaps,
        TreatmentSection.COLUMNS,
        table.rules().stream().map(this::rule).toList());
  }

  private PageTable.Row rule(TreatmentRule rule) {
    return new PageTable.Row(
        rule.id(),
        rule.id(),
        List.of(
            Cell.words(rule.title() + " (" + rule.phase() + ")"),
            Cell.list(rule.when().stream().map(row -> words(row(row))).toList()),
            Cell.list(
                rule.options().stream()
                    .map(
                        offered ->
                            to(
                                guideline.option(offered.option()).name()
                                    + (offered.because().isEmpty()
                                        ? ""
                                        : " (only " + offered.because() + ")"),
                                offered.option()))
                    .toList()),
            Cell.list(
                rule.tests().stream()
                    .map(test -> to(guideline.workUpItem(test).name(), test))
                    .toList()),
            Cell.lines(rule.citation()),
            Cell.interpretations(rule.interpretations())));
  }

  private String row(Row row) {
    return row.conditions().stream().map(words::condition).collect(Collectors.joining("; "));
  }

  private PageTable options() {
    return new PageTable(
        "options",
        "Options and what they draft",
        "Offered for a clinician to choose from. A draft never carries a dose.",
        List.of(
            "Option",
            "What",
            "Drafted orders",
            "Left open",
            "Cautions",
            "Lines",
            "Interpretations"),
        guideline.options().values().stream().map(this::option).toList());
  }

  private PageTable.Row option(TreatmentOption option) {
    return new PageTable.Row(
        option.id(),
        option.id(),
        List.of(
            Cell.words(option.name() + (option.intensive() ? " (intensive)" : "")),
            Cell.list(option.orders().stream().flatMap(this::order).toList()),
            Cell.list(option.optional().stream().flatMap(this::order).toList()),
            Cell.list(
                option.cautions().stream().map(fact -> to(words.name(fact), fact.id())).toList()),
            Cell.lines(option.citation()),
            Cell.interpretations(option.interpretations())));
  }

  private Stream<Bit> order(String id) {
    Orderable order = guideline.orderable(id);
    return Stream.of(
        words(
            order.text()
                + " ("
                + system(order.coding().system())
                + " "
                + order.coding().code()
                + ")"));
  }

  /** The short names by which people know the code systems. */
  static String system(String uri) {
    return switch (uri) {
      case "http://www.nlm.nih.gov/research/umls/rxnorm" -> "RxNorm";
      case "http://www.whocc.no/atc" -> "ATC";
      case "http://loinc.org" -> "LOINC";
      case "http://snomed.info/sct" -> "SNOMED CT";
      case "http://www.ama-assn.org/go/cpt" -> "CPT";
      default -> uri;
    };
  }
}
