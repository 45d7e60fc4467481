package org.karyon.iscn;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;

/** Compares the features read with the laboratory columns of the TARGET file. */
final class TargetComparison {

  private static final PrintStream OUT = System.out;

  private final boolean details;

  TargetComparison(boolean details) {
    this.details = details;
  }

  void compare(List<Map<String, String>> rows) {
    feature(rows, "BCR ABL1 Status", Feature.BCR_ABL1);
    feature(rows, "MLL Status", Feature.KMT2A_REARRANGED);
    feature(rows, "TCF3-PBX1 Status", Feature.TCF3_PBX1);
    feature(rows, "ETV6-RUNX1 Fusion Status", Feature.ETV6_RUNX1);
    trisomies(rows);
    subtype(rows);
    hyperdiploidy(rows);
  }

  private void feature(List<Map<String, String>> rows, String column, Feature feature) {
    int positive = 0;
    int present = 0;
    int possible = 0;
    int negative = 0;
    int falsePresent = 0;
    int falsePossible = 0;
    int falseAbsent = 0;
    for (Map<String, String> row : rows) {
      String label = row.getOrDefault(column, "");
      FeatureState state =
          GuidelineKaryotypes.read(row.getOrDefault("karyotype", "")).feature(feature).state();
      if (label.equals("Positive")) {
        positive++;
        present += state == FeatureState.PRESENT ? 1 : 0;
        possible += state == FeatureState.POSSIBLE ? 1 : 0;
        falseAbsent += state == FeatureState.ABSENT ? 1 : 0;
        note(state.compareTo(FeatureState.POSSIBLE) < 0, "missed", feature, row);
      } else if (label.equals("Negative")) {
        negative++;
        falsePresent += state == FeatureState.PRESENT ? 1 : 0;
        falsePossible += state == FeatureState.POSSIBLE ? 1 : 0;
        note(state == FeatureState.PRESENT, "false", feature, row);
      }
    }
    OUT.println(
        feature.id()
            + ": present "
            + present
            + " + possible "
            + possible
            + " of "
            + positive
            + " positive, called absent "
            + falseAbsent
            + "; false present "
            + falsePresent
            + ", possible "
            + falsePossible
            + " of "
            + negative
            + " negative");
  }

  private void trisomies(List<Map<String, String>> rows) {
    int positive = 0;
    int found = 0;
    int possible = 0;
    int falsePresent = 0;
    int negative = 0;
    for (Map<String, String> row : rows) {
      KaryotypeReport report = GuidelineKaryotypes.read(row.getOrDefault("karyotype", ""));
      FeatureState four = report.feature(Feature.TRISOMY_4).state();
      FeatureState ten = report.feature(Feature.TRISOMY_10).state();
      boolean both = four == FeatureState.PRESENT && ten == FeatureState.PRESENT;
      boolean suggested =
          four.compareTo(FeatureState.POSSIBLE) >= 0 && ten.compareTo(FeatureState.POSSIBLE) >= 0;
      if (row.getOrDefault("Trisomy 4_10", "").equals("Positive")) {
        positive++;
        found += both ? 1 : 0;
        possible += suggested && !both ? 1 : 0;
        note(!both, "missed " + four + " " + ten, Feature.TRISOMY_4, row);
      } else if (row.getOrDefault("Trisomy 4_10", "").equals("Negative")) {
        negative++;
        falsePresent += both ? 1 : 0;
        note(both, "false", Feature.TRISOMY_4, row);
      }
    }
    OUT.println(
        "trisomy 4+10: present "
            + found
            + " + possible "
            + possible
            + " of "
            + positive
            + " positive; false present "
            + falsePresent
            + " of "
            + negative
            + " negative");
  }

  private void subtype(List<Map<String, String>> rows) {
    int labelled = 0;
    int present = 0;
    int possible = 0;
    int elsewhere = 0;
    for (Map<String, String> row : rows) {
      FeatureState state =
          GuidelineKaryotypes.read(row.getOrDefault("karyotype", ""))
              .feature(Feature.IAMP21)
              .state();
      if (row.getOrDefault("Molecular Subtype", "").equals("iAMP21")) {
        labelled++;
        present += state == FeatureState.PRESENT ? 1 : 0;
        possible += state == FeatureState.POSSIBLE ? 1 : 0;
      } else {
        elsewhere += state == FeatureState.PRESENT ? 1 : 0;
        note(state == FeatureState.PRESENT, "false", Feature.IAMP21, row);
      }
    }
    OUT.println(
        "iamp21: present "
            + present
            + " + possible "
            + possible
            + " of "
            + labelled
            + " labelled; present elsewhere "
            + elsewhere);
  }

  private void hyperdiploidy(List<Map<String, String>> rows) {
    int high = 0;
    int highIndex = 0;
    int stems = 0;
    int stemsCalledHigh = 0;
    for (Map<String, String> row : rows) {
      KaryotypeReport report = GuidelineKaryotypes.read(row.getOrDefault("karyotype", ""));
      boolean present = report.feature(Feature.HIGH_HYPERDIPLOIDY).state() == FeatureState.PRESENT;
      boolean hypodiploidStem =
          report.clones().stream()
              .map(CloneReport::chromosomes)
              .flatMap(Optional::stream)
              .anyMatch(number -> number.high() < 40);
      stems += hypodiploidStem ? 1 : 0;
      stemsCalledHigh += hypodiploidStem && present ? 1 : 0;
      double index = index(row.getOrDefault("DNA Index", ""));
      if (present && index > 0) {
        high++;
        highIndex += index > 1.055 ? 1 : 0;
        note(index <= 1.055, "DNA index " + index, Feature.HIGH_HYPERDIPLOIDY, row);
      }
    }
    OUT.println(
        "high hyperdiploidy with DNA index above 1.055: "
            + highIndex
            + " of "
            + high
            + "; stemlines below 40: "
            + stems
            + ", called high hyperdiploid "
            + stemsCalledHigh);
  }

  private static double index(String written) {
    try {
      return Double.parseDouble(written);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private void note(boolean noted, String what, Feature feature, Map<String, String> row) {
    if (details && noted) {
      OUT.println("   " + what + " " + feature.id() + ": " + row.getOrDefault("karyotype", ""));
    }
  }
}
