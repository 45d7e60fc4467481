package org.karyon.iscn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.iscn.features.AbnormalityCounter;
import org.karyon.iscn.features.Adequacy;
import org.karyon.iscn.features.KaryotypeFeatures;
import org.karyon.iscn.features.KaryotypeWarnings;
import org.karyon.iscn.features.PloidyAssessment;
import org.karyon.iscn.grammar.KaryotypeReader;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.report.AbnormalityCounts;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.KaryotypeThresholds;
import org.karyon.iscn.report.Token;
import org.karyon.iscn.report.TokenKind;
import org.karyon.iscn.text.ReadingLog;

/** Reads karyotypes and FISH results written in ISCN 2016 to 2024, and older forms. */
public final class Karyotypes {

  private Karyotypes() {}

  /**
   * Reads a text such as {@code 46,XX,t(9;22)(q34;q11.2)[18]/46,XX[2].nuc ish (ABL1,BCR)x3}.
   *
   * <p>Never throws and never takes for normal what it cannot read: an empty, failed, foreign or
   * oversized text (more than 64 KB) gives a report that is not interpretable, with the reason. The
   * time taken is linear in the length of the text.
   */
  public static KaryotypeReport read(String text, KaryotypeThresholds thresholds) {
    ReadingLog log = new ReadingLog(text);
    Karyotype karyotype = KaryotypeReader.read(text, log);
    PloidyAssessment ploidy = PloidyAssessment.of(karyotype, thresholds);
    List<Clone> counted = karyotype.clones().isEmpty() ? karyotype.donor() : karyotype.clones();
    AbnormalityCounts counts = AbnormalityCounter.count(counted);
    Map<String, FeatureCall> features =
        KaryotypeFeatures.of(karyotype, text, ploidy, counts, thresholds);
    KaryotypeWarnings.add(karyotype, ploidy, thresholds, log);
    return report(text, karyotype, ploidy, counts, features, thresholds, log);
  }

  private static KaryotypeReport report(
      String text,
      Karyotype karyotype,
      PloidyAssessment ploidy,
      AbnormalityCounts counts,
      Map<String, FeatureCall> features,
      KaryotypeThresholds thresholds,
      ReadingLog log) {
    Karyotype.Outcome outcome = karyotype.outcome();
    boolean tooLong = outcome == Karyotype.Outcome.TOO_LONG;
    List<Token> tokens = tooLong ? List.of() : log.tokens();
    boolean interpretable =
        outcome == Karyotype.Outcome.READ || outcome == Karyotype.Outcome.DONOR_ONLY;
    return new KaryotypeReport(
        text,
        interpretable,
        interpretable ? Optional.empty() : Optional.of(outcome.reason()),
        ploidy.modal(),
        ploidy.ploidy(),
        karyotype.metaphases(),
        Adequacy.shortcoming(karyotype, thresholds).isEmpty(),
        clones(karyotype, text),
        tokens,
        unknown(tokens, interpretable),
        log.warnings(),
        counts,
        features);
  }

  private static List<CloneReport> clones(Karyotype karyotype, String text) {
    List<CloneReport> reports = new ArrayList<>(4);
    for (Clone clone : karyotype.clones()) {
      reports.add(CloneReport.of(clone, reports.isEmpty(), text));
    }
    for (Clone clone : karyotype.donor()) {
      reports.add(CloneReport.of(clone, false, text));
    }
    return List.copyOf(reports);
  }

  /** Free text beside a karyotype is no fault; free text instead of one was not understood. */
  private static List<String> unknown(List<Token> tokens, boolean interpretable) {
    List<String> unknown = new ArrayList<>(0);
    for (Token token : tokens) {
      boolean prose = !interpretable && token.kind() == TokenKind.PROSE;
      if (prose || token.kind() == TokenKind.UNKNOWN) {
        unknown.add(token.text());
      }
    }
    return List.copyOf(unknown);
  }
}
