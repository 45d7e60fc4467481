package org.karyon.guideline.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.RiskFeature;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentOption;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.TreatmentRule.OfferedOption;
import org.karyon.guideline.WorkUpItem;

/**
 * Weaves the guideline into one page that a clinician can review: every table, option, check and
 * number with its lines.
 */
public final class GuidelineMarkdown {

  private final Guideline guideline;
  private final List<String> blocks = new ArrayList<>();

  private GuidelineMarkdown(Guideline guideline) {
    this.guideline = guideline;
  }

  /**
   * Weaves the page.
   *
   * @param guideline the knowledge
   * @return Markdown, the same for the same knowledge
   */
  public static String weave(Guideline guideline) {
    GuidelineMarkdown page = new GuidelineMarkdown(guideline);
    page.head();
    page.interpretations();
    page.workUp();
    page.risk();
    page.treatment();
    page.options();
    page.checks();
    page.parameters();
    page.background();
    page.facts();
    page.localCodes();
    page.policy();
    return String.join("\n\n", page.blocks) + "\n";
  }

  private void head() {
    blocks.add("# The guideline as Karyon reads it");
    blocks.add(
        "Source: %s. \"L47\" is line 47 of that edition. This page is woven from `src/main/guideline`; a test keeps it current."
            .formatted(guideline.source().label()));
    blocks.add(
        "What is offered are the options of the guideline, for a clinician to choose from. No dose"
            + " is ever given.");
  }

  private void interpretations() {
    blocks.add("## Interpretations");
    blocks.add("Where the source is silent. Cards show these as interpretations.");
    table(
        List.of("Id", "Question", "Reading", "Lines", "Used by"),
        guideline.interpretations().values().stream()
            .map(
                i ->
                    List.of(
                        anchor(i.id()), i.title(), i.text(), i.citation().text(), usedBy(i.id())))
            .toList());
  }

  private String usedBy(String interpretation) {
    Set<String> users = new LinkedHashSet<>();
    guideline.factNames().values().stream()
        .filter(name -> name.interpretations().contains(interpretation))
        .forEach(name -> users.add(name.fact().id()));
    guideline.workUp().values().stream()
        .filter(item -> item.interpretations().contains(interpretation))
        .forEach(item -> users.add(item.id()));
    guideline.features().stream()
        .filter(feature -> feature.interpretations().contains(interpretation))
        .forEach(feature -> users.add(feature.id()));
    guideline.riskRows().stream()
        .filter(row -> row.interpretations().contains(interpretation))
        .forEach(row -> users.add(row.id()));
    rules().stream()
        .filter(rule -> rule.interpretations().contains(interpretation))
        .forEach(rule -> users.add(rule.id()));
    guideline.options().values().stream()
        .filter(option -> option.interpretations().contains(interpretation))
        .forEach(option -> users.add(option.id()));
    guideline.orderChecks().checks().stream()
        .filter(check -> check.interpretations().contains(interpretation))
        .forEach(check -> users.add(check.id()));
    return String.join(", ", users);
  }

  private List<TreatmentRule> rules() {
    return guideline.tables().stream().flatMap(table -> table.rules().stream()).toList();
  }

  private void workUp() {
    blocks.add("## Work-up");
    table(
        List.of("Item", "What", "Asked", "A result counts", "Done when resulted", "Lines"),
        guideline.workUp().values().stream()
            .map(
                item ->
                    List.of(
                        anchor(item.id()),
                        item.name(),
                        item.baseline()
                            ? "of every patient: "
                                + item.courses().stream()
                                    .map(course -> course.id())
                                    .collect(Collectors.joining(", "))
                            : "when a rule needs it",
                        recency(item.counts()),
                        doneWhen(item),
                        item.citation().text()))
            .toList());
  }

  private static String recency(WorkUpItem.Recency recency) {
    return switch (recency) {
      case WorkUpItem.Recency.DaysBeforeTreatment days ->
          "from " + days.days().value().toPlainString() + " days before the first treatment";
      case WorkUpItem.Recency.SinceDiagnosis unused -> "since diagnosis";
      case WorkUpItem.Recency.SinceResponse unused -> "since the newest change of course";
    };
  }

  private static String doneWhen(WorkUpItem item) {
    List<String> ways = new ArrayList<>();
    if (!item.doneBy().isEmpty()) {
      ways.add("any of " + String.join(", ", item.doneBy()));
    }
    if (!item.orAllOf().isEmpty()) {
      ways.add(
          "all of "
              + item.orAllOf().stream()
                  .map(group -> String.join(" or ", group))
                  .collect(Collectors.joining("; ")));
    }
    if (!item.settles().isEmpty()) {
      ways.add(
          "known: "
              + item.settles().stream().map(fact -> fact.id()).collect(Collectors.joining(", ")));
    }
    item.settledBy()
        .forEach(
            (lineage, settled) ->
                ways.add(
                    lineage.id().toUpperCase(Locale.ROOT) + " lineage: " + settledBy(settled)));
    return String.join("; or ", ways);
  }

  private static String settledBy(WorkUpItem.SettledBy settled) {
    return switch (settled) {
      case WorkUpItem.SettledBy.AllFacts all ->
          all.facts().stream().map(fact -> fact.id()).collect(Collectors.joining(" and "))
              + " known";
      case WorkUpItem.SettledBy.AnyGeneticResult unused ->
          "any interpretable FISH, PCR or sequencing result";
    };
  }

  private void risk() {
    blocks.add("## Risk");
    blocks.add("The first row that holds decides.");
    table(
        List.of("Rule", "When", "Group", "Because", "Lines", "Interpretations"),
        guideline.riskRows().stream()
            .map(
                row ->
                    List.of(
                        anchor(row.id()),
                        row.when().words(),
                        row.group().id(),
                        row.says(),
                        row.citation().text(),
                        String.join(", ", row.interpretations())))
            .toList());
    table(
        List.of(
            "Feature",
            "What",
            "Weighs",
            "Lineages",
            "Recognised by name",
            "Lines",
            "Interpretations"),
        guideline.features().stream()
            .map(
                feature ->
                    List.of(
                        anchor(feature.id()),
                        feature.name(),
                        feature.weight().id(),
                        feature.lineages().stream()
                            .map(lineage -> lineage.id().toUpperCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")),
                        names(feature),
                        feature.citation().text(),
                        String.join(", ", feature.interpretations())))
            .toList());
  }

  private String names(RiskFeature feature) {
    return guideline.lesions().stream()
        .filter(lesion -> lesion.fact().equals(feature.fact()))
        .flatMap(lesion -> Stream.concat(lesion.names().stream(), lesion.shownBy().stream()))
        .limit(6)
        .collect(Collectors.joining(", "));
  }

  private void treatment() {
    blocks.add("## Treatment");
    for (DecisionTable table : guideline.tables()) {
      blocks.add("### " + table.title());
      blocks.add(
          "Applies to: "
              + table.appliesTo().words()
              + "."
              + table
                  .settleFirst()
                  .map(fact -> " No choice is given while `" + fact.id() + "` is open.")
                  .orElse("")
              + table.overlaps().stream()
                  .map(
                      overlap ->
                          " %s may hold together (%s)."
                              .formatted(
                                  String.join(" and ", overlap.rules()), overlap.interpretation()))
                  .collect(Collectors.joining()));
      table(
          List.of(
              "Rule",
              "Step",
              "When",
              "Options, in the source's order",
              "Tests",
              "Lines",
              "Interpretations"),
          table.rules().stream().map(this::rule).toList());
    }
  }

  private List<String> rule(TreatmentRule rule) {
    return List.of(
        anchor(rule.id()),
        rule.title() + " (" + rule.phase() + ")",
        rule.when().stream().map(Row::words).collect(Collectors.joining("; or ")),
        rule.options().stream().map(this::offered).collect(Collectors.joining("; ")),
        String.join(", ", rule.tests()),
        rule.citation().text(),
        String.join(", ", rule.interpretations()));
  }

  private String offered(OfferedOption offered) {
    return guideline.option(offered.option()).name()
        + (offered.because().isEmpty() ? "" : " (only " + offered.because() + ")");
  }

  private void options() {
    blocks.add("## Options and what they draft");
    table(
        List.of("Option", "What", "Drafted orders", "Left open", "Targets", "Cautions", "Lines"),
        guideline.options().values().stream()
            .map(
                option ->
                    List.of(
                        anchor(option.id()),
                        option.name(),
                        orders(option.orders()) + draftedWhen(option),
                        orders(option.optional()),
                        option.targets().stream()
                            .map(antigen -> guideline.name(antigen).name())
                            .collect(Collectors.joining("; ")),
                        option.cautions().stream()
                            .map(fact -> guideline.name(fact).name())
                            .collect(Collectors.joining("; ")),
                        option.citation().text()))
            .toList());
  }

  private static String draftedWhen(TreatmentOption option) {
    return option.draftedWhen().isEmpty()
        ? ""
        : ", only when "
            + option.draftedWhen().stream().map(Row::words).collect(Collectors.joining("; or "));
  }

  private String orders(List<String> ids) {
    return ids.stream()
        .map(guideline::orderable)
        .map(order -> order.text() + " (" + order.coding().code() + ")")
        .collect(Collectors.joining("; "));
  }

  private void checks() {
    blocks.add("## Order checks");
    blocks.add(
        "On order-select the selected drafts are checked, on order-sign all of them. The treatment"
            + " card stands beside a selected order of: %s; the work-up card beside one of: %s."
                .formatted(
                    String.join(", ", guideline.orderChecks().treatmentCardBeside()),
                    String.join(", ", guideline.orderChecks().workUpCardBeside())));
    table(
        List.of(
            "Check",
            "Kind",
            "Says",
            "Indicator",
            "Looks at",
            "Fires when",
            "Silent when ordered",
            "Asks or offers",
            "Lines"),
        OrderCheckSection.rows(guideline));
    table(
        List.of("Group of orders", "Holds"),
        guideline.orderChecks().groups().entrySet().stream()
            .map(group -> List.of(group.getKey(), String.join(", ", group.getValue())))
            .toList());
  }

  private void parameters() {
    blocks.add("## Numbers");
    table(
        List.of("Parameter", "Value", "Unit", "Meaning", "From"),
        guideline.parameters().values().stream()
            .map(
                parameter ->
                    List.of(
                        "`" + parameter.id() + "`",
                        parameter.value().toPlainString(),
                        parameter.unit(),
                        parameter.meaning(),
                        from(parameter)))
            .toList());
  }

  private static String from(Parameter parameter) {
    List<Optional<String>> sources =
        Arrays.asList(
            Optional.of(parameter.citation().text()).filter(text -> !text.isEmpty()),
            parameter.interpretation(),
            parameter.basis());
    return sources.stream().flatMap(Optional::stream).collect(Collectors.joining("; "));
  }

  private void background() {
    blocks.add("## Background notes");
    table(
        List.of("Note", "Text", "Lines"),
        guideline.background().values().stream()
            .map(note -> List.of("`" + note.id() + "`", note.text(), note.citation().text()))
            .toList());
  }

  private void facts() {
    blocks.add("## Facts");
    table(
        List.of("Fact", "On cards", "Values", "Settled by", "Lines"),
        guideline.factNames().values().stream()
            .map(
                name ->
                    List.of(
                        "`" + name.fact().id() + "`",
                        name.name(),
                        name.fact().isAmount()
                            ? "a number, " + name.unit()
                            : name.fact().terms().stream()
                                .map(term -> term.id())
                                .collect(Collectors.joining(", ")),
                        String.join(", ", name.settledBy()),
                        name.citation().text()))
            .toList());
  }

  private void policy() {
    List<List<String>> rows = PolicySection.rows(guideline);
    if (!rows.isEmpty()) {
      blocks.add("## What this hospital changes of the cards");
      table(PolicySection.HEADER, rows);
    }
  }

  private void localCodes() {
    List<List<String>> rows = LocalCodesSection.rows(guideline);
    if (!rows.isEmpty()) {
      blocks.add("## Codes that this hospital added");
      table(List.of("Concept", "System", "Code", "Display", "Where"), rows);
    }
  }

  private void table(List<String> header, Collection<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(line(header));
    lines.add(line(header.stream().map(unused -> "---").toList()));
    rows.forEach(row -> lines.add(line(row)));
    blocks.add(String.join("\n", lines));
  }

  /** The id of a row, to which cards and pages link. */
  static String anchor(String id) {
    return "<a id=\"%s\"></a>`%s`".formatted(id, id);
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
