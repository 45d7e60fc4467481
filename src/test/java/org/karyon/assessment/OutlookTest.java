package org.karyon.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.karyon.assessment.OptionAdvice.Status;
import org.karyon.assessment.TreatmentAdvice.Branch;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.guideline.TreatmentRule;

/** Where each answer to an open question would lead. */
class OutlookTest {

  private static final String B =
      "diagnosis=confirmed lineage=b ageGroup=adult comorbidity=none frail=absent ";

  private static List<Branch> outlook(String patient) {
    return new AdviseTreatment(OrderScreens.GUIDELINE, new DerivedFacts(OrderScreens.GUIDELINE))
        .advise(Patients.of(patient))
        .outlook();
  }

  private static Branch branch(List<Branch> outlook, Presence answer) {
    return outlook.stream()
        .filter(branch -> branch.fact().equals(Facts.BCR_ABL1) && branch.answer() == answer)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> rules(Branch branch) {
    return branch.rules().stream().map(TreatmentRule::id).toList();
  }

  private static List<String> options(Branch branch) {
    return branch.options().stream().map(option -> option.option().id()).toList();
  }

  @Test
  void eachAnswerLeadsToItsRulesAndToTheOptionsOfThoseRulesAlone() {
    List<Branch> outlook = outlook(B + "course=newly-diagnosed");

    Branch present = branch(outlook, Presence.PRESENT);
    assertThat(rules(present)).contains("ph-pos-induction").doesNotContain("ph-neg-no-cr");
    assertThat(options(present))
        .contains("tki-chemotherapy", "tki-blinatumomab", "intrathecal-chemotherapy")
        .doesNotContain("tki-steroid", "ecog-1910", "revumenib", "consider-tki");

    Branch absent = branch(outlook, Presence.ABSENT);
    assertThat(rules(absent)).contains("ph-neg-adult-induction");
    assertThat(options(absent))
        .contains("ecog-1910", "hyper-cvad", "rituximab")
        .doesNotContain("tki-chemotherapy", "pomp", "consider-tki", "consider-early-allo-hsct");
    assertThat(absent.options())
        .allMatch(option -> option.status() != Status.EXCLUDED)
        .anyMatch(option -> option.status() == Status.NEEDS);
  }

  /** Without BCR::ABL1 a lesion of the JAK-STAT class makes the leukemia Philadelphia-like. */
  @Test
  void whatFollowsFromAnAnswerFollowsInTheOutlookToo() {
    List<Branch> outlook = outlook(B + "course=newly-diagnosed jak-stat=present");

    assertThat(rules(branch(outlook, Presence.ABSENT))).contains("ph-like-considerations");
    assertThat(rules(branch(outlook, Presence.PRESENT))).doesNotContain("ph-like-considerations");
  }

  @Test
  void aStepThatIsSettledHasNoOutlook() {
    assertThat(outlook(B + "bcrAbl1=present phLike=absent course=complete-remission mrd=negative"))
        .isEmpty();
  }
}
