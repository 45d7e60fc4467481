package org.karyon.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.karyon.hooks.OrderScreen.condition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.karyon.BuiltIn;
import org.karyon.assessment.Assess;
import org.karyon.cards.AssessmentExtension;
import org.karyon.cards.Card;
import org.karyon.cards.CardContext;
import org.karyon.cards.CardDetail;
import org.karyon.cards.Cards;
import org.karyon.chart.Chart;
import org.karyon.chart.SentResources;
import org.karyon.facts.OrderSelection;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.HookMoment;
import org.karyon.guideline.page.GuidelineMarkdown;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.guideline.yaml.InconsistentGuideline;
import org.karyon.guideline.yaml.LocalCodeFiles;
import org.karyon.guideline.yaml.SitePolicyFile;
import org.karyon.reading.RecordReader;
import tools.jackson.databind.node.ObjectNode;

/** A hospital governs its alerts: what it names must exist, and what it lowers is said. */
class SitePolicyTest {

  private static final String FOOT =
      "\n"
          + "    reason: reviewed with the transplant team\n"
          + "    owner: Drug committee\n"
          + "    review: 2027-05-01";

  private static Guideline guideline(String policy) {
    return GuidelineReader.read(
        GuidelineFolder.builtIn(),
        LocalCodeFiles.none(),
        new SitePolicyFile("policy.yaml", Optional.of(policy)));
  }

  private static String entry(String lines) {
    return "entries:\n  - " + lines.replace("; ", "\n    ") + FOOT;
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            entry("check: no-cns-profilaxis; do: off; hooks: [order-select]"),
            "Did you mean 'no-cns-prophylaxis'?"),
        Arguments.of(entry("card: risks; do: off; hooks: [patient-view]"), "Did you mean 'risk'?"),
        Arguments.of(
            entry("card: risk; do: off; hooks: [patient-viev]"), "Did you mean 'patient-view'?"),
        Arguments.of(entry("card: risk; do: of; hooks: [patient-view]"), "Did you mean 'off'?"),
        Arguments.of(
            entry("check: duplicate-order; do: silence; drugs: [drug-dasatinip]"),
            "Did you mean 'drug-dasatinib'?"),
        Arguments.of(entry("check: duplicate-order; do: off"), "Name the 'hooks'"),
        Arguments.of(entry("check: duplicate-order; do: silence"), "until a day"),
        Arguments.of(entry("check: duplicate-order; do: lower; to: info"), "is 'info' already"),
        Arguments.of(
            entry("check: b-lineage-drug-in-t-all; do: off; hooks: [order-sign]"),
            "acknowledged-risk"),
        Arguments.of(
            entry("check: b-lineage-drug-in-t-all; do: lower; to: warning"), "acknowledged-risk"),
        Arguments.of(entry("card: data-gap; do: off; hooks: [patient-view]"), "acknowledged-risk"),
        Arguments.of(
            "entries:\n  - check: duplicate-order\n    do: off\n    hooks: [order-select]",
            "'reason' is missing"),
        Arguments.of(entry("check: serology-missing; do: silence; until: soon"), "must be a day"),
        Arguments.of(entry("check: serology-missing; card: risk; do: off"), "either one 'check'"),
        Arguments.of("entry: []", "is not a key that can stand here"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsRefusedWithFileAndLineAndTheNearestName(String policy, String message) {
    assertThatThrownBy(() -> guideline(policy))
        .isInstanceOf(InconsistentGuideline.class)
        .hasMessageContaining("policy.yaml:")
        .hasMessageContaining(message);
  }

  @Test
  void aPolicyCountsInTheVersionAndStandsOnThePage() {
    Guideline plain = BuiltIn.GUIDELINE;
    Guideline governed = guideline(entry("check: no-cns-prophylaxis; do: lower; to: info"));

    assertThat(governed.version()).isNotEqualTo(plain.version());
    assertThat(GuidelineMarkdown.weave(plain)).doesNotContain("this hospital changes");
    assertThat(GuidelineMarkdown.weave(governed))
        .contains("no-cns-prophylaxis | shown as info |", "Drug committee", "2027-05-01");
  }

  private static final String PATIENT =
      "{'resourceType':'Patient','id':'p','birthDate':'1980-01-01'}";

  /** What is written of a T-ALL of 46 years under a policy, while these drugs are on the screen. */
  private static Cards.Written written(String policy, HookMoment moment, String... drugs) {
    Guideline guideline = guideline(policy);
    ObjectNode request =
        OrderScreen.of(
                List.of(
                    OrderScreen.json(PATIENT).toString(),
                    condition("t", "http://snomed.info/sct", "277575008")))
            .drafting(Stream.of(drugs).map(OrderScreen::draft).toArray(String[]::new))
            .request(moment.hook());
    Chart chart = SentResources.chart(request);
    return new Cards(
            guideline,
            "http://k.example",
            (hook, kind, rules) -> UUID.randomUUID(),
            CardDetail.BRIEF)
        .written(
            new Assess(guideline)
                .assess(
                    new RecordReader(guideline)
                        .read(chart, LocalDate.of(2026, 11, 23), new OrderSelection.Every())),
            new CardContext("p", Optional.empty(), Optional.empty(), moment, Map.of()));
  }

  private static List<String> rules(Cards.Written written) {
    return written.cards().stream()
        .flatMap(card -> card.extension().values().stream())
        .filter(said -> said.kind().equals("order-check"))
        .flatMap(said -> said.rules().stream())
        .toList();
  }

  private static Card card(Cards.Written written, String rule) {
    return written.cards().stream()
        .filter(
            card ->
                card.extension().values().stream()
                    .map(AssessmentExtension::rules)
                    .anyMatch(rules -> rules.contains(rule)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCheckThatIsSwitchedOffForAHookSpeaksOnTheOthers() {
    String policy = entry("check: no-cns-prophylaxis; do: off; hooks: [order-select]");
    Cards.Written selecting = written(policy, HookMoment.ORDER_SELECT, "vincristine");
    Cards.Written signing = written(policy, HookMoment.ORDER_SIGN, "vincristine");

    assertThat(rules(selecting)).doesNotContain("no-cns-prophylaxis");
    assertThat(selecting.policy()).containsExactly("no-cns-prophylaxis: off");
    assertThat(rules(signing)).contains("no-cns-prophylaxis");
    assertThat(signing.policy()).isEmpty();
  }

  @Test
  void aCheckThatIsLoweredSaysByWhomAndWhy() {
    Cards.Written signing =
        written(
            entry("check: no-cns-prophylaxis; do: lower; to: info"),
            HookMoment.ORDER_SIGN,
            "vincristine");
    Card lowered = card(signing, "no-cns-prophylaxis");

    assertThat(lowered.indicator()).isEqualTo("info");
    assertThat(lowered.overrideReasons()).isEmpty();
    assertThat(lowered.detail())
        .contains(
            "Shown as info by this site's policy: reviewed with the transplant team (Drug"
                + " committee, review 1 May 2027)");
    assertThat(signing.policy()).containsExactly("no-cns-prophylaxis: lowered");
  }

  @Test
  void aCheckThatIsSilencedForADrugSpeaksOfTheOthers() {
    Cards.Written signing =
        written(
            entry(
                "check: b-lineage-drug-in-t-all; do: silence; drugs: [drug-rituximab];"
                    + " acknowledged-risk: CD20 positive T-ALL is treated in a study"),
            HookMoment.ORDER_SIGN,
            "blinatumomab",
            "rituximab");

    assertThat(card(signing, "b-lineage-drug-in-t-all").summary())
        .contains("blinatumomab")
        .doesNotContain("rituximab");
    assertThat(signing.policy()).contains("b-lineage-drug-in-t-all: silenced");
  }

  @Test
  void aSilenceEndsWithItsLastDay() {
    String until = "check: no-cns-prophylaxis; do: silence; until: ";

    assertThat(rules(written(entry(until + "2026-11-23"), HookMoment.ORDER_SIGN, "vincristine")))
        .doesNotContain("no-cns-prophylaxis");
    assertThat(rules(written(entry(until + "2026-11-22"), HookMoment.ORDER_SIGN, "vincristine")))
        .contains("no-cns-prophylaxis");
  }

  @Test
  void aKindOfCardsIsSwitchedOffForAHook() {
    String policy = entry("card: risk; do: off; hooks: [patient-view]");

    assertThat(written(policy, HookMoment.PATIENT_VIEW).cards())
        .isNotEmpty()
        .noneMatch(
            card ->
                card.extension().values().stream().anyMatch(said -> said.kind().equals("risk")));
  }
}
