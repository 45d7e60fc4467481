package org.karyon.cards;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.RiskAssessment;
import org.karyon.assessment.RiskAssessment.FeatureFinding;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.RiskFeature.Weight;
import org.karyon.guideline.ShortNames;
import org.karyon.guideline.WorkUpItemId;

/** The words of the risk card: what was found, what is only possible, what nobody has tested. */
final class RiskWords {

  private final Guideline guideline;
  private final ShortNames names;
  private final FindingWords words;
  private final Assessment assessment;
  private final RiskAssessment risk;
  private final boolean besideBcrAbl1;

  RiskWords(Guideline guideline, FindingWords words, Assessment assessment, RiskAssessment risk) {
    this.guideline = guideline;
    this.names = guideline.shortNames();
    this.words = words;
    this.assessment = assessment;
    this.risk = risk;
    this.besideBcrAbl1 = assessment.facts().get(Facts.BCR_ABL1).is(Presence.PRESENT);
  }

  /** The features that the record shows, with what names them more closely. */
  static List<FeatureFinding> shown(RiskAssessment risk) {
    List<FeatureFinding> shown = new ArrayList<>();
    for (Weight weight : Weight.values()) {
      shown.addAll(risk.present(weight));
    }
    return shown;
  }

  static boolean isPossible(FeatureFinding finding) {
    return reason(finding).filter(reason -> reason == UnknownReason.POSSIBLE).isPresent();
  }

  private static Optional<UnknownReason> reason(FeatureFinding finding) {
    return switch (finding.finding()) {
      case Known<Presence> unused -> Optional.empty();
      case Unknown<Presence> unknown -> Optional.of(unknown.reason());
    };
  }

  String summary() {
    List<String> poor = texts(risk.present(Weight.POOR));
    List<String> favorable = texts(risk.present(Weight.FAVORABLE));
    if (!poor.isEmpty() && !favorable.isEmpty()) {
      return Summary.fitting(
          poor,
          " and ",
          shown ->
              Sentence.POOR_AND_FAVORABLE.with(
                  "poor", shown, "favorable", Summary.join(favorable, " and ")));
    }
    if (!poor.isEmpty()) {
      Sentence lead = besideBcrAbl1 ? Sentence.POOR_BESIDE_BCR_ABL1 : Sentence.POOR;
      return Summary.fitting(poor, " and ", shown -> lead.with("features", shown));
    }
    if (risk.group().isEmpty()) {
      return open();
    }
    String found =
        favorable.isEmpty()
            ? (besideBcrAbl1 ? Sentence.NO_POOR_FEATURE_BESIDE_BCR_ABL1 : Sentence.NO_POOR_FEATURE)
                .text()
            : Sentence.FAVORABLE.with("features", Summary.join(favorable, " and "));
    return withUntested(found);
  }

  private String withUntested(String found) {
    List<FeatureFinding> untested = untested();
    return switch (untested.size()) {
      case 0 -> found;
      case 1 -> Sentence.AND_ONE_NOT_TESTED.with("found", found, "lesion", brief(untested.get(0)));
      default ->
          Sentence.AND_NOT_TESTED.with("found", found, "count", Integer.toString(untested.size()));
    };
  }

  private String open() {
    List<String> possible =
        risk.open().stream().filter(RiskWords::isPossible).map(this::brief).toList();
    if (!possible.isEmpty()) {
      return Summary.fitting(
          possible, " and ", shown -> Sentence.RISK_OPEN_POSSIBLE.with("features", shown));
    }
    List<String> tests = openTests();
    return tests.isEmpty()
        ? Sentence.RISK_OPEN.text()
        : Summary.fitting(tests, " and ", shown -> Sentence.RISK_OPEN_TESTS.with("tests", shown));
  }

  /** The tests that would complete the genetics, as far as they have no answer yet. */
  private List<String> openTests() {
    return assessment.all().stream()
        .filter(
            finding -> guideline.name(Facts.POOR_FEATURE).settledBy().contains(finding.item().id()))
        .filter(
            finding ->
                switch (finding.status()) {
                  case MISSING, ORDERED, UNREADABLE -> true;
                  case DONE -> false;
                })
        .map(finding -> names.of(finding.item()).text())
        .toList();
  }

  Markdown detail() {
    Markdown detail = new Markdown();
    karyotype().ifPresent(detail::bullet);
    Set<String> resources = new HashSet<>();
    for (FeatureFinding finding : shown(risk)) {
      boolean said =
          finding.finding().evidence().stream()
              .map(Evidence::resource)
              .allMatch(resources::contains);
      detail.bullet(
          said
              ? Sentence.MORE_CLOSELY.with("features", names.of(finding.feature()).text())
              : line(finding));
      finding.finding().evidence().forEach(evidence -> resources.add(evidence.resource()));
    }
    risk.open().stream().map(this::hint).flatMap(Optional::stream).forEach(detail::bullet);
    String absent = lookedFor();
    detail.bullet(absent.isEmpty() ? "" : Sentence.LOOKED_FOR.with("features", absent));
    List<String> untested = untested().stream().map(this::brief).toList();
    detail.bullet(
        untested.isEmpty()
            ? ""
            : Sentence.NOT_TESTED.with("features", String.join(", ", untested)));
    return detail.bullet(group());
  }

  private String group() {
    if (!risk.present(Weight.POOR).isEmpty() && !risk.present(Weight.FAVORABLE).isEmpty()) {
      return Sentence.BOTH_KINDS.text();
    }
    if (risk.group().isEmpty()) {
      List<String> tests = openTests();
      return tests.isEmpty()
          ? Sentence.RISK_OPEN.text()
          : Sentence.GROUP_UNDETERMINED.with("tests", Summary.join(tests, " and "));
    }
    return switch (risk.group().get()) {
      case POOR -> risk.provisional() ? Sentence.GROUP_PROVISIONAL.with("group", "poor") : "";
      case FAVORABLE ->
          risk.provisional() ? Sentence.GROUP_PROVISIONAL.with("group", "favorable") : "";
      case STANDARD ->
          (risk.provisional() ? Sentence.GROUP_STANDARD_PROVISIONAL : Sentence.GROUP_STANDARD)
              .text();
    };
  }

  /** The newest karyotype as it is written. */
  private Optional<String> karyotype() {
    return newestKaryotype()
        .map(
            evidence ->
                words.dated(
                    Sentence.KARYOTYPE.with("karyotype", Markdown.code(evidence.shows())),
                    evidence));
  }

  Optional<Evidence> newestKaryotype() {
    List<String> cytogenetics = guideline.workUpItem(WorkUpItemId.CYTOGENETICS).doneBy();
    return assessment.record().tests().stream()
        .filter(test -> test.state() == RecordedTest.State.RESULTED)
        .filter(test -> !test.genetic() && !Collections.disjoint(test.concepts(), cytogenetics))
        .map(RecordedTest::evidence)
        .filter(evidence -> !evidence.shows().isBlank())
        .sorted(Evidence.NEWEST_FIRST)
        .findFirst();
  }

  private String line(FeatureFinding finding) {
    String evidence =
        finding.finding().evidence().stream()
            .limit(2)
            .map(words::shown)
            .collect(Collectors.joining("; "));
    String against =
        switch (finding.finding()) {
          case Known<Presence> known ->
              known.contradictedBy().isEmpty()
                  ? ""
                  : ". "
                      + Sentence.AGAINST.with(
                          "evidence",
                          known.contradictedBy().stream()
                              .limit(2)
                              .map(words::shown)
                              .collect(Collectors.joining("; ")));
          case Unknown<Presence> unused -> "";
        };
    return Sentence.FEATURE_SHOWN.with(
            "feature", Summary.capital(names.of(finding.feature()).text()), "evidence", evidence)
        + against;
  }

  /** What is suggested and not confirmed, pending, or without an answer. */
  private Optional<String> hint(FeatureFinding finding) {
    Optional<Evidence> newest = finding.finding().evidence().stream().findFirst();
    if (isPossible(finding)) {
      return Optional.of(
          Sentence.POSSIBLE.with(
              "feature",
              brief(finding),
              "finding",
              newest.map(this::suggestion).orElse(""),
              "test",
              names
                  .confirmedBy(finding.feature())
                  .orElseGet(() -> names.of(finding.feature()).text())));
    }
    return reason(finding)
        .filter(reason -> isWithoutAnswer(reason) && newest.isPresent())
        .map(
            reason ->
                Sentence.WITHOUT_ANSWER.with(
                    "feature",
                    brief(finding),
                    "reason",
                    reason.words() + newest.map(e -> ": " + words.shown(e)).orElse("")));
  }

  /** Without the advice in brackets, which the card gives in the laboratory's short words. */
  private String suggestion(Evidence evidence) {
    return words.dated(
        Markdown.code(evidence.shows().replaceFirst("\\s*\\([^()]*\\)\\s*$", "")), evidence);
  }

  private static boolean isWithoutAnswer(UnknownReason reason) {
    return switch (reason) {
      case CONTRADICTORY, PENDING, NOT_INTERPRETABLE -> true;
      case POSSIBLE, NOT_RECORDED, OUTDATED, NOT_EXCLUDED, NOT_READABLE -> false;
    };
  }

  /** Features that were looked for and are absent, by the test that says so. */
  private String lookedFor() {
    Map<String, List<String>> byTest = new LinkedHashMap<>();
    for (FeatureFinding finding : risk.features()) {
      boolean deciding =
          switch (finding.feature().weight()) {
            case FAVORABLE, POOR -> true;
            case STRENGTHENS_FAVORABLE, NAMES_POOR -> false;
          };
      boolean said = besideBcrAbl1 && finding.feature().fact().equals(Facts.PH_LIKE);
      if (deciding && !said && finding.finding().is(Presence.ABSENT)) {
        String by =
            finding.finding().evidence().stream()
                .findFirst()
                .map(e -> words.by(brief(finding), e))
                .orElse("");
        byTest.computeIfAbsent(by, unused -> new ArrayList<>()).add(brief(finding));
      }
    }
    return byTest.entrySet().stream()
        .map(
            entry ->
                String.join(", ", entry.getValue())
                    + (entry.getKey().isEmpty() ? "" : " (" + entry.getKey() + ")"))
        .collect(Collectors.joining("; "));
  }

  private List<FeatureFinding> untested() {
    return risk.open().stream().filter(finding -> hint(finding).isEmpty()).toList();
  }

  private List<String> texts(List<FeatureFinding> features) {
    return features.stream().map(f -> names.of(f.feature()).text()).toList();
  }

  private String brief(FeatureFinding finding) {
    return names.of(finding.feature()).brief();
  }
}
