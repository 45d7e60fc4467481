package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.RiskAssessment;
import org.karyon.assessment.RiskAssessment.FeatureFinding;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Presence;
import org.karyon.facts.RiskGroup;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.RiskFeature.Weight;
import org.karyon.guideline.RiskRow;

/** The card of the genetic risk group and its basis. */
final class RiskCard {

  private final Guideline guideline;
  private final CardWriter writer;
  private final FactWords words;

  RiskCard(Guideline guideline, CardWriter writer) {
    this.guideline = guideline;
    this.writer = writer;
    this.words = new FactWords(guideline);
  }

  Optional<Card> write(Assessment assessment) {
    return assessment.risk().map(risk -> write(assessment, risk));
  }

  private Card write(Assessment assessment, RiskAssessment risk) {
    List<CardWriter.Basis> basis = new ArrayList<>();
    risk.decidedBy()
        .ifPresent(
            row ->
                basis.add(
                    new CardWriter.Basis(row.id(), row.citation(), interpretations(risk, row))));
    List<String> rules = basis.stream().map(CardWriter.Basis::id).toList();
    shown(risk)
        .forEach(
            f ->
                basis.add(
                    new CardWriter.Basis(
                        f.feature().id(), f.feature().citation(), f.feature().interpretations())));
    return writer.card(
        summary(risk),
        "info",
        writer.foot(detail(assessment, risk), basis),
        List.of(),
        new AssessmentExtension(
            "risk",
            rules,
            Optional.of(group(risk)),
            Optional.of(risk.provisional()),
            features(risk),
            FactWords.onTheWire(assessment.facts()),
            List.of(),
            missing(assessment, risk),
            List.of()));
  }

  /** I-02 only matters where both kinds of feature are present. */
  private static List<String> interpretations(RiskAssessment risk, RiskRow row) {
    boolean both =
        !risk.present(Weight.POOR).isEmpty() && !risk.present(Weight.FAVORABLE).isEmpty();
    return row.group() == RiskGroup.POOR && !both ? List.of() : row.interpretations();
  }

  private static List<FeatureFinding> shown(RiskAssessment risk) {
    List<FeatureFinding> shown = new ArrayList<>();
    for (Weight weight : Weight.values()) {
      shown.addAll(risk.present(weight));
    }
    return shown;
  }

  static String group(RiskAssessment risk) {
    return risk.group().map(RiskGroup::id).orElse("undetermined");
  }

  private static String summary(RiskAssessment risk) {
    String poor = names(risk.present(Weight.POOR));
    String favorable = names(risk.present(Weight.FAVORABLE));
    String names =
        poor.isEmpty() || favorable.isEmpty() ? poor + favorable : poor + "; also " + favorable;
    String group = "Genetic risk group: " + group(risk);
    if (risk.group().isEmpty()) {
      return group + "; cytogenetics and molecular studies are not complete";
    }
    return group
        + (risk.provisional() ? " (provisional)" : "")
        + (names.isEmpty() ? "; no favorable or poor feature found" : ": " + names);
  }

  private static String names(List<FeatureFinding> features) {
    return features.stream().map(f -> f.feature().name()).collect(Collectors.joining(", "));
  }

  private Markdown detail(Assessment assessment, RiskAssessment risk) {
    Markdown detail = new Markdown().paragraph(conclusion(risk)).paragraph(closer(risk));
    List<List<String>> rows = new ArrayList<>();
    shown(risk).forEach(f -> rows.addAll(words.rows(f.feature().fact(), assessment.facts())));
    risk.features().stream()
        .filter(f -> f.finding().is(Presence.ABSENT))
        .forEach(f -> rows.addAll(words.rows(f.feature().fact(), assessment.facts())));
    detail.table(FactWords.HEADER, rows);
    detail.list("Suggested but not confirmed", reasons(risk, assessment));
    List<FeatureFinding> untested = risk.open().stream().filter(f -> !isSuspected(f)).toList();
    return detail.paragraph(
        untested.isEmpty()
            ? ""
            : "**Not tested or not excluded:** "
                + untested.stream().map(this::untested).collect(Collectors.joining("; "))
                + ".");
  }

  private String untested(FeatureFinding finding) {
    return switch (finding.finding()) {
      case Unknown<?> unknown ->
          words.name(finding.feature().fact())
              + (unknown.reason() == UnknownReason.NOT_RECORDED
                  ? ""
                  : " (" + unknown.reason().words() + ")");
      case Known<?> unused -> words.name(finding.feature().fact());
    };
  }

  private List<String> reasons(RiskAssessment risk, Assessment assessment) {
    return risk.open().stream()
        .filter(RiskCard::isSuspected)
        .map(f -> words.unknown(f.feature().fact(), assessment.facts()))
        .toList();
  }

  private static boolean isSuspected(FeatureFinding finding) {
    return switch (finding.finding()) {
      case Known<?> unused -> false;
      case Unknown<?> unknown ->
          switch (unknown.reason()) {
            case POSSIBLE, CONTRADICTORY, PENDING, NOT_INTERPRETABLE -> true;
            case NOT_RECORDED, OUTDATED, NOT_EXCLUDED, NOT_READABLE -> false;
          };
    };
  }

  /**
   * Which class of Philadelphia-like lesion, which KMT2A partner, which trisomies (L49, L59, L75).
   */
  private static String closer(RiskAssessment risk) {
    List<FeatureFinding> naming = new ArrayList<>(risk.present(Weight.NAMES_POOR));
    naming.addAll(risk.present(Weight.STRENGTHENS_FAVORABLE));
    return naming.isEmpty()
        ? ""
        : "More closely: "
            + naming.stream().map(f -> f.feature().name()).collect(Collectors.joining("; "))
            + ".";
  }

  private static String conclusion(RiskAssessment risk) {
    String poor =
        risk.present(Weight.POOR).stream()
            .map(f -> f.feature().name())
            .collect(Collectors.joining(", "));
    String favorable =
        risk.present(Weight.FAVORABLE).stream()
            .map(f -> f.feature().name())
            .collect(Collectors.joining(", "));
    if (!poor.isEmpty() && !favorable.isEmpty()) {
      return "Both a poor-risk feature (%s) and a favorable one (%s) are present; the group is poor. Think of a masked hypodiploid clone."
          .formatted(poor, favorable);
    }
    return risk.decidedBy()
        .map(
            row ->
                "The risk group is **%s**: %s.%s"
                    .formatted(
                        row.group().id(),
                        row.says(),
                        risk.provisional()
                            ? " It is provisional: features that are still unknown could change it."
                            : ""))
        .orElse(
            "The risk group is **undetermined**: no feature is shown, and the studies that would"
                + " exclude the poor ones are not complete.");
  }

  private static Map<String, String> features(RiskAssessment risk) {
    Map<String, String> features = new LinkedHashMap<>();
    risk.features()
        .forEach(
            f ->
                features.put(
                    f.feature().id(), f.finding().value().map(FactValue::id).orElse("unknown")));
    return features;
  }

  private List<String> missing(Assessment assessment, RiskAssessment risk) {
    return risk.group().isPresent() && !risk.provisional()
        ? List.of()
        : assessment.missingTests().stream()
            .map(finding -> finding.item().id())
            .filter(guideline.name(Facts.POOR_FEATURE).settledBy()::contains)
            .toList();
  }
}
