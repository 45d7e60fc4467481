package org.karyon.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A report that is built from parts, so that what it says of each lesion is known by construction.
 *
 * @param title the name of the result
 * @param text the report
 * @param truths what may be read of each lesion
 * @param plain whether every part of it is a plain result
 */
record GeneratedReport(String title, String text, Map<String, Truth> truths, boolean plain) {

  /** What a report says of a lesion. */
  enum Truth {
    /** Plainly present; may be missed, never denied. */
    PRESENT,
    /** Plainly absent; may be missed, never asserted. */
    ABSENT,
    /** Neither may be said. */
    OPEN
  }

  /** A lesion with the ways to write it and the noun of what is looked for. */
  private record Writing(String fact, List<String> names, List<String> nouns, boolean excluded) {}

  private static final List<Writing> LESIONS =
      List.of(
          new Writing(
              "bcrAbl1",
              List.of(
                  "BCR::ABL1",
                  "BCR-ABL1",
                  "BCR/ABL1",
                  "BCR::ABL1 (t(9;22))",
                  "t(9;22)(q34;q11.2) BCR::ABL1"),
              List.of(" fusion", " rearrangement", "", " gene fusion"),
              true),
          new Writing(
              "kmt2a-rearranged",
              List.of("KMT2A", "MLL", "KMT2A (11q23)", "KMT2A (MLL)"),
              List.of(" rearrangement", " gene rearrangement", " translocation"),
              true),
          new Writing(
              "etv6-runx1",
              List.of("ETV6::RUNX1", "ETV6-RUNX1", "TEL-AML1", "ETV6/RUNX1"),
              List.of(" fusion", "", " rearrangement"),
              true),
          new Writing(
              "igh-rearranged",
              List.of("IGH", "IGH (14q32)"),
              List.of(" rearrangement", " translocation"),
              true),
          new Writing(
              "myc-rearranged", List.of("MYC", "MYC (8q24)"), List.of(" rearrangement"), true),
          new Writing("ikzf1-altered", List.of("IKZF1"), List.of(" deletion"), true),
          new Writing("tp53-mutation", List.of("TP53"), List.of(" mutation"), true),
          new Writing(
              "znf384-rearranged", List.of("ZNF384"), List.of(" rearrangement", " fusion"), true),
          new Writing("mef2d-rearranged", List.of("MEF2D"), List.of(" rearrangement"), true),
          new Writing("hlf-rearranged", List.of("HLF"), List.of(" rearrangement"), true),
          new Writing(
              "jak-stat", List.of("CRLF2", "P2RY8::CRLF2"), List.of(" rearrangement"), false),
          new Writing("iamp21", List.of("iAMP21"), List.of(""), true));

  private static final List<String> YES =
      List.of(
          "%s: Detected",
          "%s: DETECTED",
          "%s: Positive",
          "%s detected",
          "%s was detected",
          "%s is present",
          "%s - positive",
          "Positive for %s",
          "POSITIVE FOR %s",
          "Detected: %s",
          "%s detected in {many} of nuclei",
          "%s was seen in {many} of {n} nuclei",
          "%s: Detected ({part} nuclei)",
          "%s in {part} nuclei",
          "%s in {many} of cells",
          "%s positive ({many}, cut-off 3%)",
          "%s: positive (normal: negative)",
          "%s: Detected (reference range: not detected)",
          "FISH shows %s in {many} of nuclei",
          "FISH revealed %s in {part} nuclei",
          "%s identified by RNA sequencing",
          "%s: [x] Detected [ ] Not detected",
          "%s: [ ] Not detected [x] Detected",
          "%s nachgewiesen",
          "%s positiv",
          "%s: positivo",
          "%s: pos.",
          "%s positive (favorable)",
          "%s detected, a finding associated with a poor prognosis");

  private static final List<String> NO =
      List.of(
          "%s: Not Detected",
          "%s: NEGATIVE",
          "%s: negative",
          "%s not detected",
          "%s was not detected",
          "No %s detected",
          "No evidence of %s",
          "Negative for %s",
          "No %s was seen in {n} nuclei",
          "%s: absent",
          "%s was seen in 0 of {n} nuclei",
          "%s: 0/{n}",
          "%s seen in 2 of {n} nuclei, below the cut-off",
          "%s in 0.5% of cells (normal <1%)",
          "%s: [ ] Detected [x] Not detected",
          "%s nicht nachweisbar",
          "Kein Nachweis von %s",
          "%s: no detectado",
          "%s : n\u00e9gatif",
          "%s: neg.",
          "Not detected: %s",
          "%s - negative",
          "Negative for %s by FISH",
          "%s was not seen");

  private static final List<String> OPEN =
      List.of(
          "%s: equivocal",
          "%s: indeterminate",
          "%s has not been excluded",
          "%s cannot be excluded",
          "%s has not been ruled out",
          "%s could not be ruled out",
          "%s is not excluded by this result",
          "Possible %s",
          "Suspicious for %s",
          "%s: pending",
          "%s to follow",
          "%s: not performed",
          "%s: test failed",
          "%s: insufficient material",
          "%s: ___",
          "%s: ___ (normal: not detected)",
          "%s: [ ] Detected [ ] Not detected",
          "%s: [x] Detected [x] Not detected",
          "Normal: %s not detected",
          "Reference range: %s not detected",
          "Reference: %s detected",
          "%s?",
          "No %s in 12 nuclei",
          "%s not detected in 15 nuclei",
          "%s detected in 1% of nuclei",
          "%s not detected in 80% of nuclei",
          "No abnormality apart from %s",
          "No abnormality except %s was seen",
          "Not only %s was detected",
          "%s was neither confirmed nor excluded",
          "Failed to detect %s",
          "%s barely detectable",
          "%s weakly positive",
          "not all cells were positive for %s");

  private static final List<String> GENERAL =
      List.of(
          "%s is found in 20% of adult ALL",
          "%s is detected in infant ALL",
          "%s is associated with a poor prognosis",
          "Patients with %s benefit from intensified treatment",
          "Patients who are negative for %s have a good prognosis",
          "The assay detects %s",
          "This probe set is designed to detect %s",
          "%s would be detected if present",
          "If %s is detected, referral is recommended",
          "Confirmation of %s by PCR is recommended",
          "A positive result indicates %s",
          "A negative result does not exclude %s",
          "%s may be seen in other leukemias",
          "%s is usually negative in T-ALL",
          "In the literature %s is positive in most cases",
          "Monitoring of %s is suggested",
          "Indication: rule out %s",
          "Method: FISH with probes for %s",
          "Genes tested: %s",
          "Positive control: %s detected",
          "Negative control: %s not detected",
          "Donor: %s negative",
          "Donor: %s positive",
          "The patient's brother is positive for %s",
          "The donor is negative for %s",
          "The mother is negative for %s");

  private static final List<String> BEFORE =
      List.of(
          "%s was detected at diagnosis",
          "Previously detected %s",
          "History of %s",
          "Previous result: %s positive",
          "Prior study: %s detected",
          "%s was positive in the previous sample",
          "Known %s");

  private static final List<String> INVALID =
      List.of(
          "Sample inadequate",
          "Result invalid",
          "ABL1 control gene below the acceptable level",
          "The specimen was hemodilute",
          "RNA was degraded",
          "Suboptimal specimen",
          "Only 12 nuclei could be scored",
          "Control gene: 900 ABL1 copies",
          "Quality: insufficient",
          "The test failed");

  private static final List<String> TAKEN_BACK =
      List.of(
          "Addendum: the above result was reported in error",
          "This result is retracted",
          "Correction: the samples were swapped",
          "The result was caused by contamination",
          "Amended report: supersedes all previous results of this sample; mislabeled specimen");

  private static final List<String> NEUTRAL =
      List.of(
          "Specimen: bone marrow",
          "Bone marrow aspirate received",
          "Method: fluorescence in situ hybridization",
          "Clinical correlation is advised",
          "Reported by Dr. A. Miller",
          "200 interphase nuclei were examined",
          "TCF3::PBX1 fusion: Not Detected",
          "CDKN2A deletion: Positive");

  static GeneratedReport of(long seed) {
    return new Builder(new Random(seed)).build();
  }

  private static final class Builder {

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final List<String> last = new ArrayList<>();
    private final Map<String, Truth> truths = new LinkedHashMap<>();

    Builder(Random random) {
      this.random = random;
    }

    GeneratedReport build() {
      List<Writing> left = new ArrayList<>(LESIONS);
      java.util.Collections.shuffle(left, random);
      int lesions = 1 + random.nextInt(4);
      boolean plain = random.nextInt(3) == 0;
      for (int index = 0; index < lesions; index++) {
        lesion(left.get(index), plain);
      }
      boolean panel = random.nextInt(4) == 0;
      for (int count = random.nextInt(3); count > 0 && !panel; count--) {
        String neutral = one(NEUTRAL);
        lines.add(
            neutral.startsWith("Method") ? lines.size() : random.nextInt(lines.size() + 1),
            neutral);
      }
      int whole = plain ? 9 : random.nextInt(10);
      if (whole == 0) {
        lines.add(random.nextInt(lines.size() + 1), one(INVALID));
        truths.replaceAll((fact, truth) -> truth == Truth.ABSENT ? Truth.OPEN : truth);
      } else if (whole == 1) {
        last.add(one(TAKEN_BACK));
        truths.replaceAll((fact, truth) -> Truth.OPEN);
      }
      lines.addAll(last);
      return new GeneratedReport(title(), layout(panel && lines.size() > 1), truths, plain);
    }

    private void lesion(Writing lesion, boolean plain) {
      int kind = plain ? random.nextInt(2) : random.nextInt(8);
      switch (kind) {
        case 0, 2 -> {
          lines.add(written(one(YES), lesion));
          truths.put(lesion.fact(), Truth.PRESENT);
        }
        case 1, 3 -> {
          lines.add(written(one(NO), lesion));
          truths.put(lesion.fact(), lesion.excluded() ? Truth.ABSENT : Truth.OPEN);
        }
        case 4 -> {
          lines.add(written(one(OPEN), lesion));
          truths.put(lesion.fact(), Truth.OPEN);
        }
        case 5 -> {
          lines.add(written(one(GENERAL), lesion));
          truths.put(lesion.fact(), Truth.OPEN);
        }
        case 6 -> {
          lines.add(written(one(BEFORE), lesion));
          truths.put(lesion.fact(), Truth.OPEN);
        }
        case 7 -> {
          lines.add(written(one(NO), lesion));
          lines.add(written(one(random.nextBoolean() ? OPEN.subList(0, 8) : BEFORE), lesion));
          truths.put(lesion.fact(), Truth.OPEN);
        }
        default -> throw new IllegalStateException();
      }
    }

    private String written(String form, Writing lesion) {
      if (lesion.fact().equals("tp53-mutation") && form.matches(".*(?:FISH|nuclei|cells|RNA).*")) {
        // Nobody looks for a mutation by FISH.
        return written(
            "%s: "
                + (YES.contains(form)
                    ? "Detected"
                    : NO.contains(form) ? "Not detected" : "equivocal"),
            lesion);
      }
      String name = one(lesion.names()) + one(lesion.nouns());
      int nuclei = 100 + 50 * random.nextInt(5);
      int percent = 20 + random.nextInt(80);
      return form.replace("%s", name)
          .replace("{many}", random.nextBoolean() ? percent + "%" : percent + ".5 %")
          .replace("{part}", nuclei * percent / 100 + "/" + nuclei)
          .replace("{n}", Integer.toString(nuclei));
    }

    private <T> T one(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    private String title() {
      return one(
          List.of("FISH panel", "Molecular genetics", "Genetics report", "ALL FISH and PCR panel"));
    }

    private String layout(boolean folded) {
      String text =
          folded
              ? String.join(one(List.of("; ", ". ", " | ", "\n")), lines)
              : String.join(one(List.of("\n", ".\n", "\n\n", ". ")), lines);
      String headed = random.nextInt(5) == 0 ? "RESULTS:\n" + text : text;
      String end = random.nextBoolean() ? headed : headed + '.';
      return switch (random.nextInt(8)) {
        case 0 -> end.replace("\n", "\\.br\\");
        case 1 -> end.replace("\n", "<br/>");
        case 2 -> end.replace("\n", "\\X0A\\");
        case 3 -> "\u2022 " + end.replace("\n", "\n\u2022 ");
        case 4 -> end.replace("-", "\u2011");
        case 5 -> end.replace("%", "\u00a0%");
        default -> end;
      };
    }
  }
}
