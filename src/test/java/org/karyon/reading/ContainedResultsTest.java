package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.B_LINEAGE;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.facts.DataGap;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.RecordedTest;

/** Members of a panel or a report that travel inside it are read as results of its patient. */
class ContainedResultsTest {

  private static final String PANEL =
      "{'resourceType':'Observation','id':'panel','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-10','code':{'text':'Leukemia"
          + " panel'},'contained':[%s],'hasMember':[%s]}";
  private static final String REPORT =
      "{'resourceType':'DiagnosticReport','id':'panel','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-10','code':{'text':'Leukemia"
          + " panel'},'contained':[%s],'result':[%s]}";
  private static final String FISH_PRESENT = member("fish", "51867-0", "LA9633-4", "");

  private static String member(String id, String loinc, String answer, String more) {
    return "{'resourceType':'Observation','id':'%s','status':'final',%s'code':{'coding':[{'system':'http://loinc.org','code':'%s'}]},'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'%s'}]}}"
        .formatted(id, more, loinc, answer);
  }

  private static String named(String... ids) {
    return String.join(",", List.of(ids).stream().map("{'reference':'#%s'}"::formatted).toList());
  }

  private static String says(PatientRecord record, String fact) {
    return Records.words(record.facts().get(Facts.named(fact).orElseThrow()));
  }

  private static List<String> gaps(PatientRecord record) {
    return record.gaps().stream().map(gap -> gap.subject() + ": " + gap.message()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {PANEL, REPORT})
  void aMemberInsideIsAResultOfThePatientAndOfThatDay(String container) {
    PatientRecord record =
        read(PATIENT, B_LINEAGE, container.formatted(FISH_PRESENT, named("fish")));

    assertThat(says(record, "bcrAbl1")).isEqualTo("present");
    Known<?> known = (Known<?>) record.facts().get(Facts.named("bcrAbl1").orElseThrow());
    assertThat(known.evidence().getFirst().resource()).endsWith("/panel");
    assertThat(known.evidence().getFirst().date().orElseThrow().earliest()).isEqualTo("2026-11-10");
    assertThat(gaps(record)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {PANEL, REPORT})
  void aMemberOfAnotherPatientIsNeverReadAndIsNamed(String container) {
    String other =
        member("fish", "51867-0", "LA9633-4", "'subject':{'reference':'Patient/another'},");
    PatientRecord record = read(PATIENT, B_LINEAGE, container.formatted(other, named("fish")));

    assertThat(says(record, "bcrAbl1")).isNotEqualTo("present");
    assertThat(gaps(record))
        .anyMatch(gap -> gap.contains("/panel: What is inside this resource belongs to another"));
  }

  @ParameterizedTest
  @ValueSource(strings = {PANEL, REPORT})
  void aMemberOfSomebodyWhoIsNotKnownIsNeverReadAndItsSilenceMeansNothing(String container) {
    String other = member("fish", "51867-0", "LA9634-2", "'subject':{'reference':'#somebody'},");
    PatientRecord record = read(PATIENT, B_LINEAGE, container.formatted(other, named("fish")));

    assertThat(says(record, "bcrAbl1")).isNotEqualTo("absent");
    assertThat(gaps(record)).anyMatch(gap -> gap.contains("names its subject in a form"));
  }

  @ParameterizedTest
  @ValueSource(strings = {PANEL, REPORT})
  void aMemberThatIsNotThereIsNamed(String container) {
    PatientRecord record =
        read(PATIENT, B_LINEAGE, container.formatted(FISH_PRESENT, named("fish", "karyotype")));

    assertThat(says(record, "bcrAbl1")).isEqualTo("present");
    assertThat(gaps(record)).anyMatch(gap -> gap.contains("names as inside it is not there"));
  }

  @ParameterizedTest
  @ValueSource(strings = {PANEL, REPORT})
  void aMemberThatIsNotValidCostsItsContainerAndIsNamed(String container) {
    String broken = member("fish", "51867-0", "LA9634-2", "'effectiveDateTime':'soon',");
    PatientRecord record = read(PATIENT, B_LINEAGE, container.formatted(broken, named("fish")));

    assertThat(says(record, "bcrAbl1")).isNotEqualTo("absent");
    assertThat(gaps(record)).anyMatch(gap -> gap.contains("/panel: This resource is not valid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {PANEL, REPORT})
  void aMemberWithoutAValueIsNamed(String container) {
    String silent =
        "{'resourceType':'Observation','id':'fish','status':'final','code':{'coding':[{'system':'http://loinc.org','code':'51867-0'}]}}";
    PatientRecord record = read(PATIENT, B_LINEAGE, container.formatted(silent, named("fish")));

    assertThat(gaps(record)).anyMatch(gap -> gap.contains("no value that can be read"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"entered-in-error", "cancelled"})
  void whatIsTakenBackTakesItsMembersWithIt(String status) {
    for (String container : List.of(PANEL, REPORT)) {
      String takenBack =
          container.formatted(FISH_PRESENT, named("fish")).replaceFirst("final", status);
      assertThat(says(read(PATIENT, B_LINEAGE, takenBack), "bcrAbl1")).isNotEqualTo("present");
    }
  }

  @Test
  void aMemberOfItsOwnDayAndStatusKeepsThem() {
    String early =
        member("fish", "51867-0", "LA9633-4", "'effectiveDateTime':'2026-10-01',")
            .replace("final", "preliminary");
    PatientRecord record = read(PATIENT, B_LINEAGE, PANEL.formatted(early, named("fish")));

    assertThat(says(record, "bcrAbl1")).isNotEqualTo("absent");
    assertThat(record.tests().stream().map(RecordedTest::state))
        .doesNotContain(RecordedTest.State.RESULTED);
  }

  @Test
  void aPanelIsDoneWhenItsMembersWereReadAndNotOtherwise() {
    String count =
        "{'resourceType':'Observation','id':'wbc','status':'final','code':{'coding':[{'system':'http://loinc.org','code':'6690-2'}]},'valueQuantity':{'value':4.1,'unit':'10*3/uL'}}";
    String panel =
        "{'resourceType':'Observation','id':'cbc','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-20','code':{'coding':[{'system':'http://loinc.org','code':'57021-8'}]},'contained':[%s],'hasMember':[{'reference':'#wbc'}]}";

    PatientRecord filled = read(PATIENT, B_LINEAGE, panel.formatted(count));
    PatientRecord empty = read(PATIENT, B_LINEAGE, panel.formatted(""));

    assertThat(filled.tests())
        .filteredOn(test -> test.concepts().contains("cbc-with-differential"))
        .isNotEmpty()
        .allMatch(test -> test.state() == RecordedTest.State.RESULTED);
    assertThat(gaps(filled)).isEmpty();
    assertThat(empty.tests())
        .filteredOn(test -> test.concepts().contains("cbc-with-differential"))
        .noneMatch(test -> test.state() == RecordedTest.State.RESULTED);
    assertThat(gaps(empty)).isNotEmpty();
  }

  /** A panel of which the name alone is of no use is no plain number. */
  @Test
  void theNumberOfAPanelNeverHidesItsMembers() {
    String panel =
        PANEL
            .replace("'contained'", "'valueQuantity':{'value':3},'contained'")
            .replace("Leukemia panel", "Number of things");

    assertThat(
            says(read(PATIENT, B_LINEAGE, panel.formatted(FISH_PRESENT, named("fish"))), "bcrAbl1"))
        .isEqualTo("present");
  }

  /** The implication of one variant says nothing of another of the same id elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {PANEL, REPORT})
  void whatIsImpliedInsideHoldsInside(String container) {
    String variant =
        "{'resourceType':'Observation','id':'v','status':'final'%s,'code':{'coding':[{'system':'http://loinc.org','code':'69548-6'}]},'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA9633-4'}]},'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'48018-6'}]},'valueCodeableConcept':{'text':'TP53'}},{'code':{'coding':[{'system':'http://loinc.org','code':'48005-3'}]},'valueCodeableConcept':{'text':'p.Arg175His'}}]}";
    String implication =
        "{'resourceType':'Observation','id':'i','status':'final','code':{'coding':[{'system':'http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs','code':'diagnostic-implication'}]},'derivedFrom':[{'reference':'#v'}],'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'53037-8'}]},'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA6675-8'}],'text':'Benign'}}]}";
    String inside = variant.formatted("") + ',' + implication;
    String outside = variant.formatted(",'subject':{'reference':'Patient/p'}");

    assertThat(
            says(
                read(PATIENT, B_LINEAGE, container.formatted(variant.formatted(""), named("v"))),
                "tp53-mutation"))
        .isEqualTo("present");
    assertThat(
            says(
                read(PATIENT, B_LINEAGE, container.formatted(inside, named("v", "i"))),
                "tp53-mutation"))
        .isNotEqualTo("present");
    assertThat(
            says(
                read(PATIENT, B_LINEAGE, outside, container.formatted(inside, named("v", "i"))),
                "tp53-mutation"))
        .isEqualTo("present");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Procedure", "ServiceRequest", "Condition", "MedicationRequest"})
  void resultsInsideOtherResourcesAreNamed(String type) {
    String resource =
        "{'resourceType':'%s','id':'x','status':'completed','subject':{'reference':'Patient/p'},'code':{'text':'Bone marrow biopsy'},'contained':[%s]}"
            .formatted(type, FISH_PRESENT);
    PatientRecord record = read(PATIENT, B_LINEAGE, resource);

    assertThat(says(record, "bcrAbl1")).isNotEqualTo("present");
    assertThat(record.gaps())
        .filteredOn(gap -> gap.message().startsWith("Results that travel inside"))
        .extracting(DataGap::subject)
        .containsExactly(type + "/x");
  }
}
