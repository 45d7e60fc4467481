package org.karyon.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.BuiltIn;
import org.karyon.Prepared;
import org.karyon.assessment.OptionAdvice.Status;
import org.karyon.facts.AgeGroup;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.TreatmentRule;

/**
 * Every rule of the treatment tree, and every sentence about what is said while facts are missing.
 */
class TreatmentAdviceTest {

  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;
  private static final Prepared<AdviseTreatment> ADVISE =
      Prepared.by(() -> new AdviseTreatment(GUIDELINE, new DerivedFacts(GUIDELINE)));
  private static final Set<String> CNS =
      Set.of("intrathecal-chemotherapy", "systemic-high-dose-methotrexate", "systemic-cytarabine");

  /** A patient, the rules that hold, the options that apply, and those that need facts. */
  private record Case(String name, String patient, String rules, String applies, String needs) {}

  private static final String ADULT_FIT = "ageGroup=adult comorbidity=none frail=absent ";
  private static final String FIRST_REMISSION = "remission=first earlierMrd=never-positive ";
  private static final String PH_POSITIVE =
      "diagnosis=confirmed lineage=b bcrAbl1=present phLike=absent ";
  private static final String PH_NEGATIVE =
      "diagnosis=confirmed lineage=b bcrAbl1=absent phLike=absent ";
  private static final String T_LINEAGE = "diagnosis=confirmed lineage=t ";

  private static final List<Case> CASES =
      List.of(
          new Case(
              "Ph-positive induction of a fit adult offers a TKI with chemotherapy or blinatumomab",
              PH_POSITIVE + ADULT_FIT + "course=newly-diagnosed",
              "ph-pos-induction",
              "tki-chemotherapy tki-blinatumomab",
              ""),
          new Case(
              "Ph-positive induction at 65 and over adds the two gentler ways",
              PH_POSITIVE + "ageGroup=older frail=absent course=newly-diagnosed",
              "ph-pos-induction",
              "tki-chemotherapy tki-blinatumomab tki-steroid tki-vincristine-dexamethasone",
              ""),
          new Case(
              "Ph-positive induction of a frail young patient adds the two gentler ways",
              PH_POSITIVE + "ageGroup=aya frail=present course=newly-diagnosed",
              "ph-pos-induction",
              "tki-chemotherapy tki-blinatumomab tki-steroid tki-vincristine-dexamethasone",
              ""),
          new Case(
              "Ph-positive induction with unknown frailty leaves the two gentler ways open",
              PH_POSITIVE + "ageGroup=adult course=newly-diagnosed",
              "ph-pos-induction",
              "tki-chemotherapy tki-blinatumomab",
              "tki-steroid:frail tki-vincristine-dexamethasone:frail"),
          new Case(
              "Ph-positive, remission, MRD positive",
              PH_POSITIVE + ADULT_FIT + "course=complete-remission mrd=positive",
              "ph-pos-cr-mrd-pos",
              "blinatumomab-with-or-without-tki inotuzumab-with-or-without-tki tki tki-chemotherapy"
                  + " allo-hsct-then-tki",
              ""),
          new Case(
              "Ph-positive, remission, MRD negative",
              PH_POSITIVE + ADULT_FIT + "course=complete-remission mrd=negative",
              "ph-pos-cr-mrd-neg",
              "blinatumomab-tki tki tki-chemotherapy allo-hsct",
              ""),
          new Case(
              "Ph-positive, remission, MRD unknown: no consolidation choice, although some options"
                  + " stand in both rows",
              PH_POSITIVE + ADULT_FIT + "course=complete-remission",
              "",
              "",
              "blinatumomab-with-or-without-tki:mrd inotuzumab-with-or-without-tki:mrd tki:mrd"
                  + " tki-chemotherapy:mrd allo-hsct-then-tki:mrd blinatumomab-tki:mrd"
                  + " allo-hsct:mrd"),
          new Case(
              "Ph-positive, relapsed (I-05)",
              PH_POSITIVE + ADULT_FIT + "course=relapsed",
              "ph-pos-no-cr",
              "tki-with-or-without-chemotherapy tki-with-or-without-steroid"
                  + " blinatumomab-with-or-without-tki inotuzumab-with-or-without-tki car-t",
              ""),
          new Case(
              "Ph-positive, in induction: no regimen, the response is assessed next",
              PH_POSITIVE + ADULT_FIT + "course=in-induction",
              "response-assessment-ph-positive",
              "",
              ""),
          new Case(
              "Ph-negative young patient",
              PH_NEGATIVE + "ageGroup=aya comorbidity=none frail=absent course=newly-diagnosed",
              "ph-neg-aya-induction",
              "calgb-10403 dfci-00-01",
              ""),
          new Case(
              "Ph-negative young patient with a significant comorbidity gets both branches (I-07)",
              PH_NEGATIVE
                  + "ageGroup=aya comorbidity=significant frail=absent course=newly-diagnosed",
              "ph-neg-aya-induction ph-neg-older-induction",
              "calgb-10403 dfci-00-01 pomp palliative-steroid inotuzumab",
              ""),
          new Case(
              "Ph-negative young patient with a possible comorbidity gets both branches (I-07)",
              PH_NEGATIVE + "ageGroup=aya comorbidity=possible course=newly-diagnosed",
              "ph-neg-aya-induction ph-neg-older-induction",
              "calgb-10403 dfci-00-01 pomp palliative-steroid inotuzumab",
              ""),
          new Case(
              "Ph-negative young and frail patient gets both branches (I-07)",
              PH_NEGATIVE + "ageGroup=aya comorbidity=none frail=present course=newly-diagnosed",
              "ph-neg-aya-induction ph-neg-older-induction",
              "calgb-10403 dfci-00-01 pomp palliative-steroid inotuzumab",
              ""),
          new Case(
              "The fit fifty-year-old without a recorded performance status has options that apply",
              PH_NEGATIVE + "ageGroup=adult comorbidity=none course=newly-diagnosed cd20Percent=5",
              "ph-neg-adult-induction",
              "ecog-1910 hyper-cvad",
              "pomp:frail palliative-steroid:frail inotuzumab:frail"),
          new Case(
              "The 45-year-old with diabetes keeps his regimen and is shown POMP beside it (I-07)",
              PH_NEGATIVE
                  + "ageGroup=adult comorbidity=possible frail=absent course=newly-diagnosed"
                  + " cd20Percent=5",
              "ph-neg-adult-induction ph-neg-older-induction",
              "ecog-1910 hyper-cvad pomp palliative-steroid inotuzumab",
              ""),
          new Case(
              "A frail adult under 65 without comorbidity is shown both branches (I-07)",
              PH_NEGATIVE
                  + "ageGroup=adult comorbidity=none frail=present course=newly-diagnosed"
                  + " cd20Percent=5",
              "ph-neg-adult-induction ph-neg-older-induction",
              "ecog-1910 hyper-cvad pomp palliative-steroid inotuzumab",
              ""),
          new Case(
              "An adult under 65 with a significant comorbidity has the older branch alone",
              PH_NEGATIVE
                  + "ageGroup=adult comorbidity=significant course=newly-diagnosed cd20Percent=5",
              "ph-neg-older-induction",
              "pomp palliative-steroid inotuzumab",
              ""),
          new Case(
              "Ph-negative fit adult with CD20 of 20 %",
              PH_NEGATIVE + ADULT_FIT + "course=newly-diagnosed cd20Percent=20",
              "ph-neg-adult-induction",
              "ecog-1910 hyper-cvad rituximab",
              ""),
          new Case(
              "Ph-negative fit adult with CD20 just under 20 %",
              PH_NEGATIVE + ADULT_FIT + "course=newly-diagnosed cd20Percent=19.9",
              "ph-neg-adult-induction",
              "ecog-1910 hyper-cvad",
              ""),
          new Case(
              "Ph-negative fit adult with unknown CD20",
              PH_NEGATIVE + ADULT_FIT + "course=newly-diagnosed",
              "ph-neg-adult-induction",
              "ecog-1910 hyper-cvad",
              "rituximab:cd20Percent"),
          new Case(
              "Ph-negative adult whose problem list was not read as a whole",
              PH_NEGATIVE + "ageGroup=adult course=newly-diagnosed cd20Percent=5",
              "",
              "",
              "ecog-1910:comorbidity hyper-cvad:comorbidity pomp:comorbidity,frail"
                  + " palliative-steroid:comorbidity,frail inotuzumab:comorbidity,frail"),
          new Case(
              "Ph-negative at 65 and over, fit or not",
              PH_NEGATIVE + "ageGroup=older course=newly-diagnosed",
              "ph-neg-older-induction",
              "pomp palliative-steroid inotuzumab",
              ""),
          new Case(
              "Ph-negative, remission, MRD positive",
              PH_NEGATIVE + ADULT_FIT + "course=complete-remission mrd=positive",
              "ph-neg-cr-mrd-pos",
              "blinatumomab-then-allo-hsct inotuzumab-then-allo-hsct",
              ""),
          new Case(
              "Ph-negative, remission, MRD negative, with a poor feature",
              PH_NEGATIVE
                  + ADULT_FIT
                  + "course=complete-remission mrd=negative poorFeature=present",
              "ph-neg-cr-mrd-neg",
              "blinatumomab-with-or-without-chemotherapy allo-hsct",
              ""),
          new Case(
              "Ph-negative, remission, MRD negative, without a poor feature",
              PH_NEGATIVE
                  + ADULT_FIT
                  + FIRST_REMISSION
                  + "course=complete-remission mrd=negative poorFeature=absent",
              "ph-neg-cr-mrd-neg",
              "blinatumomab-with-or-without-chemotherapy",
              ""),
          new Case(
              "Negative after blinatumomab cleared a positive MRD: transplantation stays (I-13)",
              PH_NEGATIVE
                  + ADULT_FIT
                  + "course=complete-remission mrd=negative poorFeature=absent remission=first"
                  + " earlierMrd=positive",
              "ph-neg-cr-mrd-neg",
              "blinatumomab-with-or-without-chemotherapy allo-hsct",
              ""),
          new Case(
              "In a second remission transplantation stays although MRD is negative (I-13)",
              PH_NEGATIVE
                  + ADULT_FIT
                  + "course=complete-remission mrd=negative poorFeature=absent remission=later"
                  + " earlierMrd=never-positive",
              "ph-neg-cr-mrd-neg",
              "blinatumomab-with-or-without-chemotherapy allo-hsct",
              ""),
          new Case(
              "Ph-negative, remission, MRD negative, genetics unknown",
              PH_NEGATIVE + ADULT_FIT + FIRST_REMISSION + "course=complete-remission mrd=negative",
              "ph-neg-cr-mrd-neg",
              "blinatumomab-with-or-without-chemotherapy",
              "allo-hsct:poorFeature"),
          new Case(
              "Ph-negative, not in remission, KMT2A rearranged",
              PH_NEGATIVE + ADULT_FIT + "course=not-in-remission kmt2a-rearranged=present",
              "ph-neg-no-cr",
              "blinatumomab inotuzumab revumenib multiagent-chemotherapy car-t",
              ""),
          new Case(
              "Ph-negative, relapsed, KMT2A unknown",
              PH_NEGATIVE + ADULT_FIT + "course=relapsed",
              "ph-neg-no-cr",
              "blinatumomab inotuzumab multiagent-chemotherapy car-t",
              "revumenib:kmt2a-rearranged"),
          new Case(
              "Ph-like leukemia adds its considerations to the Ph-negative rules",
              "diagnosis=confirmed lineage=b bcrAbl1=absent phLike=present ageGroup=older"
                  + " course=newly-diagnosed",
              "ph-neg-older-induction ph-like-considerations",
              "pomp palliative-steroid inotuzumab consider-tki consider-early-allo-hsct",
              ""),
          new Case(
              "T lineage, fit adult",
              T_LINEAGE + ADULT_FIT + "course=newly-diagnosed",
              "t-fit-induction",
              "calgb-10403 dfci-00-01",
              ""),
          new Case(
              "T lineage, 65 and over",
              T_LINEAGE + "ageGroup=older course=newly-diagnosed",
              "t-older-induction",
              "pomp palliative-steroid",
              ""),
          new Case(
              "T lineage, young with a significant comorbidity (I-07)",
              T_LINEAGE + "ageGroup=aya comorbidity=significant course=newly-diagnosed",
              "t-fit-induction t-older-induction",
              "calgb-10403 dfci-00-01 pomp palliative-steroid",
              ""),
          new Case(
              "T lineage, adult with a possible comorbidity gets both branches (I-07)",
              T_LINEAGE + "ageGroup=adult comorbidity=possible frail=absent course=newly-diagnosed",
              "t-fit-induction t-older-induction",
              "calgb-10403 dfci-00-01 pomp palliative-steroid",
              ""),
          new Case(
              "T lineage, adult with a significant comorbidity",
              T_LINEAGE + "ageGroup=adult comorbidity=significant course=newly-diagnosed",
              "t-older-induction",
              "pomp palliative-steroid",
              ""),
          new Case(
              "Off treatment nothing is offered, whatever the lineage",
              T_LINEAGE + ADULT_FIT + "course=off-treatment mrd=negative",
              "off-treatment",
              "",
              ""),
          new Case(
              "Off treatment nothing is offered in Philadelphia-like leukemia either",
              "diagnosis=confirmed lineage=b bcrAbl1=absent phLike=present ageGroup=adult"
                  + " course=off-treatment",
              "off-treatment",
              "",
              ""),
          new Case(
              "T lineage, remission, MRD positive",
              T_LINEAGE + ADULT_FIT + "course=complete-remission mrd=positive",
              "t-cr-mrd-pos",
              "allo-hsct pomp-maintenance",
              ""),
          new Case(
              "T lineage, remission, MRD negative and a poor feature",
              T_LINEAGE + ADULT_FIT + "course=complete-remission mrd=negative poorFeature=present",
              "t-cr-mrd-pos",
              "allo-hsct pomp-maintenance",
              ""),
          new Case(
              "T lineage, remission, a poor feature: MRD no longer changes the rule",
              T_LINEAGE + ADULT_FIT + "course=complete-remission poorFeature=present",
              "t-cr-mrd-pos",
              "allo-hsct pomp-maintenance",
              ""),
          new Case(
              "T lineage, remission, MRD negative, no poor feature",
              T_LINEAGE + ADULT_FIT + "course=complete-remission mrd=negative poorFeature=absent",
              "t-cr-mrd-neg",
              "pomp-maintenance consider-allo-hsct",
              ""),
          new Case(
              "T lineage, remission, MRD negative, genetics unknown: maintenance either way,"
                  + " transplantation needs the genetics",
              T_LINEAGE + ADULT_FIT + "course=complete-remission mrd=negative",
              "",
              "pomp-maintenance",
              "allo-hsct:poorFeature consider-allo-hsct:poorFeature"),
          new Case(
              "T lineage, not in remission, KMT2A not rearranged",
              T_LINEAGE + ADULT_FIT + "course=not-in-remission kmt2a-rearranged=absent",
              "t-no-cr",
              "nelarabine-then-allo-hsct multiagent-chemotherapy-then-allo-hsct",
              ""));

  @TestFactory
  Stream<DynamicTest> everyRuleOffersWhatTheSourceOffers() {
    return CASES.stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> holds(c)));
  }

  private static void holds(Case expected) {
    TreatmentAdvice advice = ADVISE.get().advise(Patients.of(expected.patient()));

    assertThat(advice.rules().stream().map(TreatmentRule::id).filter(id -> !id.startsWith("cns-")))
        .containsExactlyInAnyOrderElementsOf(words(expected.rules()));
    assertThat(ids(advice, Status.APPLIES))
        .containsExactlyInAnyOrderElementsOf(words(expected.applies()));
    assertThat(needs(advice)).containsExactlyInAnyOrderElementsOf(words(expected.needs()));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static List<String> ids(TreatmentAdvice advice, Status status) {
    return advice.options(status).stream()
        .map(option -> option.option().id())
        .filter(id -> !CNS.contains(id))
        .toList();
  }

  private static List<String> needs(TreatmentAdvice advice) {
    return advice.options(Status.NEEDS).stream()
        .filter(option -> !CNS.contains(option.option().id()))
        .map(
            option ->
                option.option().id()
                    + ":"
                    + option.needs().stream().map(Fact::id).collect(Collectors.joining(",")))
        .toList();
  }

  @Test
  void everyRuleOfTheGuidelineHasACase() {
    Set<String> covered = new TreeSet<>();
    CASES.forEach(c -> covered.addAll(words(c.rules())));

    assertThat(covered)
        .containsAll(
            GUIDELINE.tables().stream()
                .flatMap(table -> table.rules().stream())
                .map(TreatmentRule::id)
                .filter(id -> !id.startsWith("response-assessment") && !id.startsWith("cns-"))
                .toList());
  }

  @Test
  void everyPatientUnderTreatmentIsOfferedCnsProphylaxis() {
    for (String course :
        List.of(
            "newly-diagnosed",
            "in-induction",
            "complete-remission",
            "not-in-remission",
            "relapsed")) {
      TreatmentAdvice advice =
          ADVISE.get().advise(Patients.of("diagnosis=confirmed ageGroup=adult course=" + course));

      assertThat(advice.options(Status.APPLIES).stream().map(option -> option.option().id()))
          .as(course)
          .containsAll(CNS);
    }
  }

  @Test
  void withoutBcrAbl1NoInductionIsOfferedAndOnlyTheFusionIsAskedFor() {
    PatientFacts facts =
        Patients.of("diagnosis=confirmed lineage=b ageGroup=adult course=newly-diagnosed");

    TreatmentAdvice advice = ADVISE.get().advise(facts);

    assertThat(ids(advice, Status.APPLIES)).isEmpty();
    assertThat(advice.asked().stream().map(Fact::id)).containsExactly("bcrAbl1");
    assertThat(advice.outlook().stream().map(branch -> branch.answer().id()))
        .containsExactly("present", "absent");
  }

  @Test
  void remissionWithUnknownMrdShowsWhereEachAnswerLeads() {
    TreatmentAdvice advice =
        ADVISE
            .get()
            .advise(
                Patients.of(
                    PH_NEGATIVE
                        + ADULT_FIT
                        + FIRST_REMISSION
                        + "course=complete-remission poorFeature=absent"));

    assertThat(advice.asked().stream().map(Fact::id)).containsExactly("mrd");
    assertThat(
            advice.outlook().stream()
                .map(
                    branch ->
                        branch.answer().id()
                            + ": "
                            + branch.rules().stream()
                                .map(TreatmentRule::id)
                                .collect(Collectors.joining(","))))
        .containsExactly(
            "positive: ph-neg-cr-mrd-pos,cns-prophylaxis",
            "negative: ph-neg-cr-mrd-neg,cns-prophylaxis");
  }

  @Test
  void everyOpenQuestionShowsWhereEachOfItsAnswersLeads() {
    TreatmentAdvice advice =
        ADVISE
            .get()
            .advise(
                Patients.of(
                    "diagnosis=confirmed lineage=t ageGroup=adult comorbidity=none"
                        + " course=complete-remission"));

    assertThat(advice.asked()).isNotEmpty();
    for (Fact<?> asked : advice.asked()) {
      assertThat(
              advice.outlook().stream()
                  .filter(branch -> branch.fact().equals(asked))
                  .map(branch -> branch.answer().id()))
          .containsExactlyElementsOf(asked.terms().stream().map(FactValue::id).toList());
    }
  }

  @Test
  void anAmountIsTriedBelowItsLimitAndAtIt() {
    TreatmentAdvice advice =
        ADVISE.get().advise(Patients.of(PH_NEGATIVE + ADULT_FIT + "course=newly-diagnosed"));

    assertThat(advice.asked().stream().map(Fact::id)).containsExactly("cd20Percent");
    assertThat(advice.outlook())
        .extracting(
            branch ->
                branch.options().stream()
                    .anyMatch(option -> option.option().id().equals("rituximab")))
        .containsExactly(false, true);
    assertThat(advice.outlook())
        .allMatch(branch -> branch.limit().orElseThrow().id().equals("cd20Percent"));
  }

  @Test
  void whatFollowsFromASupposedAnswerIsSupposedToo() {
    TreatmentAdvice advice =
        ADVISE
            .get()
            .advise(
                Patients.of("diagnosis=confirmed lineage=b ageGroup=adult course=newly-diagnosed"));

    TreatmentAdvice.Branch present = advice.outlook().get(0);

    assertThat(present.answer().id()).isEqualTo("present");
    assertThat(present.possible().stream().map(TreatmentRule::id))
        .doesNotContain("ph-like-considerations");
  }

  @Test
  void bothBranchesAreNamedAsAChoiceThatNeedsJudgementOnlyWhereBothHold() {
    String adult = PH_NEGATIVE + "ageGroup=adult frail=absent course=newly-diagnosed comorbidity=";

    assertThat(ADVISE.get().advise(Patients.of(adult + "possible")).together())
        .extracting(DecisionTable.Overlap::interpretation)
        .containsExactly("I-07");
    assertThat(ADVISE.get().advise(Patients.of(adult + "none")).together()).isEmpty();
    assertThat(ADVISE.get().advise(Patients.of(adult + "significant")).together()).isEmpty();
  }

  @Test
  void aTkiIsDraftedInPhiladelphiaLikeLeukemiaOnlyForTheAblClass() {
    String like = PH_NEGATIVE.replace("phLike=absent", "phLike=present") + ADULT_FIT;
    for (String ablClass : List.of("present", "absent")) {
      TreatmentAdvice advice =
          ADVISE
              .get()
              .advise(
                  new DerivedFacts(GUIDELINE)
                      .follow(
                          Patients.of(
                              like
                                  + "course=newly-diagnosed jak-stat=present abl-class="
                                  + ablClass)));

      OptionAdvice tki = option(advice, "consider-tki");
      assertThat(tki.status()).isEqualTo(Status.APPLIES);
      assertThat(tki.draftable()).as(ablClass).isEqualTo(ablClass.equals("present"));
    }
  }

  @Test
  void anOptionCarriesACautionWhereTheNewestResultDoesNotFindItsTarget() {
    for (String cd19 : List.of("present", "absent")) {
      TreatmentAdvice advice =
          ADVISE
              .get()
              .advise(
                  Patients.of(
                      PH_NEGATIVE + ADULT_FIT + "course=relapsed cd22=present cd19=" + cd19));

      assertThat(targets(option(advice, "blinatumomab"))).hasSize(cd19.equals("absent") ? 1 : 0);
      assertThat(targets(option(advice, "car-t"))).hasSize(cd19.equals("absent") ? 1 : 0);
      assertThat(targets(option(advice, "inotuzumab"))).isEmpty();
      assertThat(option(advice, "blinatumomab").status()).isEqualTo(Status.APPLIES);
    }
  }

  @Test
  void theSystemicAdditionsToCnsProphylaxisAreNamedAndNeverDrafted() {
    TreatmentAdvice advice =
        ADVISE.get().advise(Patients.of(PH_NEGATIVE + ADULT_FIT + "course=newly-diagnosed"));

    assertThat(option(advice, "intrathecal-chemotherapy").option().orders()).isNotEmpty();
    for (String named : List.of("systemic-high-dose-methotrexate", "systemic-cytarabine")) {
      assertThat(option(advice, named).option().orders()).isEmpty();
      assertThat(option(advice, named).option().optional()).isNotEmpty();
    }
  }

  @Test
  void anAgeThatIsNotKnownToTheYearDecidesWhatEveryAgeItAllowsDecides() {
    PatientFacts facts =
        Patients.of(T_LINEAGE + "comorbidity=none frail=absent course=newly-diagnosed");

    TreatmentAdvice young =
        ADVISE.get().advise(facts.with(Facts.AGE_GROUP, between(AgeGroup.AYA, AgeGroup.ADULT)));
    TreatmentAdvice older =
        ADVISE.get().advise(facts.with(Facts.AGE_GROUP, between(AgeGroup.ADULT, AgeGroup.OLDER)));

    assertThat(ids(young, Status.APPLIES)).containsExactly("calgb-10403", "dfci-00-01");
    assertThat(young.missing()).isEmpty();
    assertThat(ids(older, Status.APPLIES)).isEmpty();
    assertThat(needs(older))
        .containsExactlyInAnyOrder(
            "calgb-10403:ageGroup",
            "dfci-00-01:ageGroup",
            "pomp:ageGroup",
            "palliative-steroid:ageGroup");
  }

  private static Finding<AgeGroup> between(AgeGroup younger, AgeGroup older) {
    return new Unknown<>(
        UnknownReason.NOT_INTERPRETABLE, "a birth year", List.of(), List.of(younger, older));
  }

  private static OptionAdvice option(TreatmentAdvice advice, String id) {
    return advice.options().stream()
        .filter(option -> option.option().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<OptionAdvice.Caution> targets(OptionAdvice advice) {
    return advice.cautions().stream()
        .filter(caution -> caution.kind() == OptionAdvice.Caution.Kind.TARGET_ABSENT)
        .toList();
  }

  @Test
  void aChildIsOfferedNothing() {
    TreatmentAdvice advice =
        ADVISE
            .get()
            .advise(
                Patients.of("diagnosis=confirmed lineage=t ageGroup=child course=newly-diagnosed"));

    assertThat(advice.options()).isEmpty();
    assertThat(advice.possible()).isEmpty();
  }
}
