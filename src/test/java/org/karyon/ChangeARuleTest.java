package org.karyon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.karyon.assessment.Assessment;
import org.karyon.cards.Card;
import org.karyon.chart.SentResources;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.facts.RiskGroup;
import org.karyon.guideline.HookMoment;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.proof.Instrument;

/**
 * The walks of docs/change-a-rule.md, performed on a copy of the folder without Java: a feature
 * that a hospital wants beside the source, a new check of the orders, a new drug, and another name
 * of a test.
 */
class ChangeARuleTest {

  /** What the page tells to add, file by file. */
  private static final Map<String, String> ADDED =
      Map.of(
          "terminology/genetics.yaml",
          """
            - id: gene-nutm1
              names: ["NUTM1"]
              codes: []
          """,
          "genetics/lesions.yaml",
          """
            - fact: nutm1-rearranged
              tests: []
              names: ["nutm1", "nutm1 rearrangement", "t(15;19)"]
              fusion-of: [gene-nutm1]
          """,
          "terminology/drugs.yaml",
          """
            - id: drug-olverembatinib
              names: ["olverembatinib"]
              codes: []
          """,
          "facts.yaml",
          """
          - { fact: nutm1-rearranged, name: NUTM1 rearrangement, settled-by: [molecular] }
          """,
          "interpretations.yaml",
          """
          - id: H-01
            title: NUTM1 rearrangement
            text: Our hospital counts a NUTM1 rearrangement as favorable; the source does not name it.
          """);

  private static final String FEATURE =
      "  - { id: nutm1-rearranged, group: favorable, name: NUTM1 rearrangement, lineages: [b],"
          + " interpretations: [H-01] }\n";

  private static final String CHECK =
      """
        - id: asparaginase-hepatic-risk
          kind: conflict
          indicator: warning
          title: Asparaginase with a hepatic risk
          says: Our hospital looks at the liver before asparaginase.
          advice: Weigh the liver findings.
          drafted: [drug-pegaspargase]
          when: [ { hepaticRisk: present } ]
          lines: [122]
      """;

  private static final Instrument HOSPITAL =
      new Instrument(GuidelineReader.read(changed(GuidelineFolder.builtIn())));

  private static GuidelineFolder changed(GuidelineFolder folder) {
    return path ->
        folder
            .text(path)
            .map(text -> text + ADDED.getOrDefault(path, ""))
            .map(text -> edited(path, text));
  }

  private static String edited(String path, String text) {
    return switch (path) {
      case "risk.yaml" -> replaced(text, "features:\n", "features:\n" + FEATURE);
      case "order-checks.yaml" ->
          replaced(text, "tki: [tki, ", "tki: [tki, drug-olverembatinib, ") + CHECK;
      case "terminology/tests.yaml" ->
          replaced(text, "words: [\"karnofsky\", ", "words: [\"akps\", \"karnofsky\", ");
      default -> text;
    };
  }

  private static String replaced(String text, String there, String then) {
    assertThat(text).contains(there);
    return text.replace(there, then);
  }

  private static Assessment assess(String drafts) {
    return assess(drafts.isEmpty() ? NUTM1 : BILIRUBIN, drafts);
  }

  private static Assessment assess(String observations, String drafts) {
    return HOSPITAL.assess(
        HOSPITAL.read(
            List.of(
                SentResources.json(PATIENT),
                SentResources.json(LEUKEMIA),
                SentResources.json(observations)),
            drafts.isEmpty() ? List.of() : List.of(SentResources.json(drafts)),
            LocalDate.of(2026, 11, 23)));
  }

  private static final String PATIENT =
      "{'resourceType':'Patient','id':'p','birthDate':'1985-06-15'}";
  private static final String LEUKEMIA =
      "{'resourceType':'Condition','id':'b','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://snomed.info/sct','code':'277571004'}]},'clinicalStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'active'}]}}";
  private static final String NUTM1 =
      "{'resourceType':'Observation','id':'n','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-20','code':{'text':'NUTM1"
          + " rearrangement by FISH'},'valueString':'Detected'}";
  private static final String BILIRUBIN =
      "{'resourceType':'Observation','id':'bili','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-20','code':{'coding':[{'system':'http://loinc.org','code':'1975-2'}]},'valueQuantity':{'value':4.0,'unit':'mg/dL'}}";
  private static final String AKPS =
      "{'resourceType':'Observation','id':'k','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-20','code':{'text':'AKPS'},'valueQuantity':{'value':40}}";

  private static String draft(String drug) {
    return "{'resourceType':'MedicationRequest','id':'d','status':'draft','intent':'order','subject':{'reference':'Patient/p'},'medicationCodeableConcept':{'text':'%s'}}"
        .formatted(drug);
  }

  @Test
  void theNewFeatureIsReadWeighedAndShownOnACard() {
    Assessment assessment = assess("");

    assertThat(assessment.risk().orElseThrow().group()).contains(RiskGroup.FAVORABLE);
    assertThat(cards(assessment, HookMoment.PATIENT_VIEW))
        .anyMatch(card -> card.summary().contains("NUTM1"));
  }

  @Test
  void theNewCheckSpeaksOfTheOrder() {
    assertThat(cards(assess(draft("pegaspargase")), HookMoment.ORDER_SIGN))
        .anyMatch(card -> card.summary().startsWith("Asparaginase with a hepatic risk"));
  }

  @Test
  void theNewDrugIsRecognisedAsOneOfItsGroup() {
    assertThat(cards(assess(BILIRUBIN, draft("Olverembatinib 40 mg")), HookMoment.ORDER_SIGN))
        .anyMatch(card -> card.summary().contains("TKI"));
  }

  @Test
  void theNewNameOfATestIsReadAsTheTest() {
    assertThat(assess(AKPS, "").facts().get(Facts.FRAIL).value()).contains(Presence.PRESENT);
  }

  private static List<Card> cards(Assessment assessment, HookMoment moment) {
    return HOSPITAL.cards(assessment, List.of(), moment);
  }
}
