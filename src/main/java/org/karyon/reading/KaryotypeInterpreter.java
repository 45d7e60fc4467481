package org.karyon.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Lineage;
import org.karyon.facts.Presence;
import org.karyon.guideline.Guideline;
import org.karyon.iscn.CloneReport;
import org.karyon.iscn.Feature;
import org.karyon.iscn.FeatureCall;
import org.karyon.iscn.KaryotypeReport;
import org.karyon.iscn.KaryotypeThresholds;
import org.karyon.iscn.Karyotypes;
import org.karyon.reading.LesionEvidence.Says;

/** Turns a karyotype or FISH text into what it says of the lesions, with the words that show it. */
final class KaryotypeInterpreter {

  /**
   * A karyotype inside a report: a number of chromosomes, a comma and the sex chromosomes, up to
   * the end of the line.
   */
  private static final Pattern INSIDE_A_REPORT =
      Pattern.compile("\\b\\d{2}(?:[~-]\\d{2})?(?:<\\dn>)?, ?[XY][^\\r\\n]{0,2000}");

  private static final int MOST_QUOTES = 4;

  private static final Map<Feature, Fact<Presence>> FACTS =
      Map.ofEntries(
          Map.entry(Feature.BCR_ABL1, Facts.BCR_ABL1),
          Map.entry(Feature.PH_LIKE, Facts.PH_LIKE),
          Map.entry(Feature.HIGH_HYPERDIPLOIDY, Facts.HIGH_HYPERDIPLOIDY),
          Map.entry(Feature.TRISOMIES_4_10_17, Facts.TRISOMIES_4_10_17),
          Map.entry(Feature.ETV6_RUNX1, Facts.ETV6_RUNX1),
          Map.entry(Feature.HYPODIPLOIDY, Facts.HYPODIPLOIDY),
          Map.entry(Feature.TP53_MUTATION, Facts.TP53_MUTATION),
          Map.entry(Feature.KMT2A_REARRANGED, Facts.KMT2A_REARRANGED),
          Map.entry(Feature.KMT2A_AFF1, Facts.KMT2A_AFF1),
          Map.entry(Feature.IGH_REARRANGED, Facts.IGH_REARRANGED),
          Map.entry(Feature.HLF_REARRANGED, Facts.HLF_REARRANGED),
          Map.entry(Feature.ZNF384_REARRANGED, Facts.ZNF384_REARRANGED),
          Map.entry(Feature.MEF2D_REARRANGED, Facts.MEF2D_REARRANGED),
          Map.entry(Feature.MYC_REARRANGED, Facts.MYC_REARRANGED),
          Map.entry(Feature.PAX5_ALTERED, Facts.PAX5_ALTERED),
          Map.entry(Feature.COMPLEX_KARYOTYPE, Facts.COMPLEX_KARYOTYPE),
          Map.entry(Feature.IAMP21, Facts.IAMP21),
          Map.entry(Feature.IKZF1_ALTERED, Facts.IKZF1_ALTERED));

  private final KaryotypeThresholds thresholds;

  KaryotypeInterpreter(Guideline guideline) {
    this.thresholds = KaryotypeLimits.of(guideline);
  }

  /**
   * What a text says.
   *
   * @param interpretable whether anything could be read as a karyotype or FISH result
   * @param metaphases whether metaphases are described, and not FISH or an array alone
   * @param adequate whether enough metaphases were examined for anything to be excluded
   * @param evidence what it says of the lesions
   * @param remarks what a clinician should know of the text
   */
  record Reading(
      boolean interpretable,
      boolean metaphases,
      boolean adequate,
      List<LesionEvidence> evidence,
      List<String> remarks) {}

  Reading read(String text, Result result, Optional<Lineage> lineage) {
    KaryotypeReport report = report(text);
    if (!report.interpretable()) {
      return new Reading(
          false,
          false,
          false,
          List.of(),
          List.of(
              "The text is not a karyotype that can be read ("
                  + report.notInterpretableReason().orElse("not recognised")
                  + "); what it shows is unknown."));
    }
    List<LesionEvidence> evidence = new ArrayList<>();
    FACTS.forEach(
        (feature, fact) ->
            says(feature, report.feature(feature), lineage)
                .ifPresent(
                    says ->
                        evidence.add(
                            new LesionEvidence(
                                fact,
                                says,
                                Optional.empty(),
                                quoted(report.feature(feature), result)))));
    return new Reading(
        true,
        !report.clones().isEmpty(),
        report.metaphases() >= thresholds.metaphasesToExclude()
            && report.clones().stream().noneMatch(CloneReport::incomplete),
        evidence,
        remarks(report));
  }

  private KaryotypeReport report(String text) {
    KaryotypeReport whole = Karyotypes.read(text, thresholds);
    if (whole.interpretable()) {
      return whole;
    }
    Matcher inside = INSIDE_A_REPORT.matcher(text);
    return inside.find() ? Karyotypes.read(inside.group(), thresholds) : whole;
  }

  private static Optional<Says> says(Feature feature, FeatureCall call, Optional<Lineage> lineage) {
    boolean otherGene =
        feature == Feature.IGH_REARRANGED && lineage.filter(Lineage.T::equals).isPresent();
    return switch (call.state()) {
      // In T-ALL a break at 14q32 is as likely TCL1A or BCL11B.
      case PRESENT -> Optional.of(otherGene ? Says.POSSIBLE : Says.PRESENT);
      case POSSIBLE -> Optional.of(Says.POSSIBLE);
      case ABSENT -> Optional.of(Says.ABSENT);
      case NOT_ASSESSABLE -> Optional.empty();
    };
  }

  /** The exact words of the text, and in words what was read. */
  private static Evidence quoted(FeatureCall call, Result result) {
    String quotes =
        call.evidence().stream()
                .limit(MOST_QUOTES)
                .map(org.karyon.iscn.Evidence::text)
                .collect(Collectors.joining(" "))
            + (call.evidence().size() > MOST_QUOTES ? " \u2026" : "");
    return new Evidence(
        result.resource(),
        result.words(),
        quotes.isEmpty() ? call.reason() : quotes + ": " + call.reason(),
        result.date());
  }

  private List<String> remarks(KaryotypeReport report) {
    List<String> remarks = new ArrayList<>();
    if (!report.unknown().isEmpty()) {
      remarks.add(
          "These parts of the karyotype were not understood: "
              + String.join(" ", report.unknown())
              + ".");
    }
    report.warnings().stream().limit(MOST_QUOTES).forEach(remarks::add);
    return remarks;
  }
}
