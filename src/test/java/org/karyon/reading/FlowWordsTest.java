package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.LEUKEMIA;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.named;
import static org.karyon.reading.Records.read;
import static org.karyon.reading.Records.textCondition;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;

/** Lineage and antigens in the words of flow cytometry, and whose disease a problem list names. */
class FlowWordsTest {

  private static String state(String fact, String... resources) {
    Finding<?> finding = read(resources).facts().get(Facts.named(fact).orElseThrow());
    return finding.value().map(FactValue::id).orElse("open");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Flow cytometry | B lymphoblastic leukemia; negative for T-cell and myeloid markers | b",
        "Flow cytometry | B lymphoblasts 80 %, T cells 12 % | b",
        "Flow cytometry | T cells 40 %, B cells 30 % | open",
        "Flow cytometry | T cells 40 % | open",
        "Flow cytometry | T lymphoblastic leukemia. Negative for B lineage and myeloid antigens. |"
            + " t",
        "Flow cytometry | No B lymphoblastic leukemia | open",
        "Flow cytometry | No residual B-ALL | open",
        "Flow cytometry | Possible T-ALL | open",
        "Flow cytometry | Mixed phenotype: B lineage with T lineage markers | open",
        "Immunophenotype | B cell precursor ALL, negative for CD3 | b",
        "Immunophenotype | B-ALL or T-ALL | open",
      })
  void theLineageStandsBesideWhatIsDenied(String name, String text, String expected) {
    assertThat(state("lineage", PATIENT, LEUKEMIA, named(name, "'valueString':'" + text + "'")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Partial, 30% | 30",
        "Partial, 30 % of blasts | 30",
        "positive in 45% of blasts | 45",
        "dim, 15 % | 15",
        "Negative | 0",
        "neg | 0",
        "Not expressed | 0",
        "Positive | open",
        "Partial | open",
        "Negative or dim | open",
        "30 % before treatment | open",
        "Negative? | open",
      })
  void cd20IsReadWithItsShare(String text, String expected) {
    assertThat(
            state("cd20Percent", PATIENT, LEUKEMIA, named("CD20", "'valueString':'" + text + "'")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Partial | present",
        "dim | present",
        "Partial, 30% | present",
        "5 % | absent",
        "Negative | absent",
        "Not expressed | absent",
        "Indeterminate | open",
      })
  void aPartialOrDimAntigenIsNotNegative(String text, String expected) {
    assertThat(state("cd19", PATIENT, LEUKEMIA, named("CD19", "'valueString':'" + text + "'")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Family history of diabetes mellitus",
        "Encounter for screening for diabetes",
        "No heart failure",
        "At risk for chronic kidney disease",
        "Caregiver of a person with dementia",
        "Mother with heart failure"
      })
  void whatIsNotThePatientsOwnIsNoComorbidity(String problem) {
    assertThat(state("comorbidity", PATIENT, LEUKEMIA, textCondition("x", problem)))
        .isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"History of veno-occlusive disease", "Veno-occlusive disease"})
  void aVenoOcclusiveDiseaseOfTheirOwnIsOneAtAnyTime(String problem) {
    assertThat(state("hepaticRisk", PATIENT, LEUKEMIA, textCondition("x", problem)))
        .isEqualTo("present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No history of VOD",
        "No history of veno-occlusive disease",
        "Family history of liver cirrhosis",
        "No cirrhosis",
        "At risk for veno-occlusive disease",
        "Screening for chronic hepatitis"
      })
  void whatIsNotThePatientsOwnIsNoLiverRisk(String problem) {
    assertThat(state("hepaticRisk", PATIENT, LEUKEMIA, textCondition("x", problem)))
        .isNotEqualTo("present");
  }
}
