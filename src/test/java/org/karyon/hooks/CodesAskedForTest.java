package org.karyon.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karyon.BuiltIn;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.Terminology;
import tools.jackson.databind.json.JsonMapper;

/** Which Observations are asked for by their codes, for each group of concepts that is read. */
class CodesAskedForTest {

  private static final Terminology TERMINOLOGY = BuiltIn.GUIDELINE.terminology();
  private static final String SEARCH =
      JsonMapper.shared()
          .readTree(Path.of("cds-services.json").toFile())
          .at("/services/0/prefetch/clinical")
          .asString();

  /** By what a search finds the Observations of a group. */
  private enum Search {
    /** Hospitals file them under other categories than the laboratory's as well. */
    CODE,
    /** The laboratory reports them, though some of a mixed group are asked for by code too. */
    LABORATORY_CATEGORY,
    /** They are no Observations: problems, treatment, or what stands inside a result. */
    NONE
  }

  @ParameterizedTest
  @EnumSource(ConceptGroup.class)
  void everyGroupThatIsReadOutsideTheLaboratoryCategoryIsAskedForByCode(ConceptGroup group) {
    Set<String> members = TERMINOLOGY.members(group);
    Set<String> askedFor = new LinkedHashSet<>(members);
    askedFor.retainAll(conceptsAskedFor());

    assertThat(members).isNotEmpty();
    switch (search(group)) {
      case CODE -> assertThat(askedFor).isEqualTo(members);
      case LABORATORY_CATEGORY ->
          assertThat(askedFor).isSubsetOf(readByCode()).isNotEqualTo(members);
      case NONE -> assertThat(askedFor).isEmpty();
    }
  }

  /** EHRs disagree on the category of a study that no device of a laboratory reports. */
  @Test
  void everyCodeOfLoincForAGeneticReportIsAskedFor() {
    List<String> loinc =
        TERMINOLOGY.members(ConceptGroup.GENETIC_REPORTS).stream()
            .flatMap(concept -> TERMINOLOGY.concept(concept).orElseThrow().codes().stream())
            .filter(code -> code.system().equals("http://loinc.org"))
            .map(code -> code.system() + '|' + code.code())
            .toList();
    assertThat(loinc).hasSizeGreaterThan(15);
    assertThat(codes()).containsAll(loinc);
  }

  @Test
  void everyCodeThatIsAskedForIsOneThatIsRead() {
    for (String code : codes()) {
      assertThat(concepts(code)).as(code).isNotEmpty();
    }
  }

  @Test
  void theSearchIsNotTooLongForAnAddress() {
    assertThat(SEARCH).doesNotContain(" ").hasSizeLessThan(1000);
  }

  private static String[] codes() {
    return SEARCH.replaceAll(".*&code=|&.*", "").split(",");
  }

  private static Set<String> concepts(String code) {
    String[] parts = code.split("\\|", 2);
    return TERMINOLOGY.conceptsOf(parts[0], parts[1]);
  }

  private static Set<String> conceptsAskedFor() {
    return Arrays.stream(codes())
        .flatMap(code -> concepts(code).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> readByCode() {
    return Arrays.stream(ConceptGroup.values())
        .filter(group -> search(group) == Search.CODE)
        .flatMap(group -> TERMINOLOGY.members(group).stream())
        .collect(Collectors.toSet());
  }

  private static Search search(ConceptGroup group) {
    return switch (group) {
      case DISEASE_STATUS,
          ECOG,
          KARNOFSKY,
          MARROW_BLAST_SHARES,
          KARYOTYPES,
          FISH_PANELS,
          VARIANTS,
          GENETIC_REPORTS,
          MOLECULAR_STUDIES,
          // LOINC's code of the notation is also the code of whole Observations.
          NOTATION_PARTS ->
          Search.CODE;
      case BILIRUBIN,
          TRANSAMINASES,
          BLOOD_BLAST_COUNTS,
          BLOOD_BLAST_SHARES,
          WHITE_CELLS,
          IMMUNOPHENOTYPES,
          CD20,
          CD22,
          ANTIGENS_ON_ALL_CELLS,
          CHROMOSOME_ANALYSES,
          TESTS_IN_NOTATION,
          TESTS_OF_ANOTHER_DISEASE,
          TRANSCRIPT_AMOUNTS ->
          Search.LABORATORY_CATEGORY;
      case LEUKEMIA,
          LEUKEMIA_BY_NAME,
          SUBTYPES,
          LATER_STAGES,
          B_LINEAGE,
          T_LINEAGE,
          OTHER_LEUKEMIAS,
          OTHER_DISEASES,
          EXTRAMEDULLARY_LEUKEMIA,
          RELAPSED,
          NOT_IN_REMISSION,
          IN_REMISSION,
          DRUGS,
          TREATMENT_NAMED_AS_A_DRUG,
          PRODUCTS_FOR_ANOTHER_DISEASE,
          ANTINEOPLASTIC,
          OTHER_DRUGS,
          TREATMENT_OF_NO_KIND,
          NOT_ANTILEUKEMIC,
          TREATMENT_PROCEDURES,
          TREATMENT_ON_THE_PROBLEM_LIST,
          CHEMOTHERAPY_ON_THE_PROBLEM_LIST,
          TRANSPLANTATION,
          CELL_THERAPY,
          PRIOR_ALLO_HSCT,
          PRIOR_BLINATUMOMAB,
          PRIOR_INOTUZUMAB,
          PRIOR_CAR_T,
          INTRATHECAL_TREATMENT,
          GIVEN_INTRATHECALLY,
          INTRATHECAL_ROUTES,
          REGIMENS_BY_NAME,
          ECOG_GRADES,
          KARNOFSKY_SCORES,
          FRAILTY,
          LIVER_DISEASE,
          LIVER_DISEASE_AT_ANY_TIME,
          GENES,
          GENES_STUDIED,
          FUSIONS,
          CLINICAL_SIGNIFICANCE,
          NOT_PATHOGENIC,
          COPY_NUMBERS,
          COPY_NUMBER_LOSSES,
          ANSWERS,
          ANSWERS_PRESENT,
          ANSWERS_ABSENT,
          ANSWERS_INDETERMINATE,
          INTERPRETATIONS_POSITIVE,
          INTERPRETATIONS_NEGATIVE,
          INTERPRETATIONS_INDETERMINATE,
          MARROW,
          BLOOD,
          CEREBROSPINAL_FLUID ->
          Search.NONE;
    };
  }
}
