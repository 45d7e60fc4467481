package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.ICD;
import static org.karyon.reading.Records.LEUKEMIA;
import static org.karyon.reading.Records.LOINC;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.SNOMED;
import static org.karyon.reading.Records.coded;
import static org.karyon.reading.Records.condition;
import static org.karyon.reading.Records.medication;
import static org.karyon.reading.Records.quantity;
import static org.karyon.reading.Records.read;
import static org.karyon.reading.Records.words;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.facts.Diagnosis;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.PatientRecord;

/**
 * Age, performance status, comorbidity, the liver, circulating blasts and treatment of the past.
 */
class FitnessReadingTest {

  private static final String ALT = "1742-6";
  private static final String BILIRUBIN = "1975-2";
  private static final String BILIRUBIN_MOLAR = "14631-6";

  private static <V extends FactValue> Finding<V> finding(Fact<V> fact, String... resources) {
    return PatientWith.LEUKEMIA.finding(fact, resources);
  }

  private static String state(Fact<?> fact, String... resources) {
    return PatientWith.LEUKEMIA.state(fact, resources);
  }

  private static String on(String date, String observation) {
    return observation.replace("2026-11-10", date);
  }

  @ParameterizedTest
  @CsvSource({
    "LA9622-7, absent", "LA9623-5, absent", "LA9624-3, absent", "LA9625-0, present",
    "LA9626-8, present", "425389002, absent", "422512005, absent", "422894000, absent",
    "423053003, present", "423237006, present"
  })
  void ecogMayBeALoincAnswerOrASnomedGrade(String code, String expected) {
    String system = code.startsWith("LA") ? LOINC : SNOMED;

    assertThat(state(Facts.FRAIL, coded("89247-1", Records.answer(system, code, "as coded"))))
        .isEqualTo(expected);
    assertThat(state(Facts.FRAIL, coded("89262-0", Records.answer(system, code, "as coded"))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "89247-1 | 'valueInteger':1 | absent",
        "89247-1 | 'valueInteger':2 | absent",
        "89247-1 | 'valueInteger':3 | present",
        "89247-1 | 'valueInteger':4 | present",
        "89247-1 | 'valueInteger':9 | not recorded",
        "89247-1 | 'valueQuantity':{'value':1,'unit':'{score}'} | absent",
        "89247-1 | 'valueQuantity':{'value':2,'unit':'{score}'} | absent",
        "89247-1 | 'valueQuantity':{'value':3,'unit':'{score}'} | present",
        "89247-1 | 'valueQuantity':{'value':2,'comparator':'<','unit':'{score}'} | absent",
        "89247-1 | 'valueQuantity':{'value':2,'comparator':'>','unit':'{score}'} | not recorded",
        "89247-1 | 'valueString':'ECOG 1' | absent",
        "89247-1 | 'valueString':'Grade 3' | present",
        "89247-1 | 'valueString':'ECOG 1-2' | not recorded",
        "89247-1 | 'valueString':'1-2' | not recorded",
        "89247-1 | 'valueString':'1' | absent",
        "89247-1 | 'valueString':'good' | not recorded",
        "89243-0 | 'valueInteger':100 | absent",
        "89243-0 | 'valueInteger':70 | absent",
        "89243-0 | 'valueInteger':60 | absent",
        "89243-0 | 'valueInteger':59 | present",
        "89243-0 | 'valueInteger':50 | present",
        "89243-0 | 'valueInteger':150 | not recorded",
        "89243-0 | 'valueQuantity':{'value':80,'unit':'%'} | absent",
        "89243-0 | 'valueString':'KPS 50: needs help' | present",
        "89243-0 | 'valueString':'80 to 90' | not recorded",
        "89243-0 |"
            + " 'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA29176-7'}]}"
            + " | absent"
      })
  void performanceStatusIsReadInEveryShape(String loinc, String value, String expected) {
    assertThat(state(Facts.FRAIL, coded(loinc, value))).isEqualTo(expected);
  }

  @Test
  void theNewestPerformanceStatusDecidesWhateverItsScale() {
    String ecog = on("2026-11-01", coded("89247-1", "'valueInteger':3"));
    String karnofsky = on("2026-11-02", coded("89243-0", "'valueInteger':90"));

    assertThat(state(Facts.FRAIL, ecog, karnofsky)).isEqualTo("absent");
    assertThat(state(Facts.FRAIL, ecog.replace("2026-11-01", "2026-11-03"), karnofsky))
        .isEqualTo("present");
    assertThat(state(Facts.FRAIL, ecog.replace("2026-11-01", "2026-11-02"), karnofsky))
        .isEqualTo("contradictory");
  }

  @Test
  void frailtyOnTheProblemListIsShownBesideAGoodPerformanceStatus() {
    String frailty = condition("f", SNOMED, "248279007", "Frailty", "active", "confirmed");
    String ecog = coded("89247-1", "'valueInteger':0");

    assertThat(finding(Facts.FRAIL, frailty, ecog))
        .isInstanceOfSatisfying(
            Known.class, known -> assertThat(known.contradictedBy()).hasSize(1));
    assertThat(state(Facts.FRAIL, frailty.replace("confirmed", "provisional"), ecog))
        .isEqualTo("possible but unconfirmed");
  }

  /** A performance status counts for 60 days; a frailty on the list counts while it is active. */
  @ParameterizedTest
  @CsvSource({"2026-09-23, outdated", "2026-09-24, present", "2026-09-25, present"})
  void aPerformanceStatusCountsForSixtyDays(String date, String expected) {
    assertThat(state(Facts.FRAIL, on(date, coded("89247-1", "'valueInteger':3"))))
        .isEqualTo(expected);
  }

  @Test
  void aFrailtyOnTheListDoesNotGrowOldButANewerPerformanceStatusCounts() {
    String frailty =
        condition("f", SNOMED, "248279007", "Frailty", "active", "confirmed")
            .replace("'subject'", "'recordedDate':'2026-01-15','subject'");

    assertThat(state(Facts.FRAIL, frailty)).isEqualTo("present");
    assertThat(state(Facts.FRAIL, frailty, coded("89247-1", "'valueInteger':1")))
        .isEqualTo("absent");
    assertThat(state(Facts.FRAIL, frailty, on("2026-01-10", coded("89247-1", "'valueInteger':1"))))
        .isEqualTo("present");
  }

  private static String lab(String loinc, String value, String unit, String upper) {
    String range =
        upper == null || upper.isEmpty()
            ? ""
            : ",'referenceRange':[{'high':{'value':%s,'unit':'%s'}}]".formatted(upper, unit);
    return coded(loinc, quantity("", value, unit) + range);
  }

  /** Bilirubin from 1.5 times, transaminases from 2.5 times the upper limit are a risk. */
  @ParameterizedTest
  @CsvSource({
    "1975-2, 0.6, mg/dL, , absent",
    "1975-2, 1.8, mg/dL, , absent",
    "1975-2, 1.81, mg/dL, , present",
    "1975-2, 1.4, mg/dL, 0.9, present",
    "1975-2, 1.35, mg/dL, 0.9, absent",
    "14631-6, 31, umol/L, , absent",
    "14631-6, 32, umol/L, , present",
    "14631-6, 32, µmol/L, , present",
    "14631-6, 32, μmol/L, , present",
    "14631-6, 30, umol/L, 17, present",
    "14631-6, 1.8, g/L, , not interpretable"
  })
  void bilirubinIsComparedInItsUnitWithItsOwnLimit(
      String loinc, String value, String unit, String upper, String expected) {
    assertThat(state(Facts.HEPATIC_RISK, lab(loinc, value, unit, upper), lab(ALT, "20", "U/L", "")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1742-6, 100, U/L, , absent",
    "1742-6, 101, U/L, , present",
    "1742-6, 101, '[IU]/L', , present",
    "1742-6, 126, U/L, 50, present",
    "1742-6, 125, U/L, 50, absent",
    "1920-8, 101, U/L, , present",
    "1742-6, 2, ukat/L, 0.6, present",
    "1742-6, 2, ukat/L, , not interpretable"
  })
  void transaminasesAreComparedWithTheirLimit(
      String loinc, String value, String unit, String upper, String expected) {
    assertThat(
            state(
                Facts.HEPATIC_RISK,
                lab(loinc, value, unit, upper),
                lab(BILIRUBIN, "0.6", "mg/dL", "")))
        .isEqualTo(expected);
  }

  @Test
  void aLimitInAnotherUnitIsNoLimitOfTheValue() {
    String bilirubin =
        coded(
            BILIRUBIN_MOLAR,
            quantity("", "15", "umol/L")
                + ",'referenceRange':[{'high':{'value':1.2,'unit':'mg/dL'}}]");

    assertThat(state(Facts.HEPATIC_RISK, bilirubin, lab(ALT, "20", "U/L", ""))).isEqualTo("absent");
  }

  @Test
  void whatIsMissingOrUnclearDoesNotClearTheLiver() {
    String bilirubin = lab(BILIRUBIN, "0.6", "mg/dL", "");
    String alt = lab(ALT, "20", "U/L", "");

    assertThat(state(Facts.HEPATIC_RISK)).isEqualTo("not recorded");
    assertThat(state(Facts.HEPATIC_RISK, bilirubin)).isEqualTo("not recorded");
    assertThat(state(Facts.HEPATIC_RISK, alt)).isEqualTo("not recorded");
    assertThat(state(Facts.HEPATIC_RISK, bilirubin, coded(ALT, quantity(">", "30", "U/L"))))
        .isEqualTo("not interpretable");
    assertThat(state(Facts.HEPATIC_RISK, bilirubin, coded(ALT, quantity("<", "30", "U/L"))))
        .isEqualTo("absent");
    assertThat(
            state(
                Facts.HEPATIC_RISK,
                bilirubin,
                alt,
                condition("x", ICD, "K74.60", "Cirrhosis", "active", "provisional")))
        .isEqualTo("possible but unconfirmed");
    assertThat(
            state(
                Facts.HEPATIC_RISK,
                bilirubin,
                alt,
                condition("x", ICD, "K76.5", "VOD", "resolved", "confirmed")))
        .isEqualTo("present");
  }

  /** Evaluated on 2026-11-23; liver tests count for 30 days. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-23, outdated",
    "2026-10-24, absent",
    "2026-10-25, absent",
    "2026-11-23, absent"
  })
  void oldLiverTestsSayNothingOfNow(String date, String expected) {
    assertThat(
            state(
                Facts.HEPATIC_RISK,
                on(date, lab(BILIRUBIN, "0.6", "mg/dL", "")),
                on(date, lab(ALT, "20", "U/L", ""))))
        .isEqualTo(expected);
  }

  @Test
  void theHighestValueOfTheNewestDayCounts() {
    String normal = on("2026-11-12", lab(ALT, "20", "U/L", ""));
    String raised = on("2026-11-12", lab(ALT, "400", "U/L", ""));
    String older = on("2026-11-11", lab(ALT, "900", "U/L", ""));
    String bilirubin = lab(BILIRUBIN, "0.6", "mg/dL", "");

    assertThat(state(Facts.HEPATIC_RISK, bilirubin, older, normal)).isEqualTo("absent");
    assertThat(state(Facts.HEPATIC_RISK, bilirubin, normal, raised)).isEqualTo("present");
  }

  private static String age(LocalDate asOf, String birth) {
    return words(
        read(asOf, PATIENT.replace("1985-06-15", birth), LEUKEMIA).facts().get(Facts.AGE_YEARS));
  }

  @ParameterizedTest
  @CsvSource({
    "2011-11-24, 14",
    "2011-11-23, 15",
    "2011-11-22, 15",
    "1986-11-24, 39",
    "1986-11-23, 40",
    "1986-11-22, 40",
    "1961-11-24, 64",
    "1961-11-23, 65",
    "1961-11-22, 65"
  })
  void theAgeTurnsOnTheBirthday(String birth, String expected) {
    assertThat(age(Records.TODAY, birth)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-27, 17",
    "2026-02-28, 17",
    "2026-03-01, 18",
    "2028-02-28, 19",
    "2028-02-29, 20"
  })
  void whoeverIsBornOnALeapDayTurnsOnTheFirstOfMarchInOtherYears(String asOf, String expected) {
    assertThat(age(LocalDate.parse(asOf), "2008-02-29")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1980, 45",
    "1961, not interpretable",
    "1986, not interpretable",
    "2011, not interpretable",
    "1960, 65",
    "1962, 63",
    "2012, 13",
    "1961-10, 65",
    "1961-11, not interpretable",
    "1961-12, 64",
    "1986-11, not interpretable",
    "1986-12, 39",
    "1986-10, 40",
    "2027-05, not interpretable"
  })
  void aBirthDateWithoutADayIsOnlyUsedWhereTheAgeGroupIsCertain(String birth, String expected) {
    assertThat(age(Records.TODAY, birth)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'deceasedBoolean':true",
        "'deceasedDateTime':'2026-10-01'",
        "'deceasedDateTime':'2026'"
      })
  void nothingIsReadOfWhoHasDied(String deceased) {
    PatientRecord record = read(PATIENT.replace("'gender'", deceased + ",'gender'"), LEUKEMIA);

    assertThat(record.facts().get(Facts.DIAGNOSIS).is(Diagnosis.NONE)).isTrue();
  }

  @Test
  void whoeverIsSaidNotToHaveDiedIsRead() {
    PatientRecord record =
        read(PATIENT.replace("'gender'", "'deceasedBoolean':false,'gender'"), LEUKEMIA);

    assertThat(record.facts().get(Facts.DIAGNOSIS).is(Diagnosis.CONFIRMED)).isTrue();
  }

  /** Absolute counts, and white cells times a share, each in its units. */
  @ParameterizedTest
  @CsvSource({
    "10*3/uL, 1",
    "10*9/L, 1",
    "K/uL, 1",
    "x10E3/uL, 1",
    "/uL, 1000",
    "cells/mcL, 1000",
    "{cells}/uL, 1000",
    "Gpt/L, 1",
    "/nL, 1",
    "10*6/L, 1000"
  })
  void circulatingBlastsAreCountedInEveryUnit(String unit, String value) {
    assertThat(
            state(
                Facts.PERIPHERAL_BLASTS_PER_MICROLITRE,
                coded("35050-4", quantity("", value, unit))))
        .isEqualTo("1000");
    assertThat(
            state(
                Facts.PERIPHERAL_BLASTS_PER_MICROLITRE,
                coded("6690-2", quantity("", value, unit)),
                coded("34922-5", quantity("", "50", "%"))))
        .isEqualTo("500");
  }

  @Test
  void theProductNamesBothOfItsNumbersAndTakesTheLowerCountOfADay() {
    String share = coded("26446-5", quantity("", "50", "%"));
    String low = coded("6690-2", quantity("", "1.8", "10*3/uL"));
    String high = coded("6690-2", quantity("", "2.2", "10*3/uL"));
    String other = on("2026-11-11", high);

    assertThat(finding(Facts.PERIPHERAL_BLASTS_PER_MICROLITRE, share, low).evidence()).hasSize(2);
    assertThat(state(Facts.PERIPHERAL_BLASTS_PER_MICROLITRE, share, low, high)).isEqualTo("900");
    assertThat(state(Facts.PERIPHERAL_BLASTS_PER_MICROLITRE, share, high, low)).isEqualTo("900");
    assertThat(state(Facts.PERIPHERAL_BLASTS_PER_MICROLITRE, share, other))
        .as("a count of another day is no count of this share")
        .isEqualTo("not recorded");
    assertThat(
            state(
                Facts.PERIPHERAL_BLASTS_PER_MICROLITRE,
                coded("26446-5", quantity("", "0.5", "1")),
                low))
        .as("a fraction counts as one because its unit says so")
        .isEqualTo("900");
  }

  @Test
  void treatmentOfThePastIsAFactAndItsSilenceIsNone() {
    String transplant =
        "{'resourceType':'Procedure','id':'t','status':'%s','subject':{'reference':'Patient/p'},'performedDateTime':'2026-03-20','code':{'coding':[{'system':'http://snomed.info/sct','code':'58390007'}]}}";

    assertThat(state(Facts.PRIOR_ALLO_HSCT, transplant.formatted("completed")))
        .isEqualTo("present");
    assertThat(state(Facts.PRIOR_ALLO_HSCT, transplant.formatted("not-done")))
        .isEqualTo("not recorded");
    assertThat(
            state(
                Facts.PRIOR_ALLO_HSCT,
                condition(
                    "x", ICD, "Z94.84", "Stem cells transplant status", "active", "confirmed")))
        .as("the code does not say whose cells they were")
        .isEqualTo("not recorded");
    assertThat(state(Facts.PRIOR_BLINATUMOMAB, medication("completed", "1597258", "2026-03-01")))
        .isEqualTo("present");
    assertThat(state(Facts.PRIOR_INOTUZUMAB, medication("completed", "1942950", "2026-03-01")))
        .isEqualTo("present");
    assertThat(state(Facts.PRIOR_INOTUZUMAB, medication("cancelled", "1942950", "2026-03-01")))
        .isEqualTo("not recorded");
    assertThat(state(Facts.PRIOR_CAR_T, medication("completed", "1986438", "2026-03-01")))
        .isEqualTo("present");
  }
}
