package org.karyon.explorer.karyotype;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.karyon.explorer.karyotype.KaryotypePage.CloneLine;
import org.karyon.explorer.karyotype.KaryotypePage.FeatureLine;
import org.karyon.explorer.karyotype.KaryotypePage.Said;
import org.karyon.guideline.Guideline;
import org.karyon.iscn.CloneReport;
import org.karyon.iscn.KaryotypeReport;
import org.karyon.iscn.Karyotypes;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.report.KaryotypeThresholds;

/** Makes the page of a karyotype from what the language reads. */
public final class KaryotypePages {

  private static final int MOST_PICTURES = 4;
  private static final List<FeatureState> ORDER =
      List.of(
          FeatureState.PRESENT,
          FeatureState.POSSIBLE,
          FeatureState.ABSENT,
          FeatureState.NOT_ASSESSABLE);

  private final KaryotypeThresholds thresholds;
  private final Map<String, Named> names = new LinkedHashMap<>();
  private final DrawIdiogram drawing = new DrawIdiogram();

  /**
   * Prepares pages.
   *
   * @param guideline the names of features
   * @param thresholds the numbers that the reading compares with
   */
  public KaryotypePages(Guideline guideline, KaryotypeThresholds thresholds) {
    this.thresholds = thresholds;
    guideline
        .features()
        .forEach(feature -> names.put(feature.id(), new Named(feature.id(), feature.name())));
    guideline
        .factNames()
        .forEach(
            (fact, name) ->
                names.putIfAbsent(dashed(fact.id()), new Named(fact.id(), name.name())));
  }

  /** Features of the language have dashes where facts of the guideline have capitals. */
  private static String dashed(String id) {
    return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private record Named(String anchor, String name) {}

  /** The page of a text; any text has one. */
  public KaryotypePage page(String text) {
    KaryotypeReport report = Karyotypes.read(text, thresholds);
    List<Piece> pieces = Pieces.of(report);
    Map<String, Piece> legend = new LinkedHashMap<>();
    pieces.stream()
        .filter(piece -> !piece.meaning().isEmpty())
        .forEach(piece -> legend.putIfAbsent(piece.meaning(), piece));
    List<Idiogram> pictures = new ArrayList<>();
    for (int index = 0; index < report.clones().size(); index++) {
      CloneReport clone = report.clones().get(index);
      boolean abnormal =
          switch (clone.role()) {
            case STEMLINE, SIDELINE, CLONE -> true;
            case NORMAL, DONOR -> false;
          };
      if (abnormal && pictures.size() < MOST_PICTURES) {
        pictures.add(drawing.of(clone, index + 1));
      }
    }
    return new KaryotypePage(
        pieces,
        List.copyOf(legend.values()),
        report.notInterpretableReason().orElse(""),
        numbers(report),
        report.clones().stream().map(KaryotypePages::clone).toList(),
        features(report),
        report.warnings(),
        pictures);
  }

  /** One line of a table of many. */
  public KaryotypeRow row(String name, String text) {
    KaryotypeReport report = Karyotypes.read(text, thresholds);
    return new KaryotypeRow(
        name,
        text,
        report.notInterpretableReason().orElse(""),
        report.modalNumber().map(KaryotypePages::range).orElse(""),
        report.ploidy().text(),
        Integer.toString(report.metaphases()),
        number(report.abnormalities().iscn2024()),
        with(report, FeatureState.PRESENT),
        with(report, FeatureState.POSSIBLE),
        String.join(", ", report.unknown()));
  }

  private static String with(KaryotypeReport report, FeatureState state) {
    return String.join(
        ", ",
        report.features().entrySet().stream()
            .filter(feature -> feature.getValue().is(state))
            .map(Map.Entry::getKey)
            .toList());
  }

  private static List<Said> numbers(KaryotypeReport report) {
    return List.of(
        new Said(
            "Modal number", report.modalNumber().map(KaryotypePages::range).orElse("not stated")),
        new Said("Ploidy", report.ploidy().text()),
        new Said("Metaphases", Integer.toString(report.metaphases())),
        new Said(
            "Abnormalities (ISCN 2024, section 6.5)",
            orNone(number(report.abnormalities().iscn2024()))),
        new Said("Entries listed", orNone(number(report.abnormalities().listed()))),
        new Said("What banding sees and did not find is absent", report.excludes() ? "yes" : "no"));
  }

  private static CloneLine clone(CloneReport clone) {
    String remark =
        switch (clone.arithmetic()) {
          case DIFFERS -> "the changes do not add up to the number declared";
          case AGREES, NOT_CHECKED -> clone.incomplete() ? "incomplete" : "";
        };
    return new CloneLine(
        clone.text(),
        clone.role().name().toLowerCase(Locale.ROOT),
        clone.chromosomes().map(KaryotypePages::range).orElse(""),
        number(clone.metaphases()) + (clone.composite() ? " (composite)" : ""),
        remark);
  }

  private List<FeatureLine> features(KaryotypeReport report) {
    List<FeatureLine> lines = new ArrayList<>();
    for (FeatureState state : ORDER) {
      report
          .features()
          .forEach(
              (id, call) -> {
                if (call.is(state)) {
                  lines.add(line(id, call));
                }
              });
    }
    return lines;
  }

  private FeatureLine line(String id, FeatureCall call) {
    String state = call.state().code();
    Named named = names.getOrDefault(id, new Named("", id.replace('-', ' ')));
    return new FeatureLine(
        named.anchor(),
        named.name(),
        state.replace('-', ' '),
        state,
        call.evidence().stream().map(Excerpt::text).distinct().toList(),
        call.reason());
  }

  private static String range(CountRange range) {
    return range.low() == range.high()
        ? Integer.toString(range.low())
        : range.low() + " to " + range.high();
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }

  private static String orNone(String number) {
    return number.isEmpty() ? "none read" : number;
  }
}
