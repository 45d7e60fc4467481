package org.karyon.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.hooks.OrderScreen.answer;
import static org.karyon.hooks.OrderScreen.card;
import static org.karyon.hooks.OrderScreen.checks;
import static org.karyon.hooks.OrderScreen.condition;
import static org.karyon.hooks.OrderScreen.draft;
import static org.karyon.hooks.OrderScreen.intrathecal;
import static org.karyon.hooks.OrderScreen.kind;
import static org.karyon.hooks.OrderScreen.medication;
import static org.karyon.hooks.OrderScreen.quantity;
import static org.karyon.hooks.OrderScreen.service;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.guideline.OrderCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every check of the orders on the screen, in every situation, on both hooks. */
class OrderChecksTest {

  private static final String SNOMED = "http://snomed.info/sct";
  private static final String LOINC = "http://loinc.org";
  private static final String PATIENT =
      "{'resourceType':'Patient','id':'p','birthDate':'1985-06-15'}";
  private static final String OLDER =
      "{'resourceType':'Patient','id':'p','birthDate':'1950-06-15'}";
  private static final String LEUKEMIA =
      condition("all", "http://hl7.org/fhir/sid/icd-10-cm", "C91.00");
  private static final String B = condition("b", SNOMED, "277571004");
  private static final String T = condition("t", SNOMED, "277575008");
  private static final String PH_POSITIVE = answer("51867-0", "LA11882-0");
  private static final String PH_NEGATIVE = answer("51867-0", "LA11883-8");
  private static final String NOT_PH_LIKE = named("Ph-like panel", "Negative");
  private static final String INTRATHECAL = intrathecal("methotrexate");
  private static final String HBSAG = negative("5196-1");
  private static final String ANTI_HBC = negative("13952-7");
  private static final String HCV = negative("13955-0");
  private static final String HIV = negative("56888-1");
  private static final String REMISSION =
      "{'resourceType':'Condition','id':'r','subject':{'reference':'Patient/p'},'onsetDateTime':'2026-06-01','code':{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'C91.01'}]},'clinicalStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'remission'}]}}";
  private static final String RELAPSED =
      condition("rel", "http://hl7.org/fhir/sid/icd-10-cm", "C91.02");
  private static final String TREATED =
      medication(
          "old",
          "completed",
          "'authoredOn':'2026-06-05','medicationCodeableConcept':{'text':'vincristine'}");

  private enum Situation {
    FIRES,
    DOES_NOT,
    UNKNOWN,
    ALREADY_SATISFIED
  }

  private record Case(
      String check,
      Situation situation,
      boolean speaks,
      List<String> record,
      List<String> drafts) {}

  private static String negative(String loinc) {
    return answer(loinc, "LA6577-6");
  }

  private static String named(String name, String value) {
    return "{'resourceType':'Observation','id':'n%s','status':'final','effectiveDateTime':'2026-11-20','subject':{'reference':'Patient/p'},'code':{'text':'%s'},'valueString':'%s'}"
        .formatted(Math.abs(name.hashCode()), name, value);
  }

  private static String active(String name) {
    return medication(
        "active-" + name,
        "active",
        "'authoredOn':'2026-11-20','medicationCodeableConcept':{'text':'" + name + "'}");
  }

  private static String ordered(String system, String code) {
    return service("ordered-" + code, "active", system, code);
  }

  private static List<String> record(String... resources) {
    List<String> record = new ArrayList<>(List.of(LEUKEMIA));
    record.addAll(List.of(resources));
    if (!record.contains(OLDER)) {
      record.add(PATIENT);
    }
    return record;
  }

  private static Case fires(String check, List<String> record, String... drafts) {
    return new Case(check, Situation.FIRES, true, record, List.of(drafts));
  }

  private static Case doesNot(String check, List<String> record, String... drafts) {
    return new Case(check, Situation.DOES_NOT, false, record, List.of(drafts));
  }

  private static Case asks(String check, List<String> record, String... drafts) {
    return new Case(check, Situation.UNKNOWN, true, record, List.of(drafts));
  }

  private static Case staysSilent(String check, List<String> record, String... drafts) {
    return new Case(check, Situation.UNKNOWN, false, record, List.of(drafts));
  }

  private static Case satisfied(String check, List<String> record, String... drafts) {
    return new Case(check, Situation.ALREADY_SATISFIED, false, record, List.of(drafts));
  }

  private static final List<Case> CASES =
      List.of(
          fires("b-lineage-drug-in-t-all", record(T), draft("blinatumomab")),
          fires("b-lineage-drug-in-t-all", record(T), draft("inotuzumab ozogamicin")),
          fires("b-lineage-drug-in-t-all", record(T), draft("rituximab")),
          fires("b-lineage-drug-in-t-all", record(T), draft("tisagenlecleucel")),
          doesNot("b-lineage-drug-in-t-all", record(B), draft("blinatumomab")),
          staysSilent("b-lineage-drug-in-t-all", record(), draft("blinatumomab")),
          satisfied("b-lineage-drug-in-t-all", record(T), draft("nelarabine")),
          fires("nelarabine-in-b-all", record(B), draft("nelarabine")),
          doesNot("nelarabine-in-b-all", record(T), draft("nelarabine")),
          staysSilent("nelarabine-in-b-all", record(), draft("nelarabine")),
          satisfied("nelarabine-in-b-all", record(B), draft("vincristine")),
          fires(
              "tki-without-target",
              record(B, PH_NEGATIVE, NOT_PH_LIKE),
              draft("imatinib"),
              INTRATHECAL),
          doesNot("tki-without-target", record(B, PH_POSITIVE), draft("dasatinib")),
          asks("tki-without-target", record(B, PH_NEGATIVE), draft("dasatinib")),
          asks("tki-without-target", record(T), draft("dasatinib")),
          satisfied("tki-without-target", record(T, ordered(LOINC, "51867-0")), draft("dasatinib")),
          fires("ph-positive-without-tki", record(B, PH_POSITIVE), draft("vincristine")),
          doesNot("ph-positive-without-tki", record(B, PH_NEGATIVE), draft("vincristine")),
          doesNot("ph-positive-without-tki", record(B, PH_POSITIVE), INTRATHECAL),
          staysSilent("ph-positive-without-tki", record(B), draft("vincristine")),
          satisfied(
              "ph-positive-without-tki",
              record(B, PH_POSITIVE, active("imatinib")),
              draft("vincristine")),
          satisfied(
              "ph-positive-without-tki",
              record(B, PH_POSITIVE),
              draft("vincristine"),
              draft("ponatinib")),
          fires(
              "revumenib-without-kmt2a",
              record(B, answer("78219-3", "LA11883-8")),
              draft("revumenib")),
          doesNot(
              "revumenib-without-kmt2a",
              record(B, answer("78219-3", "LA11882-0")),
              draft("revumenib")),
          asks("revumenib-without-kmt2a", record(B), draft("revumenib")),
          satisfied(
              "revumenib-without-kmt2a", record(B, ordered(LOINC, "78219-3")), draft("revumenib")),
          fires("rituximab-cd20", record(B, quantity("51115-4", "19.9", "%")), draft("rituximab")),
          doesNot("rituximab-cd20", record(B, quantity("51115-4", "20", "%")), draft("rituximab")),
          asks("rituximab-cd20", record(B), draft("rituximab")),
          satisfied("rituximab-cd20", record(B, ordered(LOINC, "51115-4")), draft("rituximab")),
          fires(
              "inotuzumab-hepatic-risk",
              record(B, quantity("1975-2", "4.0", "mg/dL")),
              draft("inotuzumab")),
          fires(
              "inotuzumab-hepatic-risk",
              record(B, quantity("1975-2", "0.5", "mg/dL"), ordered(SNOMED, "58390007")),
              draft("inotuzumab")),
          fires(
              "inotuzumab-hepatic-risk",
              record(B, quantity("1975-2", "0.5", "mg/dL")),
              draft("inotuzumab"),
              service("tx", "draft", SNOMED, "58390007")),
          doesNot(
              "inotuzumab-hepatic-risk",
              record(B, quantity("1975-2", "0.5", "mg/dL"), quantity("1742-6", "20", "U/L")),
              draft("inotuzumab")),
          asks(
              "inotuzumab-hepatic-risk",
              record(B, quantity("1975-2", "0.5", "mg/dL")),
              draft("inotuzumab")),
          asks("inotuzumab-hepatic-risk", record(B), draft("inotuzumab")),
          satisfied(
              "inotuzumab-hepatic-risk", record(B, ordered(LOINC, "24325-3")), draft("inotuzumab")),
          satisfied(
              "inotuzumab-hepatic-risk",
              record(B, quantity("1975-2", "4.0", "mg/dL")),
              draft("blinatumomab")),
          fires(
              "intensive-regimen-unfit",
              record(B, OLDER, PH_NEGATIVE),
              draft("daunorubicin"),
              draft("vincristine")),
          fires("intensive-regimen-unfit", record(B, OLDER, PH_NEGATIVE), draft("HyperCVAD 1A")),
          fires(
              "intensive-regimen-unfit",
              record(
                  B,
                  PH_NEGATIVE,
                  condition("heart", "http://hl7.org/fhir/sid/icd-10-cm", "I50.22")),
              draft("pegaspargase"),
              draft("vincristine")),
          fires(
              "intensive-regimen-unfit",
              record(T, OLDER),
              draft("doxorubicin"),
              draft("pegaspargase")),
          doesNot(
              "intensive-regimen-unfit",
              record(B, PH_NEGATIVE),
              draft("daunorubicin"),
              draft("vincristine")),
          // One drug alone is no regimen, such as cyclophosphamide after a transplantation.
          doesNot(
              "intensive-regimen-unfit", record(B, OLDER, PH_NEGATIVE), draft("cyclophosphamide")),
          doesNot(
              "intensive-regimen-unfit",
              record(B, OLDER, PH_POSITIVE),
              draft("daunorubicin"),
              draft("vincristine")),
          doesNot(
              "intensive-regimen-unfit",
              record(B, OLDER, PH_NEGATIVE, RELAPSED),
              draft("daunorubicin"),
              draft("vincristine")),
          staysSilent(
              "intensive-regimen-unfit",
              record(B, OLDER),
              draft("daunorubicin"),
              draft("vincristine")),
          satisfied(
              "intensive-regimen-unfit",
              record(B, OLDER, PH_NEGATIVE),
              draft("vincristine"),
              draft("mercaptopurine"),
              draft("methotrexate")),
          fires(
              "target-antigen-absent", record(B, named("CD19", "Negative")), draft("blinatumomab")),
          fires(
              "target-antigen-absent",
              record(B, named("CD19", "Negative")),
              draft("tisagenlecleucel")),
          fires(
              "target-antigen-absent",
              record(B, named("CD22", "Negative")),
              draft("inotuzumab ozogamicin")),
          doesNot(
              "target-antigen-absent",
              record(B, named("CD19", "Negative"), named("CD22", "Positive")),
              draft("inotuzumab ozogamicin")),
          doesNot(
              "target-antigen-absent", record(B, named("CD19", "Positive")), draft("blinatumomab")),
          staysSilent("target-antigen-absent", record(B), draft("blinatumomab")),
          satisfied(
              "target-antigen-absent", record(B, named("CD19", "Negative")), draft("vincristine")),
          fires("no-cns-prophylaxis", record(B), draft("vincristine")),
          fires("no-cns-prophylaxis", record(T), draft("nelarabine")),
          fires("no-cns-prophylaxis", record(B, given("2026-07-01")), draft("vincristine")),
          fires("no-cns-prophylaxis", record(B), draft("dasatinib"), draft("prednisone")),
          doesNot("no-cns-prophylaxis", record(B), draft("prednisone")),
          doesNot("no-cns-prophylaxis", record(B), draft("dasatinib")),
          doesNot("no-cns-prophylaxis", record(B), draft("ondansetron")),
          staysSilent(
              "no-cns-prophylaxis",
              List.of(PATIENT, condition("x", SNOMED, "38341003")),
              draft("vincristine")),
          satisfied("no-cns-prophylaxis", record(B), draft("vincristine"), INTRATHECAL),
          satisfied("no-cns-prophylaxis", record(B, given("2026-11-01")), draft("vincristine")),
          satisfied(
              "no-cns-prophylaxis", record(B, ordered(SNOMED, "171765004")), draft("vincristine")),
          fires("ph-status-unknown", record(B), draft("vincristine")),
          fires("ph-status-unknown", record(B), draft("blinatumomab")),
          doesNot("ph-status-unknown", record(B), draft("dexamethasone")),
          doesNot("ph-status-unknown", record(B, PH_NEGATIVE), draft("vincristine")),
          doesNot("ph-status-unknown", record(T), draft("vincristine")),
          staysSilent("ph-status-unknown", record(), draft("vincristine")),
          satisfied(
              "ph-status-unknown", record(B, ordered(LOINC, "51867-0")), draft("vincristine")),
          fires("serology-missing", record(B, HBSAG, HCV, HIV), draft("vincristine")),
          fires("serology-missing", record(B, HBSAG, ANTI_HBC, HIV), draft("rituximab")),
          doesNot("serology-missing", record(B, HBSAG, ANTI_HBC, HCV, HIV), draft("vincristine")),
          fires("serology-missing", record(B), draft("dasatinib"), draft("prednisone")),
          doesNot("serology-missing", record(B), draft("prednisone")),
          doesNot("serology-missing", record(B), draft("dasatinib")),
          asks("serology-missing", record(B), draft("blinatumomab")),
          satisfied(
              "serology-missing",
              record(B, HBSAG, ANTI_HBC, HCV, ordered(LOINC, "56888-1")),
              draft("vincristine")),
          fires(
              "mrd-positive-chemotherapy-only",
              record(B, REMISSION, TREATED, PH_NEGATIVE, named("MRD by flow, marrow", "positive")),
              draft("mercaptopurine")),
          doesNot(
              "mrd-positive-chemotherapy-only",
              record(B, REMISSION, TREATED, PH_NEGATIVE, named("MRD by flow, marrow", "negative")),
              draft("mercaptopurine")),
          staysSilent(
              "mrd-positive-chemotherapy-only",
              record(B, REMISSION, TREATED, PH_NEGATIVE),
              draft("mercaptopurine")),
          satisfied(
              "mrd-positive-chemotherapy-only",
              record(B, REMISSION, TREATED, PH_NEGATIVE, named("MRD by flow, marrow", "positive")),
              draft("mercaptopurine"),
              draft("blinatumomab")),
          fires("duplicate-order", record(B, active("imatinib")), draft("imatinib")),
          fires("duplicate-order", record(B, HCV), service("again", "draft", LOINC, "13955-0")),
          fires(
              "duplicate-order",
              record(B, ordered(LOINC, "62389-2")),
              service("again", "draft", LOINC, "62389-2")),
          doesNot("duplicate-order", record(B, active("imatinib")), draft("dasatinib")),
          doesNot("duplicate-order", record(B, active("vincristine")), draft("vincristine")),
          doesNot("duplicate-order", record(B, active("methotrexate")), INTRATHECAL),
          staysSilent("duplicate-order", record(B), service("new", "draft", LOINC, "13955-0")),
          doesNot(
              "duplicate-order",
              record(B, answer("58410-2", "LA6577-6")),
              service("again", "draft", LOINC, "58410-2")),
          satisfied(
              "duplicate-order",
              record(B, active("imatinib")),
              medication(
                  "renewal",
                  "draft",
                  "'medicationCodeableConcept':{'text':'imatinib'},'priorPrescription':{'reference':'MedicationRequest/active-imatinib'}")));

  private static String given(String day) {
    return "{'resourceType':'MedicationAdministration','id':'it%s','status':'completed','subject':{'reference':'Patient/p'},'effectiveDateTime':'%s','medicationCodeableConcept':{'text':'methotrexate intrathecal'}}"
        .formatted(day, day);
  }

  @TestFactory
  Stream<DynamicTest> everyCheckSpeaksWhereItShouldAndNowhereElse() {
    return CASES.stream()
        .flatMap(
            each ->
                Stream.of(
                    DynamicTest.dynamicTest(
                        each.check() + " " + each.situation() + " order-select",
                        () -> answersAsExpected(each, screen(each).onSelect())),
                    DynamicTest.dynamicTest(
                        each.check() + " " + each.situation() + " order-sign",
                        () -> answersAsExpected(each, screen(each).onSign()))));
  }

  private static OrderScreen screen(Case each) {
    return OrderScreen.of(each.record()).drafting(each.drafts().toArray(String[]::new));
  }

  private static void answersAsExpected(Case each, List<JsonNode> cards) {
    assertThat(checks(cards).contains(each.check())).as("%s", each).isEqualTo(each.speaks());
  }

  @Test
  void everyCheckHasACaseForEverySituation() {
    Map<String, Set<Situation>> covered =
        CASES.stream()
            .collect(
                Collectors.groupingBy(
                    Case::check,
                    Collectors.mapping(
                        Case::situation,
                        Collectors.toCollection(() -> EnumSet.noneOf(Situation.class)))));
    for (OrderCheck check : OrderScreen.GUIDELINE.orderChecks().checks()) {
      assertThat(covered.get(check.id())).as(check.id()).hasSize(Situation.values().length);
    }
  }

  /** Whatever the card offers to mend a conflict, mends it. */
  @TestFactory
  Stream<DynamicTest> afterASuggestionIsTakenTheNextCallNoLongerAlerts() {
    return CASES.stream()
        .filter(Case::speaks)
        .flatMap(
            each ->
                card(screen(each).onSign(), each.check())
                    .path("suggestions")
                    .valueStream()
                    .map(
                        suggestion ->
                            DynamicTest.dynamicTest(
                                each.check() + ": " + suggestion.path("label").asString(),
                                () -> isMended(each, suggestion))));
  }

  private static void isMended(Case each, JsonNode suggestion) {
    List<JsonNode> before = screen(each).onSign();
    List<JsonNode> after = screen(each).taking(suggestion).onSign();
    boolean severalTests =
        card(before, each.check()).path("suggestions").size() > 1
            && suggestion.path("label").asString().startsWith("Order ");
    if (severalTests) {
      assertThat(card(after, each.check()).path("suggestions"))
          .hasSizeLessThan(card(before, each.check()).path("suggestions").size());
    } else {
      assertThat(checks(after)).doesNotContain(each.check());
    }
  }

  @Test
  void aSuspectedLeukemiaIsEnoughForTheChecks() {
    String suspected =
        "{'resourceType':'Condition','id':'s','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://snomed.info/sct','code':'277575008'}]},'verificationStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-ver-status','code':'provisional'}]}}";

    assertThat(
            checks(
                OrderScreen.of(List.of(PATIENT, suspected))
                    .drafting(draft("blinatumomab"))
                    .onSign()))
        .contains("b-lineage-drug-in-t-all", "no-cns-prophylaxis");
  }

  @Test
  void onlyTheSelectedDraftsAreChecked() {
    OrderScreen screen =
        OrderScreen.of(record(T)).drafting(draft("blinatumomab"), draft("vincristine"));

    assertThat(checks(screen.onSelect(List.of("MedicationRequest/draft-vincristine"))))
        .doesNotContain("b-lineage-drug-in-t-all")
        .contains("no-cns-prophylaxis");
    assertThat(checks(screen.onSelect(List.of("MedicationRequest/draft-blinatumomab"))))
        .contains("b-lineage-drug-in-t-all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MedicationRequest/draft-blinatumomab",
        "https://ehr.example/fhir/MedicationRequest/draft-blinatumomab",
        "MedicationRequest/draft-blinatumomab/_history/3"
      })
  void aSelectionIsFoundByReferenceAddressAndVersion(String selection) {
    OrderScreen screen =
        OrderScreen.of(record(T)).drafting(draft("blinatumomab"), draft("ondansetron"));

    assertThat(checks(screen.onSelect(List.of(selection)))).contains("b-lineage-drug-in-t-all");
  }

  /** An order that nobody could find on the screen must not hide the others. */
  @Test
  void aSelectionThatNamesNoDraftMakesEveryDraftLookedAt() {
    OrderScreen screen = OrderScreen.of(record(T)).drafting(draft("blinatumomab"));

    assertThat(checks(screen.onSelect(List.of("MedicationRequest/not-there"))))
        .contains("b-lineage-drug-in-t-all");
    assertThat(checks(screen.onSelect(List.of()))).contains("b-lineage-drug-in-t-all");
  }

  /** A selection that says nothing must not find the one draft that came without an address. */
  @Test
  void anEmptySelectionHidesNoDraft() {
    ObjectNode request =
        OrderScreen.of(record(T))
            .drafting(draft("blinatumomab"), draft("ondansetron"))
            .request("order-select");
    ((ObjectNode) request.path("context")).putArray("selections").addNull().add(7).add("");

    assertThat(checks(OrderScreen.send(request))).contains("b-lineage-drug-in-t-all");
  }

  @Test
  void aDraftIsSelectedByTheAddressOfItsEntry() {
    ObjectNode request =
        OrderScreen.of(record(B))
            .drafting(draft("nelarabine"), draft("imatinib"))
            .request("order-select");
    ObjectNode context = (ObjectNode) request.path("context");
    ((ObjectNode) context.path("draftOrders").path("entry").path(0)).put("fullUrl", "urn:uuid:1");
    context.putArray("selections").add("urn:uuid:1");

    assertThat(checks(OrderScreen.send(request)))
        .contains("nelarabine-in-b-all")
        .doesNotContain("tki-without-target");
  }

  @Test
  void aSuspectedLeukemiaGetsNoTreatmentWhenOrdersAreSelected() {
    String suspected =
        "{'resourceType':'Condition','id':'s','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://snomed.info/sct','code':'277575008'}]},'verificationStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-ver-status','code':'provisional'}]}}";

    assertThat(
            OrderScreen.of(List.of(PATIENT, suspected)).drafting(draft("vincristine")).onSelect())
        .extracting(OrderScreen::kind)
        .contains("order-check", "work-up")
        .doesNotContain("risk", "treatment");
  }

  @Test
  void signingSaysNothingWhenNothingIsWrong() {
    List<String> record = record(B, PH_NEGATIVE, HBSAG, ANTI_HBC, HCV, HIV);

    assertThat(OrderScreen.of(record).drafting(draft("vincristine"), INTRATHECAL).onSign())
        .isEmpty();
    assertThat(OrderScreen.of(record).drafting(draft("ondansetron")).onSign()).isEmpty();
  }

  @Test
  void signingReturnsOrderChecksAlone() {
    assertThat(OrderScreen.of(record(B)).drafting(draft("vincristine")).onSign())
        .isNotEmpty()
        .allMatch(card -> kind(card).equals("order-check"));
  }

  @Test
  void supportiveCareAloneBringsNoCard() {
    assertThat(OrderScreen.of(record(B)).drafting(draft("allopurinol")).onSelect()).isEmpty();
  }

  @Test
  void aTestOfTheWorkUpBringsTheWorkUpButNoTreatment() {
    List<JsonNode> cards =
        OrderScreen.of(record(B)).drafting(service("hiv", "draft", LOINC, "56888-1")).onSelect();

    assertThat(cards).extracting(OrderScreen::kind).contains("work-up").doesNotContain("treatment");
  }

  @Test
  void aDraftThatNamesNothingYetIsAChoiceBeingMade() {
    List<JsonNode> cards =
        OrderScreen.of(record(B))
            .drafting(medication("empty", "draft", "'priority':'routine'"))
            .onSelect();

    assertThat(cards).extracting(OrderScreen::kind).containsExactly("treatment");
  }

  @Test
  void severalOrdersOfOneConflictShareOneCard() {
    JsonNode card =
        card(
            OrderScreen.of(record(T)).drafting(draft("blinatumomab"), draft("rituximab")).onSign(),
            "b-lineage-drug-in-t-all");

    assertThat(card.path("summary").asString()).contains("blinatumomab", "rituximab");
    assertThat(card.path("indicator").asString()).isEqualTo("critical");
    assertThat(card.path("extension").path("org.karyon.assessment").path("orders"))
        .extracting(JsonNode::asString)
        .containsExactly(
            "MedicationRequest/draft-blinatumomab", "MedicationRequest/draft-rituximab");
    assertThat(card.path("suggestions").path(0).path("actions"))
        .extracting(action -> action.path("resourceId").asString())
        .containsExactly(
            "MedicationRequest/draft-blinatumomab", "MedicationRequest/draft-rituximab");
  }

  @Test
  void twoChecksThatWaitForTheSameTestShareOneCard() {
    List<JsonNode> cards =
        OrderScreen.of(record(B)).drafting(draft("dasatinib"), INTRATHECAL).onSign();

    assertThat(cards).hasSize(1);
    assertThat(OrderScreen.rules(cards.get(0)))
        .containsExactly("tki-without-target", "ph-status-unknown");
    assertThat(cards.get(0).path("suggestions")).hasSize(1);
  }

  @Test
  void theMostUrgentCheckComesFirstAndOnlyOneIsEverCritical() {
    List<JsonNode> cards =
        OrderScreen.of(record(T)).drafting(draft("vincristine"), draft("blinatumomab")).onSign();

    assertThat(cards)
        .extracting(card -> card.path("indicator").asString())
        .isSortedAccordingTo(
            (a, b) ->
                List.of("critical", "warning", "info").indexOf(a)
                    - List.of("critical", "warning", "info").indexOf(b));
    assertThat(OrderScreen.GUIDELINE.orderChecks().checks())
        .filteredOn(check -> check.indicator() == OrderCheck.Indicator.CRITICAL)
        .extracting(OrderCheck::id)
        .containsExactly("b-lineage-drug-in-t-all");
  }

  @Test
  void warningsOfferReasonsToSetThemAside() {
    for (JsonNode card : OrderScreen.of(record(T)).drafting(draft("blinatumomab")).onSign()) {
      assertThat(card.path("overrideReasons")).isNotEmpty();
      assertThat(card.path("overrideReasons"))
          .allMatch(reason -> !reason.path("display").asString("").isBlank())
          .allMatch(
              reason ->
                  reason
                      .path("system")
                      .asString()
                      .equals("http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes"));
    }
    JsonNode duplicate =
        card(
            OrderScreen.of(record(B, active("imatinib"))).drafting(draft("imatinib")).onSign(),
            "duplicate-order");
    assertThat(duplicate.has("overrideReasons")).isFalse();
  }

  @Test
  void theTkiThatIsOfferedIsTheClassAndNamesItsFiveAgents() {
    JsonNode card =
        card(
            OrderScreen.of(record(B, PH_POSITIVE)).drafting(draft("vincristine")).onSign(),
            "ph-positive-without-tki");
    JsonNode action = card.path("suggestions").path(0).path("actions").path(0);

    assertThat(
            action
                .path("resource")
                .path("medicationCodeableConcept")
                .path("coding")
                .path(0)
                .path("code")
                .asString())
        .isEqualTo("L01EA");
    assertThat(card.path("detail").asString())
        .contains("imatinib", "dasatinib", "nilotinib", "bosutinib", "ponatinib");
  }

  @Test
  void anIntensiveRegimenIsReplacedByWhatTheGuidelineOffersInstead() {
    JsonNode card =
        card(
            OrderScreen.of(record(B, OLDER, PH_NEGATIVE))
                .drafting(draft("daunorubicin"), draft("vincristine"), INTRATHECAL)
                .onSign(),
            "intensive-regimen-unfit");
    List<String> actions =
        card.path("suggestions")
            .path(0)
            .path("actions")
            .valueStream()
            .map(
                a ->
                    a.path("type").asString()
                        + " "
                        + a.path("resourceId").asString(a.path("resource").path("id").asString("")))
            .toList();

    assertThat(actions)
        .as("the creations come first; vincristine belongs to both regimens and stays")
        .containsExactly(
            "create karyon-prednisone",
            "create karyon-methotrexate",
            "create karyon-mercaptopurine",
            "delete MedicationRequest/draft-daunorubicin");
  }

  @Test
  void theRegimenThatTheDraftsResembleIsNamedAndCompleted() {
    List<JsonNode> cards =
        OrderScreen.of(record(B, PH_NEGATIVE, quantity("89247-1", "0", "{score}")))
            .drafting(
                draft("cyclophosphamide"), draft("doxorubicin"), draft("vincristine"), INTRATHECAL)
            .onSelect();
    JsonNode treatment =
        cards.stream().filter(card -> kind(card).equals("treatment")).findFirst().orElseThrow();

    assertThat(treatment.path("detail").asString()).contains("On screen: hyper-CVAD");
    assertThat(treatment.path("suggestions"))
        .extracting(suggestion -> suggestion.path("label").asString())
        .contains("Complete hyper-CVAD")
        .noneMatch(label -> label.contains("ECOG 1910"));
    assertThat(treatment.path("suggestions").toString()).contains("dexamethasone");
  }

  private static String onScreen(List<String> record, String... drafts) {
    String detail =
        OrderScreen.of(record).drafting(drafts).onSelect().stream()
            .filter(card -> kind(card).equals("treatment"))
            .map(card -> card.path("detail").asString())
            .findFirst()
            .orElseThrow();
    // Options without a list of drugs share a line.
    return detail
        .lines()
        .flatMap(line -> Stream.of(line.split("(?:,| or|;) (?=\\*\\*)")))
        .filter(line -> line.toLowerCase(Locale.ROOT).contains("on screen"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void oneTkiWithVincristineAndASteroidIsNoMultiagentChemotherapy() {
    String onScreen =
        onScreen(
            record(B, OLDER, PH_POSITIVE),
            draft("dasatinib"),
            draft("vincristine"),
            draft("dexamethasone"));

    assertThat(onScreen)
        .contains("TKI with vincristine and dexamethasone")
        .doesNotContain("TKI with chemotherapy");
  }

  @Test
  void hyperCvadWithATkiIsTheTkiWithChemotherapyOfTheGuideline() {
    List<String> record = record(B, PH_POSITIVE);

    assertThat(
            onScreen(
                record,
                draft("dasatinib"),
                draft("cyclophosphamide"),
                draft("doxorubicin"),
                draft("vincristine"),
                draft("dexamethasone")))
        .contains("TKI with chemotherapy");
  }

  /** What the client sent comes back as it was, byte for byte, but for the one added path. */
  @Test
  void anUpdateKeepsEveryUntouchedByteOfTheDraft() {
    String sent =
        "{'resourceType':'MedicationRequest','id':'v','meta':{'versionId':'7'},'status':'draft','intent':'order','extension':[{'url':'https://vendor.example/x','valueDecimal':0.10}],'vendorField':{'deep':[1.500,null,{'a':'\\u00e9'}]},'category':{'text':'an"
            + " object where a list"
            + " belongs'},'medicationCodeableConcept':{'text':'vincristine'},'subject':{'reference':'Patient/p','display':'A"
            + " & B'},'dosageInstruction':[{'doseAndRate':[{'doseQuantity':{'value':2.00,'unit':'mg'}}]}]}";
    List<JsonNode> cards = OrderScreen.of(record(B)).drafting(sent).onSelect();
    JsonNode update =
        cards.stream()
            .flatMap(card -> card.path("suggestions").valueStream())
            .flatMap(suggestion -> suggestion.path("actions").valueStream())
            .filter(action -> action.path("type").asString().equals("update"))
            .findFirst()
            .orElseThrow();
    String before = OrderScreen.json(sent).toString();

    assertThat(update.path("resource").toString())
        .isEqualTo(
            before.substring(0, before.length() - 1)
                + ",\"reasonReference\":[{\"reference\":\"Condition/all\"}]}")
        .contains("0.10", "1.500", "2.00");
  }

  @Test
  void aDraftWithAReasonIsLeftAlone() {
    String sent =
        medication(
            "v",
            "draft",
            "'medicationCodeableConcept':{'text':'vincristine'},'reasonCode':{'text':'ALL'}");

    assertThat(OrderScreen.of(record(B)).drafting(sent).onSelect())
        .flatExtracting(card -> card.path("suggestions").valueStream().toList())
        .flatExtracting(suggestion -> suggestion.path("actions").valueStream().toList())
        .noneMatch(action -> action.path("type").asString().equals("update"));
  }

  @Test
  void textOfADraftIsEscapedOnTheCard() {
    JsonNode card =
        card(
            OrderScreen.of(record(T))
                .drafting(
                    medication(
                        "x",
                        "draft",
                        "'medicationCodeableConcept':{'text':'blinatumomab"
                            + " <script>alert(1)</script> [x](javascript:y) **b**'}"))
                .onSign(),
            "b-lineage-drug-in-t-all");

    assertThat(card.path("summary").asString()).doesNotContain("<", ">");
    assertThat(card.path("detail").asString()).doesNotContain("<script", "](javascript");
    assertThat(card.path("detail").asString()).contains("recognised by its words");
  }

  @Test
  void anOrderSetIsCheckedByWhatItHolds() {
    String set =
        "{'resourceType':'RequestGroup','id':'set','status':'draft','intent':'order','subject':{'reference':'Patient/p'},'contained':[%s]}"
            .formatted(draft("blinatumomab"));
    JsonNode card =
        card(OrderScreen.of(record(T)).drafting(set).onSign(), "b-lineage-drug-in-t-all");

    assertThat(
            card.path("extension").path("org.karyon.assessment").path("orders").path(0).asString())
        .isEqualTo("RequestGroup/set");
    assertThat(card.has("suggestions")).as("an order set is never removed whole").isFalse();
  }

  @Test
  void aPlanIsCheckedByItsActivities() {
    String plan =
        "{'resourceType':'CarePlan','id':'plan','status':'draft','intent':'order','subject':{'reference':'Patient/p'},'activity':[{'detail':{'kind':'MedicationRequest','productCodeableConcept':{'text':'nelarabine'}}}]}";

    assertThat(checks(OrderScreen.of(record(B)).drafting(plan).onSign()))
        .contains("nelarabine-in-b-all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'title':'HyperCVAD 1A'",
        "'activity':[{'detail':{'code':{'text':'hyper-CVAD'}}}]"
      })
  void aProtocolIsKnownByTheNameOfThePlan(String members) {
    String plan =
        "{'resourceType':'CarePlan','id':'plan','status':'draft','intent':'order','subject':{'reference':'Patient/p'},%s}"
            .formatted(members);

    assertThat(checks(OrderScreen.of(record(B, OLDER, PH_NEGATIVE)).drafting(plan).onSign()))
        .contains("intensive-regimen-unfit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'resourceType':'RequestGroup','id':'set','status':'draft','intent':'order','action':[{'action':[{'resource':{'reference':'MedicationRequest/draft-nelarabine'}}]}]}",
        "{'resourceType':'CarePlan','id':'set','status':'draft','intent':'order','activity':[{'reference':{'reference':'MedicationRequest/draft-nelarabine'}}]}"
      })
  void selectingAnOrderSetSelectsTheDraftsThatItNames(String set) {
    OrderScreen screen =
        OrderScreen.of(record(B)).drafting(set, draft("nelarabine"), draft("imatinib"));
    String type = OrderScreen.json(set).path("resourceType").asString();

    assertThat(checks(screen.onSelect(List.of(type + "/set"))))
        .contains("nelarabine-in-b-all")
        .doesNotContain("tki-without-target");
  }

  /** Two drafts under one id are two orders, and neither can be removed by that id. */
  @Test
  void draftsThatShareAnIdAreAllChecked() {
    JsonNode card =
        card(
            OrderScreen.of(record(T))
                .drafting(
                    medication("x", "draft", "'medicationCodeableConcept':{'text':'ondansetron'}"),
                    medication("x", "draft", "'medicationCodeableConcept':{'text':'blinatumomab'}"))
                .onSign(),
            "b-lineage-drug-in-t-all");

    assertThat(card.has("suggestions")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"completed", "entered-in-error", "cancelled", "stopped"})
  void aWithdrawnDraftIsNotChecked(String status) {
    String draft = medication("x", status, "'medicationCodeableConcept':{'text':'blinatumomab'}");
    List<String> found = checks(OrderScreen.of(record(T)).drafting(draft).onSign());

    // An order that is signed again after a revision may carry any status of a living order.
    assertThat(found.contains("b-lineage-drug-in-t-all")).isEqualTo(status.equals("completed"));
  }

  @Test
  void aDraftThatForbidsADrugIsNotChecked() {
    String draft =
        medication(
            "x",
            "draft",
            "'doNotPerform':true,'medicationCodeableConcept':{'text':'blinatumomab'}");

    assertThat(OrderScreen.of(record(T)).drafting(draft).onSign()).isEmpty();
  }

  @Test
  void aDrugThatNobodyCanNameIsSaidAndNotPassedOver() {
    String draft =
        medication("x", "draft", "'medicationReference':{'reference':'Medication/elsewhere'}");
    List<JsonNode> cards = OrderScreen.of(record(T)).drafting(draft).onSign();

    assertThat(cards).extracting(OrderScreen::kind).containsExactly("data-gap");
    assertThat(cards.get(0).path("detail").asString()).contains("MedicationRequest/x");
  }

  @Test
  void aDraftWithABadDateIsCheckedAndTheDateIsSaid() {
    String draft =
        medication(
            "x",
            "draft",
            "'authoredOn':'soon','medicationCodeableConcept':{'text':'blinatumomab'}");
    List<JsonNode> cards = OrderScreen.of(record(T)).drafting(draft).onSign();

    assertThat(checks(cards)).contains("b-lineage-drug-in-t-all");
    assertThat(cards).extracting(OrderScreen::kind).contains("data-gap");
  }

  @Test
  void aDrugNamedByAMedicationOnTheScreenIsRecognised() {
    String medication =
        "{'resourceType':'Medication','id':'m1','code':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'1597258'}]}}";
    String draft = medication("x", "draft", "'medicationReference':{'reference':'Medication/m1'}");

    assertThat(checks(OrderScreen.of(record(T)).drafting(draft, medication).onSign()))
        .contains("b-lineage-drug-in-t-all");
  }

  @Test
  void twoHundredDraftsAreAnswered() {
    List<String> drafts = new ArrayList<>();
    for (int number = 0; number < 200; number++) {
      drafts.add(
          medication("d" + number, "draft", "'medicationCodeableConcept':{'text':'blinatumomab'}"));
    }
    List<JsonNode> cards =
        OrderScreen.of(record(T)).drafting(drafts.toArray(String[]::new)).onSign();

    assertThat(card(cards, "b-lineage-drug-in-t-all").path("summary").asString())
        .hasSizeLessThan(140);
  }

  /** The check of a record that could not be read says so instead of staying silent. */
  @Test
  void aMissingPartOfTheRecordIsSaidWhenOrdersAreSigned() {
    ObjectNode request =
        OrderScreen.of(record(T)).drafting(draft("prednisone")).request("order-sign");
    ((ObjectNode) request.path("prefetch")).remove("laboratory");

    assertThat(OrderScreen.send(request)).extracting(OrderScreen::kind).containsExactly("data-gap");
  }
}
