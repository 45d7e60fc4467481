package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.ICD;
import static org.karyon.reading.Records.LEUKEMIA;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.REMISSION;
import static org.karyon.reading.Records.TODAY;
import static org.karyon.reading.Records.VINCRISTINE;
import static org.karyon.reading.Records.coded;
import static org.karyon.reading.Records.condition;
import static org.karyon.reading.Records.detected;
import static org.karyon.reading.Records.medication;
import static org.karyon.reading.Records.named;
import static org.karyon.reading.Records.notDetected;
import static org.karyon.reading.Records.quantity;
import static org.karyon.reading.Records.read;
import static org.karyon.reading.Records.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.MeasurableResidualDisease;
import org.karyon.facts.PatientRecord;

/** Residual disease in the shapes, units, specimens and at the times in which records carry it. */
class ResidualDiseaseReadingTest {

  private static final PatientWith TREATED = PatientWith.of(LEUKEMIA, VINCRISTINE);

  private static Finding<MeasurableResidualDisease> finding(String... results) {
    return PatientWith.REMISSION.finding(Facts.MRD, results);
  }

  private static Finding<MeasurableResidualDisease> outsideRemission(String... results) {
    return TREATED.finding(Facts.MRD, results);
  }

  private static String mrd(String... results) {
    return words(finding(results));
  }

  private static String on(String date, String value) {
    return named(
        "MRD by flow cytometry, bone marrow", value + ",'effectiveDateTime':'" + date + "'");
  }

  private static String report(String name, String conclusion) {
    return "{'resourceType':'DiagnosticReport','id':'rep','status':'final','effectiveDateTime':'2026-11-10','subject':{'reference':'Patient/p'},'code':{'text':'%s'},'conclusion':'%s'}"
        .formatted(name, conclusion);
  }

  private static final String NOT_SENSITIVE = "not excluded by this method";
  private static final String NO_ANSWER = "not interpretable";

  /** A share of cells in every shape, each just below, at and above 0.01 %. */
  static Stream<Arguments> shapes() {
    List<String> values = new ArrayList<>();
    for (String at :
        List.of(
            "%|0.009|0.01|0.011",
            "% of nucleated cells|0.009|0.01|0.02",
            "percent|0.005|0.01|0.3",
            "1|0.00009|0.0001|0.00011",
            "{ratio}|0.00009|0.0001|0.2",
            "10*-4|0.9|1|1.1",
            "10^-4|0.9|1|3",
            "10*-5|9|10|11",
            "/10*6|99|100|101",
            "{cells}/10*6|99|100|250",
            "/10*6{cells}|99|100|250",
            "cells per million|99|100|250",
            "residual clonal cells/million nucleated cells|99|100|250",
            "{clones}/1000000|99|100|250",
            "ppm|99|100|250",
            "/10*5|9|10|25")) {
      String[] parts = at.split("\\|", -1);
      values.add(parts[1] + "|" + parts[0] + "|negative");
      values.add(parts[2] + "|" + parts[0] + "|positive");
      values.add(parts[3] + "|" + parts[0] + "|positive");
      values.add("0|" + parts[0] + "|negative");
    }
    return values.stream().map(value -> Arguments.of((Object[]) value.split("\\|", -1)));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aQuantityIsComparedWithTheThresholdInItsUnit(String value, String unit, String expected) {
    assertThat(mrd(named("MRD, bone marrow", quantity("", value, unit)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "<, 0.01, %, negative",
    "<, 0.001, %, negative",
    "<=, 0.01, %, not excluded by this method",
    "<=, 0.009, %, negative",
    "<, 0.011, %, not excluded by this method",
    "<, 0.1, %, not excluded by this method",
    "<, 100, /10*6, negative",
    "<, 1000, /10*6, not excluded by this method",
    ">, 0.01, %, positive",
    ">=, 0.01, %, positive",
    ">, 0.001, %, not interpretable",
    ">, 1, %, positive"
  })
  void aComparatorIsReadAsFarAsItDecides(
      String comparator, String value, String unit, String expected) {
    assertThat(mrd(named("MRD, bone marrow", quantity(comparator, value, unit))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"5, cells", "5, /uL", "0.0003, ''", "0.005, ''", "4, log10", "150, %", "-1, %"})
  void aUnitThatDoesNotSayWhatItCountsIsNotGuessed(String value, String unit) {
    assertThat(mrd(named("MRD, bone marrow", quantity("", value, unit)))).isEqualTo(NO_ANSWER);
  }

  @ParameterizedTest
  @CsvSource({"-4.3, log10, negative", "-3.1, log10, positive", "-4, {log}, positive"})
  void aLogarithmIsTheShareItself(String value, String unit, String expected) {
    assertThat(mrd(named("MRD IGH PCR", quantity("", value, unit)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "4.5, '', negative",
    "3, '', positive",
    "5, >, negative",
    "3, <, positive",
    "3, >, not interpretable"
  })
  void ofALogReductionTheHigherNumberIsTheDeeperResponse(
      String value, String comparator, String expected) {
    String result = named("MRD by IG/TCR PCR, log reduction", quantity(comparator, value, "{log}"));

    assertThat(mrd(result))
        .isEqualTo(comparator.equals(">") && value.equals("3") ? NOT_SENSITIVE : expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 10000, positive",
    "3, 1000, positive",
    "1, 100000, negative",
    "0, 1000000, negative"
  })
  void aRatioIsAShare(String numerator, String denominator, String expected) {
    String ratio =
        "'valueRatio':{'numerator':{'value':%s},'denominator':{'value':%s}}"
            .formatted(numerator, denominator);

    assertThat(mrd(named("Measurable residual disease", ratio))).isEqualTo(expected);
  }

  /** Every text is tried as a string, as the text of a code, and as the conclusion of a report. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MRD negative | negative",
        "MRD-neg | negative",
        "MRD neg. | negative",
        "MRD (-) | negative",
        "MRD - | negative",
        "uMRD | negative",
        "MRD undetectable | negative",
        "MRD not detected | negative",
        "No evidence of MRD | negative",
        "no immunophenotypic evidence of minimal residual disease | negative",
        "MRD below the limit of detection | negative",
        "MRD below LOD | negative",
        "MRD < LOD | negative",
        "MRD below the detection limit (0.001 %) | negative",
        "MRD below the limit of detection (0.1 %) | not excluded by this method",
        "MRD not detected (sensitivity 0.1%) | not excluded by this method",
        "MRD not detected, sensitivity 1 in 1,000 cells | not excluded by this method",
        "MRD not detected, sensitivity 1 in 100,000 cells | negative",
        "MRD not detected, assay sensitivity 10^-3 | not excluded by this method",
        "MRD not detected. Limit of detection: 10-5 | negative",
        "MRD negative at 0.1 % | not excluded by this method",
        "MRD negative at 10^-4 | negative",
        "MRD negative (<0.0001 %) | negative",
        "MRD negative (<0.1 %) | not excluded by this method",
        "MRD <0.01% | negative",
        "MRD less than 0.01 % | negative",
        "MRD <10^-4 | negative",
        "MRD <10\u207b\u2074 | negative",
        "MRD \u22640.01 % | not excluded by this method",
        "MRD positive | positive",
        "MRD-pos | positive",
        "MRD+ | positive",
        "MRD (+) | positive",
        "MRD detected at 0.02 % | positive",
        "MRD 0,02 % | positive",
        "MRD 0,005 % | negative",
        "MRD 0.02% | positive",
        "MRD 3x10^-3 | positive",
        "MRD 3 x 10-3 | positive",
        "MRD 5x10^-5 | negative",
        "MRD 3\u00d710\u207b\u00b3 | positive",
        "MRD 1e-5 | negative",
        "MRD 2.0E-03 | positive",
        "MRD 0.01-0.1 % | positive",
        "MRD 0.001 to 0.1 % | not interpretable",
        "MRD 250 cells per million | positive",
        "MRD 12 residual clonal cells per million nucleated cells | negative",
        "MRD 3/10^6 | negative",
        "MRD 1:1000 | positive",
        "MRD 1 in 2000 | positive",
        "MRD positive, 0.05 % (threshold 0.01 %) | positive",
        "MRD 0.005 % (cut-off 0.01 %) | negative",
        "MRD indeterminate | not interpretable",
        "MRD equivocal, repeat | not interpretable",
        "MRD: hemodilute sample | not interpretable",
        "MRD: CD19-negative population present, significance uncertain | not interpretable",
        "MRD pending | not interpretable",
        "MRD possibly positive | not interpretable",
        "MRD positive? | not interpretable",
        "MRD 0.005 | not interpretable",
        "MRD 1,200 per million | not interpretable",
        "MRD negative; previously 0.3 % | negative",
        "MRD 0.005 %, compared with 0.3 % in August | negative",
        "MRD 0.02 % and 0.001 % | not interpretable",
        "MRD 0.004 % IS | not interpretable",
        "Not negative: MRD persists | positive"
      })
  void aTextIsReadWithItsNegationsNumbersAndLimits(String text, String expected) {
    assertThat(mrd(named("MRD, bone marrow", "'valueString':'" + text + "'")))
        .as("string")
        .isEqualTo(expected);
    assertThat(mrd(named("MRD, bone marrow", "'valueCodeableConcept':{'text':'" + text + "'}")))
        .as("text of a code")
        .isEqualTo(expected);
    assertThat(mrd(report("MRD report, bone marrow", text))).as("conclusion").isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Flow cytometry | Blasts 2 %. MRD 0.02 % by flow. Viability 95 %. | positive",
        "Flow cytometry | No residual B-ALL detected; CD19 98 % of B cells. | negative",
        "Bone marrow | Morphologic remission. MRD negative (<0.01 %). | negative",
        "Bone marrow | No morphologic evidence of residual leukemia; blasts 2 %. | not recorded",
        "Bone marrow | Complete remission; MRD to follow. | not recorded",
        "Transplant planning | MRD 10/10 HLA identical, positive crossmatch, donor available | not"
            + " recorded",
        "Lumbar puncture | CSF: MRD not detected | not recorded",
        "Bone marrow | Peripheral blood: MRD not detected | not excluded by this method"
      })
  void aReportOfAnotherNameIsReadWhereItSpeaksOfResidualDisease(
      String name, String conclusion, String expected) {
    assertThat(mrd(report(name, conclusion))).isEqualTo(expected);
  }

  @Test
  void aReportMayConcludeByACodeAndBeDatedByItsIssue() {
    String concluded =
        report("Bone marrow", "see below")
            .replace("'conclusion'", "'conclusionCode':[{'text':'MRD negative'}],'conclusion'");

    assertThat(mrd(concluded)).isEqualTo("negative");
    assertThat(
            mrd(
                report("MRD, bone marrow", "positive")
                    .replace(
                        "'effectiveDateTime':'2026-11-10'", "'issued':'2026-11-10T10:00:00Z'")))
        .isEqualTo("positive");
  }

  @ParameterizedTest
  @CsvSource({
    "MRD by flow, 'bone marrow', negative, positive",
    "MRD by NGS, '', negative, positive",
    "MRD by PCR, 'peripheral blood', not excluded by this method, positive",
    "MRD by flow, 'cerebrospinal fluid', not recorded, not recorded",
    "MRD in CSF, '', not recorded, not recorded"
  })
  void theSpecimenDecidesWhatANegativeIsWorth(
      String name, String specimen, String negative, String positive) {
    String of = specimen.isEmpty() ? "" : ",'bodySite':{'text':'" + specimen + "'}";

    assertThat(mrd(named(name, notDetected() + of))).isEqualTo(negative);
    assertThat(mrd(named(name, detected() + of))).isEqualTo(positive);
    assertThat(mrd(named(name, quantity("<", "0.01", "%") + of))).isEqualTo(negative);
    assertThat(mrd(named(name, quantity("", "0.5", "%") + of))).isEqualTo(positive);
  }

  @Test
  void marrowIsTakenBeforeBloodOfTheSameDayAndTheDisagreementIsShown() {
    String marrow = named("MRD by flow, bone marrow", notDetected());
    String blood = named("MRD by flow, peripheral blood", detected());

    assertThat(finding(marrow, blood))
        .isInstanceOfSatisfying(
            Known.class,
            known -> {
              assertThat(known.known()).isEqualTo(MeasurableResidualDisease.NEGATIVE);
              assertThat(known.contradictedBy()).hasSize(1);
            });
  }

  @Test
  void theLaboratorysWordWinsOverItsNumberAndTheDisagreementIsShown() {
    String interpreted =
        named(
            "MRD, bone marrow",
            quantity("", "0.005", "%")
                + ",'interpretation':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation','code':'POS'}]}]");

    assertThat(finding(interpreted))
        .isInstanceOfSatisfying(
            Known.class,
            known -> {
              assertThat(known.known()).isEqualTo(MeasurableResidualDisease.POSITIVE);
              assertThat(known.evidence().toString()).contains("the laboratory: positive");
              assertThat(known.contradictedBy().toString()).contains("below the threshold");
            });
    assertThat(mrd(interpreted.replace("POS", "NEG").replace("0.005", "0.05")))
        .isEqualTo("negative");
    assertThat(mrd(interpreted.replace("POS", "IND"))).isEqualTo(NO_ANSWER);
  }

  @Test
  void theSensitivityMayStandInAComponentOrANote() {
    String component =
        notDetected()
            + ",'component':[{'code':{'text':'Limit of"
            + " detection'},'valueQuantity':{'value':%s,'unit':'%%'}}]";

    assertThat(mrd(named("MRD by flow", component.formatted("0.1")))).isEqualTo(NOT_SENSITIVE);
    assertThat(mrd(named("MRD by flow", component.formatted("0.01")))).isEqualTo("negative");
    assertThat(mrd(named("MRD by flow", notDetected() + ",'note':[{'text':'Sensitivity 0.1 %'}]")))
        .isEqualTo(NOT_SENSITIVE);
    assertThat(mrd(named("MRD by flow", quantity("", "0", "%") + ",'note':[{'text':'LOD 0.1 %'}]")))
        .isEqualTo(NOT_SENSITIVE);
  }

  @Test
  void theResultMayStandInAComponent() {
    assertThat(
            mrd(
                named(
                    "MRD panel, bone marrow",
                    "'component':[{'code':{'text':'Viable"
                        + " cells'},'valueQuantity':{'value':0.2,'unit':'%'}},{'code':{'text':'Residual"
                        + " leukemic cells'},'valueQuantity':{'value':0.002,'unit':'%'}}]")))
        .isEqualTo("negative");
  }

  @ParameterizedTest
  @CsvSource({
    "69380-4, 0.005, %",
    "69380-4, 12, %",
    "46434-7, 0.002, 1",
    "50195-7, 4.6, {log}",
    "52132-8, 0.0001, {ratio}"
  })
  void aTranscriptOutsideARemissionIsShownAsSuch(String loinc, String value, String unit) {
    assertThat(outsideRemission(coded(loinc, quantity("", value, unit))))
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> {
              assertThat(unknown.explanation()).contains("BCR::ABL1 transcript");
              assertThat(unknown.evidence()).hasSize(1);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"BCR-ABL1 p190 quantitative RT-PCR", "BCR::ABL1/ABL1 ratio"})
  void aTranscriptIsOneByItsNameAsWell(String name) {
    assertThat(outsideRemission(named(name, quantity("", "0.5", "%"))).toString())
        .contains("BCR::ABL1 transcript");
  }

  @ParameterizedTest
  @ValueSource(strings = {"% IS", "%IS", "% (IS)", "%{IS}"})
  void theInternationalScaleIsNoShareOfCells(String unit) {
    assertThat(finding(named("MRD, RQ-PCR", quantity("", "0.002", unit))).toString())
        .contains("BCR::ABL1 transcript");
  }

  @Test
  void aTranscriptInRemissionCountsBesideAFlowResultOfTheDay() {
    assertThat(mrd(coded("69380-4", quantity("", "12", "%")), named("MRD by flow", notDetected())))
        .isEqualTo("positive");
  }

  /** Treatment began on 2026-08-01; a response is assessed from day 21 on. */
  @ParameterizedTest
  @CsvSource({
    "2026-07-31, not recorded", "2026-08-01, not recorded", "2026-08-02, not recorded",
    "2026-08-21, not recorded", "2026-08-22, outdated", "2026-08-23, outdated",
    "2026-08-24, outdated", "2026-08-25, positive", "2026-08-26, positive",
    "2026-11-22, positive", "2026-11-23, positive", "2026-11-24, positive",
    "2026-11-25, not recorded"
  })
  void onlyRecentResultsAfterTheStartOfInductionCount(String date, String expected) {
    assertThat(mrd(on(date, detected()))).isEqualTo(expected);
  }

  @Test
  void theDaysAreCountedFromTheEvaluationDate() {
    String result = on("2026-10-01", notDetected());
    for (int day = 0; day <= 120; day++) {
      PatientRecord record =
          read(TODAY.minusDays(53).plusDays(day), PATIENT, REMISSION, VINCRISTINE, result);

      assertThat(words(record.facts().get(Facts.MRD)))
          .isEqualTo(day <= 90 ? "negative" : "outdated");
    }
  }

  @Test
  void aResultWithoutADateCannotBePlaced() {
    assertThat(mrd(named("MRD", detected()).replace("'effectiveDateTime':'2026-11-10',", "")))
        .isEqualTo("not recorded");
  }

  private static String stage(String id, String code, String date) {
    return condition(id, ICD, code, "ALL", "active", "confirmed")
        .replace("'code':{", "'recordedDate':'" + date + "','code':{");
  }

  /** A relapse on 2026-09-01, a second remission in November. */
  @ParameterizedTest
  @CsvSource({
    "2026-08-31, outdated", "2026-09-01, outdated", "2026-09-02, outdated",
    "2026-09-21, outdated", "2026-09-22, negative", "2026-09-23, negative"
  })
  void whatWasMeasuredBeforeARelapseSpeaksOfAnotherRemission(String date, String expected) {
    PatientRecord record =
        read(
            PATIENT,
            stage("a", "C91.02", "2026-09-01"),
            stage("b", "C91.01", "2026-11-01"),
            medication("completed", "11202", "2025-07-01"),
            on(date, notDetected()));

    assertThat(words(record.facts().get(Facts.MRD))).isEqualTo(expected);
  }

  @Test
  void theNewestResultThatAnswersDecides() {
    String positive = on("2026-10-01", detected());
    String negative = on("2026-11-10", notDetected());

    assertThat(mrd(positive, negative)).isEqualTo("negative");
    assertThat(mrd(on("2026-10-01", notDetected()), on("2026-11-10", detected())))
        .isEqualTo("positive");
  }

  @Test
  void aLaterResultThatExcludesNothingDoesNotClearAnEarlierPositiveOne() {
    String positive = on("2026-10-01", detected());

    assertThat(mrd(positive, on("2026-11-10", quantity("<", "0.1", "%")))).isEqualTo("positive");
    assertThat(mrd(positive, on("2026-11-10", "'valueString':'indeterminate'")))
        .isEqualTo("positive");
    assertThat(mrd(positive, on("2026-11-10", notDetected() + ",'status':'preliminary'")))
        .isEqualTo("positive");
    assertThat(mrd(positive, named("MRD, peripheral blood", notDetected()))).isEqualTo("positive");
  }

  @Test
  void aLaterResultInDoubtReopensAnEarlierNegativeOneAndAPendingOneDoesNot() {
    String negative = on("2026-10-01", notDetected());

    assertThat(mrd(negative, on("2026-11-10", "'valueString':'equivocal'"))).isEqualTo(NO_ANSWER);
    assertThat(mrd(negative, on("2026-11-10", quantity("<", "0.1", "%")))).isEqualTo("negative");
    assertThat(mrd(negative, on("2026-11-10", detected() + ",'status':'preliminary'")))
        .isEqualTo("negative");
    assertThat(
            read(
                    PATIENT,
                    REMISSION,
                    VINCRISTINE,
                    negative,
                    on("2026-11-10", detected() + ",'status':'preliminary'"))
                .gaps())
        .anyMatch(gap -> gap.message().contains("newer MRD result"));
  }

  @Test
  void aResultThatIsNotFinalIsPending() {
    for (String status : List.of("registered", "preliminary")) {
      assertThat(mrd(named("MRD", notDetected() + ",'status':'" + status + "'")))
          .isEqualTo("pending");
    }
    for (String status : List.of("cancelled", "entered-in-error")) {
      assertThat(mrd(named("MRD", notDetected() + ",'status':'" + status + "'")))
          .isEqualTo("not recorded");
    }
    for (String status : List.of("final", "amended", "corrected")) {
      assertThat(mrd(named("MRD", notDetected() + ",'status':'" + status + "'")))
          .isEqualTo("negative");
    }
  }

  @Test
  void twoAnswersOfTheSameSpecimenAndDayAreContradictory() {
    assertThat(mrd(named("MRD by flow", notDetected()), named("Flow MRD", detected())))
        .isEqualTo("contradictory");
    assertThat(mrd(named("MRD by flow", notDetected()), named("MRD by NGS", detected())))
        .as("two methods see different things; the positive one counts")
        .isEqualTo("positive");
    assertThat(mrd(named("MRD by flow", detected()), named("MRD by NGS", detected())))
        .isEqualTo("positive");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AML MRD by flow", "CLL MRD", "Myeloma MRD", "MRD (matched related donor)"})
  void residualDiseaseOfAnotherDiseaseIsNotOurs(String name) {
    assertThat(mrd(named(name, detected()))).isEqualTo("not recorded");
  }

  @ParameterizedTest
  @CsvSource({
    "MRD by flow, MRD by NGS",
    "MRD by NGS, MRD by flow",
    "MRD by flow, MRD by PCR",
    "MRD by PCR, MRD by flow"
  })
  void theNegativeOneOfTwoMethodsIsShownAgainstThePositiveOne(String positive, String negative) {
    assertThat(
            read(
                    PATIENT,
                    REMISSION,
                    VINCRISTINE,
                    named(positive, detected()),
                    named(negative, notDetected()))
                .facts()
                .get(Facts.MRD))
        .isInstanceOfSatisfying(
            Known.class,
            known -> {
              assertThat(known.evidence()).hasSize(1);
              assertThat(known.contradictedBy()).hasSize(1);
              assertThat(known.evidence().getFirst().toString()).contains(positive);
              assertThat(known.contradictedBy().getFirst().toString()).contains(negative);
            });
  }

  @Test
  void oneMethodAndOneThatIsNotNamedAreContradictory() {
    assertThat(mrd(named("MRD by flow", notDetected()), named("MRD", detected())))
        .isEqualTo("contradictory");
    assertThat(mrd(named("MRD", notDetected()), named("MRD by NGS", detected())))
        .isEqualTo("contradictory");
    assertThat(mrd(named("MRD by PCR", notDetected()), named("MRD by NGS", detected())))
        .isEqualTo("contradictory");
  }
}
