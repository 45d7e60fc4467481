package org.karyon.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.karyon.facts.AgeGroup;
import org.karyon.facts.Amount;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Lineage;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PhLikeClass;
import org.karyon.facts.Presence;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.guideline.RiskFeature;
import org.karyon.guideline.RiskFeature.Weight;

/** Facts that follow from other facts; each method's first sentence is its clinical definition. */
final class DerivedFacts {

  private final Guideline guideline;

  DerivedFacts(Guideline guideline) {
    this.guideline = guideline;
  }

  /** Adds what follows from the record alone: everything but the two that rest on the work-up. */
  PatientFacts derive(PatientFacts read) {
    PatientFacts facts = read.with(Facts.AGE_GROUP, read.get(Facts.AGE_YEARS).map(this::ageGroup));
    return follow(facts);
  }

  /** Adds what follows from genetic facts, whether they are read or supposed. */
  PatientFacts follow(PatientFacts settled) {
    PatientFacts facts = settled.with(Facts.KMT2A_REARRANGED, kmt2aRearranged(settled));
    facts = facts.with(Facts.PH_LIKE, phLike(facts));
    facts = facts.with(Facts.PH_LIKE_CLASS, phLikeClass(facts));
    for (RiskFeature feature : guideline.features()) {
      facts = facts.with(feature.fact(), residual(feature, facts));
    }
    return facts;
  }

  /** The age group: 15 to 39, 40 to 64, 65 and over, or a child (I-04). */
  private AgeGroup ageGroup(Amount age) {
    BigDecimal years = age.number();
    if (years.compareTo(guideline.number(ParameterId.AYA_FROM_YEARS)) < 0) {
      return AgeGroup.CHILD;
    }
    if (years.compareTo(guideline.number(ParameterId.ADULT_FROM_YEARS)) < 0) {
      return AgeGroup.AYA;
    }
    return years.compareTo(guideline.number(ParameterId.OLDER_FROM_YEARS)) < 0
        ? AgeGroup.ADULT
        : AgeGroup.OLDER;
  }

  /** KMT2A is rearranged when any rearrangement is shown; KMT2A::AFF1 is one (L59). */
  private static Finding<Presence> kmt2aRearranged(PatientFacts facts) {
    Finding<Presence> aff1 = facts.get(Facts.KMT2A_AFF1);
    Finding<Presence> any = facts.get(Facts.KMT2A_REARRANGED);
    return aff1.is(Presence.PRESENT) && !any.is(Presence.PRESENT) ? aff1 : any;
  }

  /**
   * Philadelphia-like is a JAK-STAT or ABL-class lesion, or the signature, without BCR::ABL1
   * (L28-32, L75).
   */
  private static Finding<Presence> phLike(PatientFacts facts) {
    Finding<Presence> named = facts.get(Facts.PH_LIKE);
    Finding<Presence> bcrAbl1 = facts.get(Facts.BCR_ABL1);
    List<Finding<Presence>> classes =
        List.of(facts.get(Facts.JAK_STAT), facts.get(Facts.ABL_CLASS));
    Optional<Finding<Presence>> lesion =
        classes.stream().filter(finding -> finding.is(Presence.PRESENT)).findFirst();
    if (bcrAbl1.is(Presence.PRESENT)) {
      List<Evidence> against = named.is(Presence.PRESENT) ? named.evidence() : List.<Evidence>of();
      return new Known<>(Presence.ABSENT, bcrAbl1.evidence(), against);
    }
    if (named.is(Presence.PRESENT)) {
      return named;
    }
    if (lesion.isPresent()) {
      return bcrAbl1.is(Presence.ABSENT)
          ? lesion.get()
          : new Unknown<>(
              UnknownReason.POSSIBLE,
              "a JAK-STAT or ABL-class lesion counts once BCR::ABL1 is excluded",
              lesion.get().evidence());
    }
    boolean bothExcluded = classes.stream().allMatch(finding -> finding.is(Presence.ABSENT));
    return bothExcluded && !named.is(Presence.ABSENT) ? classes.get(0) : named;
  }

  /**
   * The class of a Philadelphia-like leukemia is ABL-class when such a lesion is shown, JAK-STAT
   * when only such a one is, and unnamed otherwise (L75, I-14).
   */
  private static Finding<PhLikeClass> phLikeClass(PatientFacts facts) {
    if (!facts.get(Facts.PH_LIKE).is(Presence.PRESENT)) {
      return Finding.notRecorded();
    }
    Finding<Presence> ablClass = facts.get(Facts.ABL_CLASS);
    Finding<Presence> jakStat = facts.get(Facts.JAK_STAT);
    if (ablClass.is(Presence.PRESENT)) {
      return ablClass.map(unused -> PhLikeClass.ABL_CLASS);
    }
    return jakStat.is(Presence.PRESENT)
        ? jakStat.map(unused -> PhLikeClass.JAK_STAT)
        : facts.get(Facts.PH_LIKE).map(unused -> PhLikeClass.UNNAMED);
  }

  /**
   * A residual feature does not count while a named lesion or a ploidy class explains the clone
   * (I-08).
   */
  private static Finding<Presence> residual(RiskFeature feature, PatientFacts facts) {
    Finding<Presence> finding = facts.get(feature.fact());
    Optional<Finding<Presence>> explanation =
        feature.explainedBy().stream()
            .map((Fact<Presence> fact) -> facts.get(fact))
            .filter(explaining -> explaining.is(Presence.PRESENT))
            .findFirst();
    return finding.is(Presence.PRESENT) && explanation.isPresent()
        ? new Known<>(Presence.ABSENT, explanation.get().evidence(), finding.evidence())
        : finding;
  }

  /**
   * A favorable feature is present when any is shown, absent when every one is excluded (L45-51).
   */
  Finding<Presence> favorableFeature(PatientFacts facts) {
    List<Finding<Presence>> findings = findings(Weight.FAVORABLE, facts);
    return shown(findings)
        .or(() -> excluded(expected(Weight.FAVORABLE, facts)))
        .orElseGet(
            () ->
                new Unknown<>(
                    UnknownReason.NOT_RECORDED,
                    "not every favorable feature is tested",
                    List.of()));
  }

  /**
   * A poor feature is present when any is shown, absent when cytogenetics and molecular studies are
   * both done and show none (L53-79, I-11).
   */
  Finding<Presence> poorFeature(PatientFacts facts, Optional<List<Evidence>> completeGenetics) {
    List<Finding<Presence>> findings = findings(Weight.POOR, facts);
    Optional<Finding<Presence>> settled =
        shown(findings).or(() -> excluded(expected(Weight.POOR, facts)));
    if (settled.isPresent()) {
      return settled.get();
    }
    Optional<Unknown<Presence>> suspected = findings.stream().flatMap(this::suspicion).findFirst();
    if (suspected.isPresent()) {
      return suspected.get();
    }
    return completeGenetics
        .<Finding<Presence>>map(tests -> new Known<>(Presence.ABSENT, tests, List.of()))
        .orElseGet(
            () ->
                new Unknown<>(
                    UnknownReason.NOT_RECORDED,
                    "cytogenetics and molecular studies are not both done with interpretable"
                        + " results",
                    List.of()));
  }

  /** A lesion that something points to is not absent merely because nobody confirmed it (I-10). */
  private Stream<Unknown<Presence>> suspicion(Finding<Presence> finding) {
    return switch (finding) {
      case Known<Presence> unused -> Stream.empty();
      case Unknown<Presence> unknown ->
          switch (unknown.reason()) {
            case POSSIBLE, CONTRADICTORY, PENDING -> Stream.of(unknown);
            case NOT_RECORDED, NOT_INTERPRETABLE, OUTDATED, NOT_EXCLUDED, NOT_READABLE ->
                Stream.empty();
          };
    };
  }

  private List<Finding<Presence>> findings(Weight weight, PatientFacts facts) {
    // Philadelphia-like is an entity of the B lineage; any other lesion weighs wherever it is seen.
    boolean tLineage = facts.get(Facts.LINEAGE).is(Lineage.T);
    return guideline.features().stream()
        .filter(feature -> feature.weight() == weight)
        .filter(feature -> !tLineage || !feature.fact().equals(Facts.PH_LIKE))
        .map(RiskFeature::fact)
        .map((Fact<Presence> fact) -> facts.get(fact))
        .toList();
  }

  /** The findings of those features that occur in the lineage of this leukemia (I-15). */
  private List<Finding<Presence>> expected(Weight weight, PatientFacts facts) {
    return guideline.features().stream()
        .filter(feature -> feature.weight() == weight)
        .filter(
            feature ->
                facts.get(Facts.LINEAGE).value().map(feature.lineages()::contains).orElse(true))
        .map(RiskFeature::fact)
        .map((Fact<Presence> fact) -> facts.get(fact))
        .toList();
  }

  private static Optional<Finding<Presence>> shown(List<Finding<Presence>> findings) {
    List<Finding<Presence>> present =
        findings.stream().filter(finding -> finding.is(Presence.PRESENT)).toList();
    return present.isEmpty()
        ? Optional.empty()
        : Optional.of(new Known<>(Presence.PRESENT, evidence(present), List.of()));
  }

  private static Optional<Finding<Presence>> excluded(List<Finding<Presence>> findings) {
    return !findings.isEmpty() && findings.stream().allMatch(finding -> finding.is(Presence.ABSENT))
        ? Optional.of(new Known<>(Presence.ABSENT, evidence(findings), List.of()))
        : Optional.empty();
  }

  private static List<Evidence> evidence(List<Finding<Presence>> findings) {
    List<Evidence> evidence = new ArrayList<>();
    findings.forEach(finding -> evidence.addAll(finding.evidence()));
    return evidence.stream().distinct().sorted(Evidence.NEWEST_FIRST).toList();
  }
}
