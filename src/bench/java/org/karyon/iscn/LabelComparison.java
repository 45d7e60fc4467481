package org.karyon.iscn;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;

/** Compares what was read with a set labelled by hand. */
final class LabelComparison {

  private static final PrintStream OUT = System.out;

  private static final Map<String, Feature> FEATURES = features();

  private final boolean details;
  private int rows;
  private int rowsRight;
  private int fields;
  private int fieldsRight;

  LabelComparison(boolean details) {
    this.details = details;
  }

  private static Map<String, Feature> features() {
    Map<String, Feature> features = new HashMap<>();
    features.put("HEH", Feature.HIGH_HYPERDIPLOIDY);
    features.put("TRI4", Feature.TRISOMY_4);
    features.put("TRI10", Feature.TRISOMY_10);
    features.put("TRI17", Feature.TRISOMY_17);
    features.put("TRI4_FISH", Feature.TRISOMY_4);
    features.put("TRI10_FISH", Feature.TRISOMY_10);
    features.put("TRI17_FISH", Feature.TRISOMY_17);
    features.put("BCR_ABL1", Feature.BCR_ABL1);
    features.put("BCR_ABL1_FISH", Feature.BCR_ABL1);
    features.put("ETV6_RUNX1", Feature.ETV6_RUNX1);
    features.put("KMT2A_R", Feature.KMT2A_REARRANGED);
    features.put("KMT2A_R_FISH", Feature.KMT2A_REARRANGED);
    features.put("KMT2A_AFF1", Feature.KMT2A_AFF1);
    features.put("TCF3_PBX1", Feature.TCF3_PBX1);
    features.put("TCF3_HLF", Feature.TCF3_HLF);
    features.put("IGH_R", Feature.IGH_REARRANGED);
    features.put("MYC_R", Feature.MYC_REARRANGED);
    features.put("ZNF384_R", Feature.ZNF384_REARRANGED);
    features.put("MEF2D_R", Feature.MEF2D_REARRANGED);
    features.put("IAMP21", Feature.IAMP21);
    features.put("HYPO_LT44", Feature.HYPODIPLOIDY);
    features.put("NEAR_HAPLOID", Feature.HYPODIPLOIDY);
    features.put("LOW_HYPODIPLOID", Feature.HYPODIPLOIDY);
    features.put("MASKED_HYPODIPLOIDY", Feature.HYPODIPLOIDY);
    features.put("LOSS_17P", Feature.LOSS_17P);
    features.put("LOSS_17", Feature.LOSS_17P);
    features.put("LOSS_7", Feature.LOSS_7P);
    features.put("LOSS_7P_IKZF1_REGION", Feature.LOSS_7P);
    return features;
  }

  void compare(List<Map<String, String>> labelled) {
    for (Map<String, String> row : labelled) {
      compare(row);
    }
    OUT.println(
        "labelled rows right "
            + KaryotypeBenchmark.share(rowsRight, rows)
            + ", single statements right "
            + KaryotypeBenchmark.share(fieldsRight, fields));
  }

  private void compare(Map<String, String> row) {
    KaryotypeReport report = GuidelineKaryotypes.read(row.getOrDefault("text", ""));
    StringBuilder differences = new StringBuilder();
    int before = fields - fieldsRight;
    modal(row, report, differences);
    ploidy(row, report, differences);
    features(row, "features_present", FeatureState.PRESENT, report, differences);
    features(
        row, "features_possible_needs_confirmation", FeatureState.POSSIBLE, report, differences);
    mustNot(row, report, differences);
    count(row, "n_abn_iscn2024", report.abnormalities().iscn2024().orElse(-1), differences);
    count(row, "n_abn_listed", report.abnormalities().listed().orElse(-1), differences);
    complex(row, report, differences);
    rows++;
    rowsRight += fields - fieldsRight == before ? 1 : 0;
    if (details && !differences.isEmpty()) {
      OUT.println("   " + row.get("id") + differences + "\n       " + row.get("text"));
    }
  }

  private void check(boolean right, String difference, StringBuilder differences) {
    fields++;
    fieldsRight += right ? 1 : 0;
    if (!right) {
      differences.append(" | ").append(difference);
    }
  }

  private void modal(Map<String, String> row, KaryotypeReport report, StringBuilder differences) {
    String label = row.getOrDefault("modal_number", "").split(" ", -1)[0];
    String read =
        report
            .modalNumber()
            .map(n -> n.isOneNumber() ? "" + n.low() : n.low() + "-" + n.high())
            .orElse("");
    check(label.equals(read), "modal " + read + " for " + label, differences);
  }

  private void ploidy(Map<String, String> row, KaryotypeReport report, StringBuilder differences) {
    String label = row.getOrDefault("ploidy_class", "");
    String first = label.split("[ ,(]", -1)[0];
    String read = report.ploidy().text();
    boolean open = first.equals("not") || first.equals("unknown");
    boolean right =
        open
            ? read.startsWith("unknown")
            : read.startsWith(first)
                || label.startsWith(report.ploidy().ploidyClass().text())
                || (label.startsWith("diploid to 47") && read.startsWith("uncertain"));
    check(right, "ploidy " + read + " for " + label, differences);
  }

  private void features(
      Map<String, String> row,
      String column,
      FeatureState expected,
      KaryotypeReport report,
      StringBuilder differences) {
    for (String label : row.getOrDefault(column, "").split(";", -1)) {
      String name = label.strip().split(" ", -1)[0].toUpperCase(Locale.ROOT);
      if (FEATURES.containsKey(name)) {
        FeatureState read = report.feature(FEATURES.get(name)).state();
        check(read == expected, name + " " + read + " for " + expected, differences);
      }
    }
  }

  private void mustNot(Map<String, String> row, KaryotypeReport report, StringBuilder differences) {
    for (String label : row.getOrDefault("features_must_not_be_asserted", "").split(";", -1)) {
      String name = label.strip().split(" ", -1)[0].toUpperCase(Locale.ROOT);
      if (FEATURES.containsKey(name)) {
        FeatureState read = report.feature(FEATURES.get(name)).state();
        FeatureState wrong = label.contains("ABSENT") ? FeatureState.ABSENT : FeatureState.PRESENT;
        check(read != wrong, name + " must not be " + wrong, differences);
      }
    }
  }

  private void count(Map<String, String> row, String column, int read, StringBuilder differences) {
    String label = row.getOrDefault(column, "");
    if (!label.equals("NA") && !label.isEmpty()) {
      check(label.equals("" + read), column + " " + read + " for " + label, differences);
    }
  }

  private void complex(Map<String, String> row, KaryotypeReport report, StringBuilder differences) {
    String label = row.getOrDefault("complex_risk_recommended", "");
    if (!label.equals("NA") && !label.isEmpty()) {
      FeatureState read = report.feature(Feature.COMPLEX_KARYOTYPE).state();
      boolean present = read == FeatureState.PRESENT;
      check(present == label.startsWith("Y"), "complex " + read + " for " + label, differences);
    }
  }
}
