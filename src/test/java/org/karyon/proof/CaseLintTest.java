package org.karyon.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.karyon.BuiltIn;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.CaseReader;
import org.karyon.guideline.yaml.ClinicalCase;

/** Knowledge without a case fails the build, and so does a case that is not written right. */
class CaseLintTest {

  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;

  @Test
  void everyRuleCheckAndFeatureHasACaseForItAndOneAgainstItAndEveryParameterHasThree() {
    assertThat(CaseLint.missing(GUIDELINE, CaseReader.read(CasesTest.FOLDER, GUIDELINE))).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedInWordsThatAClinicianUnderstands() {
    List<ClinicalCase> none = List.of();

    assertThat(CaseLint.missing(GUIDELINE, none))
        .contains(
            "No case has a patient for whom the rule 'ph-pos-induction' (Induction) holds.",
            "No case says of a patient that the rule 'ph-pos-induction' (Induction) must not"
                + " hold.",
            "No case has a patient who is offered 'ecog-1910' (ECOG 1910).",
            "No case lies just below 44 (hypodiploidyBelow: Chromosomes below which the clone is"
                + " hypodiploid).");
  }

  @Test
  void aCaseIsRefusedWithFileLineAndWhatToDo() {
    String text =
        """
        - case: A case with mistakes
          facts: { bcrAbl: present, course: newly }
          tries: { cd20Percent: near }
          must: { rules: [ph-pos-inducton], offers: [tki] }
          mustnt: { offers: [tki] }
        """;

    assertThatThrownBy(() -> CaseReader.read(Map.of("cases/a.yaml", text), GUIDELINE))
        .hasMessageContaining("cases/a.yaml:2: There is no fact 'bcrAbl'. Did you mean 'bcrAbl1'?")
        .hasMessageContaining("cases/a.yaml:2: There is no value of 'course' called 'newly'.")
        .hasMessageContaining("below, at or above 'cd20Percent', not 'near'")
        .hasMessageContaining("cases/a.yaml:4: There is no rule 'ph-pos-inducton'.")
        .hasMessageContaining("'mustnt' is not a key that can stand here");
  }
}
