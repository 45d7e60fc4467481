package org.karyon.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.WorkUpFinding;
import org.karyon.assessment.WorkUpFinding.Status;
import org.karyon.facts.Evidence;
import org.karyon.guideline.Guideline;

/** The card of what is missing: one suggestion for each test that is neither done nor ordered. */
final class WorkUpCard {

  private final Guideline guideline;
  private final CardWriter writer;

  WorkUpCard(Guideline guideline, CardWriter writer) {
    this.guideline = guideline;
    this.writer = writer;
  }

  Optional<Card> write(Assessment assessment, DraftOrders drafts) {
    List<WorkUpFinding> missing = assessment.missingTests();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    List<Card.Suggestion> suggestions = new ArrayList<>();
    for (WorkUpFinding finding : missing) {
      suggestions.add(
          writer.suggestion(
              "Order " + finding.item().name(),
              finding.remaining().stream().map(guideline::orderable).map(drafts::create).toList()));
    }
    List<String> ids = missing.stream().map(finding -> finding.item().id()).toList();
    return Optional.of(
        writer.card(
            summary(assessment, missing),
            "info",
            detail(assessment, missing),
            suggestions,
            CardWriter.plain("work-up", ids, assessment.facts(), ids)));
  }

  private static String summary(Assessment assessment, List<WorkUpFinding> missing) {
    String names =
        missing.stream().map(finding -> finding.item().name()).collect(Collectors.joining(", "));
    String lead =
        switch (assessment.scope()) {
          case SUSPECTED -> "Suspected ALL, work-up missing: ";
          case COVERED, OFF_TREATMENT, CHILD, NO_LEUKEMIA, NOT_KNOWN -> "ALL work-up missing: ";
        };
    return (lead + names).length() < 140
        ? lead + names
        : lead + missing.size() + " tests, first " + missing.get(0).item().name();
  }

  private Markdown detail(Assessment assessment, List<WorkUpFinding> missing) {
    Markdown detail =
        new Markdown()
            .paragraph(
                "These tests belong to the work-up at this step and are neither resulted nor"
                    + " ordered in the record that was read.")
            .list("Missing", missing.stream().map(this::line).toList())
            .table(FactWords.HEADER, rows(assessment))
            .list("Could not be checked", names(assessment, Status.UNREADABLE));
    return writer.foot(
        detail,
        missing.stream()
            .map(
                finding ->
                    new CardWriter.Basis(
                        finding.item().id(),
                        finding.item().citation(),
                        finding.item().interpretations()))
            .toList());
  }

  private String line(WorkUpFinding finding) {
    boolean partly = finding.remaining().size() < finding.item().orders().size();
    String members =
        partly
            ? " (still missing: "
                + finding.remaining().stream()
                    .map(id -> guideline.orderable(id).text())
                    .collect(Collectors.joining(", "))
                + ")"
            : "";
    return finding.item().name() + members + finding.note().map(note -> "; " + note).orElse("");
  }

  private static List<List<String>> rows(Assessment assessment) {
    List<List<String>> rows = new ArrayList<>();
    for (WorkUpFinding finding : assessment.all()) {
      boolean settled =
          switch (finding.status()) {
            case DONE, ORDERED -> true;
            case MISSING, UNREADABLE -> false;
          };
      if (settled && !finding.evidence().isEmpty()) {
        Evidence evidence = finding.evidence().get(0);
        String state = finding.status() == Status.DONE ? "done" : "ordered";
        rows.add(FactWords.row(finding.item().name() + ": " + state, evidence));
      }
    }
    return rows;
  }

  private static List<String> names(Assessment assessment, Status status) {
    return assessment.all().stream()
        .filter(finding -> finding.status() == status)
        .map(finding -> finding.item().name())
        .toList();
  }
}
