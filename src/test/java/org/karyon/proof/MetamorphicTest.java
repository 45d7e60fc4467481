package org.karyon.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.karyon.assessment.Assessment;
import org.karyon.proof.PatientsByChance.Patient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must not matter, tried on patients by chance: some in each build, {@code -Dtrial.patients}
 * at night. A patient for whom it matters is made smaller until nothing can be left out.
 */
@Tag("slow")
class MetamorphicTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern YEAR =
      Pattern.compile("(\"(?:\\w*[dD]ate\\w*|start|end|authoredOn|issued)\":\")(\\d{4})");
  private static final Instrument INSTRUMENT = EveryPatient.INSTRUMENT;

  private static Map<String, String> advice(Patient patient) {
    return Advice.of(assess(patient));
  }

  private static Assessment assess(Patient patient) {
    return EveryPatient.assess(patient);
  }

  private static Optional<String> difference(Map<String, String> one, Map<String, String> other) {
    Map<String, String> all = new TreeMap<>(one);
    other.forEach(all::putIfAbsent);
    List<String> different = new ArrayList<>();
    all.keySet().stream()
        .filter(key -> !one.getOrDefault(key, "").equals(other.getOrDefault(key, "")))
        .forEach(key -> different.add(key + ": " + one.get(key) + " becomes " + other.get(key)));
    return different.isEmpty() ? Optional.empty() : Optional.of(different.toString());
  }

  @Test
  void theOrderOfResourcesNeverMatters() {
    EveryPatient.holds(
        (patient, random) -> {
          List<ObjectNode> shuffled = new ArrayList<>(patient.resources());
          Collections.shuffle(shuffled, random);
          return difference(
              advice(patient), advice(new Patient(shuffled, patient.drafts(), patient.today())));
        });
  }

  @Test
  void aDuplicateChangesNothing() {
    EveryPatient.holds(
        (patient, random) -> {
          List<ObjectNode> more = new ArrayList<>(patient.resources());
          if (more.size() > 1) {
            ObjectNode again = more.get(1 + random.nextInt(more.size() - 1)).deepCopy();
            if (random.nextBoolean()) {
              again.put("id", "the-same-again");
            }
            more.add(again);
          }
          return difference(
              advice(patient), advice(new Patient(more, patient.drafts(), patient.today())));
        });
  }

  @Test
  void theIdsOfResourcesNeverMatter() {
    EveryPatient.holds(
        (patient, random) -> {
          List<ObjectNode> renamed = new ArrayList<>();
          for (ObjectNode resource : patient.resources()) {
            boolean person = resource.path("resourceType").asString().equals("Patient");
            renamed.add(
                person
                    ? resource
                    : resource.deepCopy().put("id", "x" + random.nextInt() + renamed.size()));
          }
          return difference(
              advice(patient), advice(new Patient(renamed, patient.drafts(), patient.today())));
        });
  }

  /** Twenty-eight years are the same calendar. */
  @Test
  void aShiftOfTheWholeRecordInTimeNeverMatters() {
    EveryPatient.holds(
        (patient, random) ->
            difference(
                advice(patient),
                advice(
                    new Patient(
                        patient.resources().stream().map(r -> shifted(r, 28)).toList(),
                        patient.drafts().stream().map(r -> shifted(r, 28)).toList(),
                        patient.today().minusYears(28)))));
  }

  private static ObjectNode shifted(ObjectNode resource, int years) {
    String text =
        YEAR.matcher(resource.toString())
            .replaceAll(
                (MatchResult year) -> year.group(1) + (Integer.parseInt(year.group(2)) - years));
    return (ObjectNode) JSON.readTree(text);
  }

  @Test
  void whatSpeaksOfSomethingElseNeverMatters() {
    EveryPatient.holds(
        (patient, random) -> {
          List<ObjectNode> more = new ArrayList<>(patient.resources());
          String other = OTHER.get(random.nextInt(OTHER.size()));
          ObjectNode resource = (ObjectNode) JSON.readTree(other.replace('\'', '"'));
          resource.put("id", "something-else");
          resource.putObject("subject").put("reference", "Patient/p");
          more.add(1 + random.nextInt(more.size()), resource);
          return difference(
              advice(patient), advice(new Patient(more, patient.drafts(), patient.today())));
        });
  }

  private static final List<String> OTHER =
      List.of(
          "{'resourceType':'Observation','status':'final','code':{'coding':[{'system':'http://loinc.org','code':'8867-4'}]},'effectiveDateTime':'2026-11-22','valueQuantity':{'value':88,'unit':'/min'}}",
          "{'resourceType':'Observation','status':'final','code':{'text':'Urine"
              + " culture'},'effectiveDateTime':'2026-11-22','valueString':'No growth. Positive"
              + " control detected.'}",
          "{'resourceType':'Observation','status':'entered-in-error','code':{'text':'MRD by flow,"
              + " bone marrow'},'effectiveDateTime':'2026-11-22','valueString':'positive'}",
          "{'resourceType':'DiagnosticReport','status':'final','code':{'text':'Chest"
              + " X-ray'},'effectiveDateTime':'2026-11-22','conclusion':'No residual infiltrate.'}",
          "{'resourceType':'Procedure','status':'completed','code':{'text':'Appendectomy'},'performedDateTime':'2010-01-01'}",
          "{'resourceType':'MedicationRequest','status':'active','intent':'order','medicationCodeableConcept':{'text':'pantoprazole'},'authoredOn':'2026-11-22'}",
          "{'resourceType':'Condition','code':{'text':'Essential"
              + " hypertension'},'clinicalStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'resolved'}]}}");

  /** An answer in its code or in its words. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA11882-0\"}]}", "Detected",
          "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA11883-8\"}]}", "Not detected",
          "{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"10828004\"}]}",
              "Positive",
          "{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"260385009\"}]}",
              "Negative");

  @Test
  void anAnswerInItsCodeAndInItsWordsSaysTheSame() {
    EveryPatient.holds(
        (patient, random) -> {
          List<ObjectNode> coded = new ArrayList<>();
          List<ObjectNode> worded = new ArrayList<>();
          String answer = List.copyOf(new TreeMap<>(ANSWERS).keySet()).get(random.nextInt(4));
          for (ObjectNode resource : patient.resources()) {
            boolean said = isAnswered(resource);
            coded.add(
                said
                    ? without(resource).set("valueCodeableConcept", JSON.readTree(answer))
                    : resource);
            worded.add(said ? without(resource).put("valueString", ANSWERS.get(answer)) : resource);
          }
          return difference(
              advice(new Patient(coded, patient.drafts(), patient.today())),
              advice(new Patient(worded, patient.drafts(), patient.today())));
        });
  }

  private static boolean isAnswered(ObjectNode resource) {
    return resource.path("resourceType").asString().equals("Observation")
        && (resource.has("valueString") || resource.has("valueCodeableConcept"))
        && resource.path("code").has("coding")
        && !resource.toString().contains("62356-1")
        && !resource.toString().contains("62367-8");
  }

  private static ObjectNode without(ObjectNode resource) {
    ObjectNode copy = resource.deepCopy();
    copy.remove(List.of("valueString", "valueCodeableConcept"));
    return copy;
  }

  @Test
  void whatWasSentAndWhatHadToBeFetchedSaysTheSame() {
    EveryPatient.holds(
        (patient, random) ->
            difference(
                advice(patient),
                Advice.of(
                    INSTRUMENT.assess(
                        INSTRUMENT.fetch(
                            patient.resources(), patient.drafts(), patient.today())))));
  }

  @Test
  void aPatientForWhomItMattersIsMadeSmaller() {
    Patient patient = EveryPatient.byChance(5).next();
    EveryPatient.Trial hasARecord =
        (tried, random) ->
            tried.resources().size() > 1 ? Optional.of("it has a record") : Optional.empty();

    assertThat(patient.resources().size()).isGreaterThan(2);
    assertThat(EveryPatient.smallest(patient, hasARecord, 0).resources()).hasSize(2);
  }

  @Test
  void thePatientsByChanceAreManyAndDiffer() {
    PatientsByChance patients = EveryPatient.byChance(1);
    Map<String, Integer> rules = new TreeMap<>();
    for (int number = 0; number < 150; number++) {
      Assessment assessment = assess(patients.next());
      rules.merge(Advice.of(assessment).getOrDefault("rules", "none"), 1, Integer::sum);
    }
    assertThat(rules.size()).as(rules.toString()).isGreaterThan(6);
    assertThat(LocalDate.of(1998, 11, 23).plusYears(28)).isEqualTo(LocalDate.of(2026, 11, 23));
  }
}
