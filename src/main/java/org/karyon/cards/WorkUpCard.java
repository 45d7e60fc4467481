package org.karyon.cards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.WorkUpFinding;
import org.karyon.assessment.WorkUpFinding.Status;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ShortNames;
import org.karyon.guideline.ShortNames.Moment;

/** The card of what is missing: one suggestion for each test that is neither done nor ordered. */
final class WorkUpCard {

  /** What a diagnosis cannot do without is named first. */
  private static final List<Moment> BY_WEIGHT =
      List.of(Moment.DIAGNOSIS, Moment.TO_DECIDE, Moment.TODAY, Moment.BEFORE_TREATMENT);

  private static final int FEW = 2;

  private final Guideline guideline;
  private final ShortNames names;
  private final CardWriter writer;

  WorkUpCard(Guideline guideline, CardWriter writer) {
    this.guideline = guideline;
    this.names = guideline.shortNames();
    this.writer = writer;
  }

  Optional<Card> write(Assessment assessment, DraftOrders drafts, Remarks remarks) {
    List<WorkUpFinding> missing = assessment.missingTests();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    List<Card.Suggestion> suggestions = new ArrayList<>();
    for (WorkUpFinding finding : missing) {
      suggestions.add(
          writer.suggestion(
              Sentence.ORDER.with("test", button(finding)),
              finding.remaining().stream().map(guideline::orderable).map(drafts::create).toList()));
    }
    List<String> ids = missing.stream().map(finding -> finding.item().id()).toList();
    List<Ground> grounds = grounds(assessment);
    return Optional.of(
        writer.card(
            summary(assessment, missing),
            "info",
            detail(assessment, missing, grounds, remarks),
            suggestions,
            CardWriter.plain("work-up", ids, assessment.facts(), ids).restingOn(grounds)));
  }

  private static boolean isPartly(WorkUpFinding finding) {
    return finding.remaining().size() < finding.item().orders().size();
  }

  /** The test by name, or its members by theirs where few of them are left to order. */
  private String button(WorkUpFinding finding) {
    return isPartly(finding) && finding.remaining().size() <= FEW
        ? finding.remaining().stream()
            .map(id -> names.of(guideline.orderable(id)).button())
            .collect(Collectors.joining(", "))
        : names.of(finding.item()).button();
  }

  private String summary(Assessment assessment, List<WorkUpFinding> missing) {
    Sentence lead =
        switch (assessment.scope()) {
          case SUSPECTED -> Sentence.SUSPECTED_OPEN;
          case COVERED, OFF_TREATMENT, CHILD, NO_LEUKEMIA, NOT_KNOWN -> Sentence.WORK_UP_OPEN;
        };
    List<String> tests =
        missing.stream()
            .sorted(Comparator.comparingInt(f -> BY_WEIGHT.indexOf(names.moment(f.item()))))
            .map(finding -> isPartly(finding) ? line(finding) : names.of(finding.item()).text())
            .toList();
    return Summary.fitting(tests, ", ", shown -> lead.with("tests", shown));
  }

  private Markdown detail(
      Assessment assessment, List<WorkUpFinding> missing, List<Ground> grounds, Remarks remarks) {
    Markdown detail = new Markdown();
    for (Moment moment : Moment.values()) {
      List<String> tests =
          missing.stream()
              .filter(finding -> names.moment(finding.item()) == moment)
              .map(this::line)
              .toList();
      if (!tests.isEmpty()) {
        detail.bullet(heading(moment).with("tests", String.join("; ", tests)));
      }
    }
    if (missing.stream().anyMatch(finding -> finding.note().isPresent())) {
      bloodForMarrow(assessment).ifPresent(detail::bullet);
    }
    listed(Sentence.NOT_CHECKED, named(assessment, Status.UNREADABLE), detail);
    FindingWords words = writer.words(assessment);
    doneOrOrdered(
        dated(assessment, Status.DONE, words), dated(assessment, Status.ORDERED, words), detail);
    return writer.foot(
        detail,
        assessment,
        grounds,
        missing.stream()
            .map(
                finding ->
                    new CardWriter.Basis(
                        finding.item().id(),
                        finding.item().citation(),
                        finding.item().interpretations()))
            .toList(),
        remarks);
  }

  private static void doneOrOrdered(List<String> done, List<String> ordered, Markdown detail) {
    if (done.isEmpty() || ordered.isEmpty()) {
      listed(Sentence.DONE, done, detail);
      listed(Sentence.ORDERED, ordered, detail);
    } else {
      detail.bullet(
          Sentence.DONE_OR_ORDERED.with(
              "done", String.join("; ", done), "ordered", String.join("; ", ordered)));
    }
  }

  private static void listed(Sentence sentence, List<String> tests, Markdown detail) {
    if (!tests.isEmpty()) {
      detail.bullet(sentence.with("tests", String.join("; ", tests)));
    }
  }

  private static Sentence heading(Moment moment) {
    return switch (moment) {
      case TODAY -> Sentence.TODAY;
      case BEFORE_TREATMENT -> Sentence.BEFORE_TREATMENT;
      case DIAGNOSIS -> Sentence.DIAGNOSIS;
      case TO_DECIDE -> Sentence.TO_DECIDE;
    };
  }

  /** Panels without a code of their own are named by what is left of them to order. */
  private String line(WorkUpFinding finding) {
    List<String> members =
        finding.remaining().stream().map(id -> names.of(guideline.orderable(id)).text()).toList();
    String name = names.of(finding.item()).text();
    return finding.item().orders().size() == 1
        ? name
        : Sentence.STILL_MISSING.with("test", name, "members", String.join(", ", members));
  }

  private Optional<String> bloodForMarrow(Assessment assessment) {
    return assessment
        .facts()
        .get(Facts.PERIPHERAL_BLASTS_PER_MICROLITRE)
        .value()
        .map(
            count ->
                Sentence.BLOOD_FOR_MARROW.with(
                    "count", Markdown.code(ValueWords.number(count.number()))));
  }

  private List<String> named(Assessment assessment, Status status) {
    return assessment.all().stream()
        .filter(finding -> finding.status() == status)
        .map(finding -> names.of(finding.item()).text())
        .toList();
  }

  /** Tests of one day share its date. */
  private List<String> dated(Assessment assessment, Status status, FindingWords words) {
    Map<String, List<String>> byDate = new LinkedHashMap<>();
    for (WorkUpFinding finding : assessment.all()) {
      if (finding.status() == status) {
        String date =
            finding.evidence().stream().findFirst().map(e -> words.dated("", e)).orElse("");
        byDate
            .computeIfAbsent(date, unused -> new ArrayList<>())
            .add(names.of(finding.item()).text());
      }
    }
    return byDate.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + entry.getKey())
        .toList();
  }

  private static List<Ground> grounds(Assessment assessment) {
    List<Ground> grounds = new ArrayList<>();
    for (WorkUpFinding finding : assessment.all()) {
      Optional<Object> state =
          switch (finding.status()) {
            case DONE -> Optional.of("done");
            case ORDERED -> Optional.of("ordered");
            case MISSING, UNREADABLE -> Optional.empty();
          };
      for (Evidence evidence : finding.evidence()) {
        grounds.add(new Ground(finding.item().id(), state, evidence, false));
      }
    }
    return grounds;
  }
}
