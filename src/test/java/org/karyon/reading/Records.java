package org.karyon.reading;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.karyon.BuiltIn;
import org.karyon.Prepared;
import org.karyon.chart.Chart;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.chart.SentResources;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.Guideline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds a record from resources written as JSON with single quotes, and reads it on 2026-11-23.
 */
final class Records {

  static final Guideline GUIDELINE = BuiltIn.GUIDELINE;
  private static final Prepared<RecordReader> READER =
      Prepared.by(() -> new RecordReader(GUIDELINE));

  static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
  static final String SNOMED = "http://snomed.info/sct";
  static final String LOINC = "http://loinc.org";

  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final String PATIENT =
      "{'resourceType':'Patient','id':'p','birthDate':'1985-06-15','gender':'female'}";
  static final String LEUKEMIA = condition("c", ICD, "C91.00", "ALL", "active", "confirmed");
  static final String B_LINEAGE =
      condition("b", SNOMED, "277571004", "B-ALL", "active", "confirmed");
  static final String REMISSION =
      condition("r", ICD, "C91.01", "in remission", "active", "confirmed");
  static final String VINCRISTINE = medication("completed", "11202", "2026-08-01");
  static final String T_LINEAGE =
      condition("t", SNOMED, "277575008", "T-ALL", "active", "confirmed");

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final RecordJson RECORD_JSON = new RecordJson(ReadLimits.CLINICAL);

  private Records() {}

  static PatientRecord read(String... resources) {
    return read(TODAY, resources);
  }

  static PatientRecord read(LocalDate asOf, String... resources) {
    return READER.get().read(chart(resources), asOf, new OrderSelection.Every());
  }

  /** The value that was found, or why there is none. */
  static String words(Finding<?> finding) {
    return switch (finding) {
      case Known<?> known -> known.known().id();
      case Unknown<?> unknown -> unknown.reason().words();
    };
  }

  static Chart chart(String... resources) {
    return chart(false, resources);
  }

  /** The same as a hook opens it, whose resources are built when they are read. */
  static Chart hookChart(String... resources) {
    return chart(true, resources);
  }

  private static Chart chart(boolean hook, String... resources) {
    ObjectNode body = JSON.createObjectNode();
    body.set(
        "prefetch", SentResources.prefetch(Stream.of(resources).map(SentResources::json).toList()));
    JsonNode sent =
        hook ? RECORD_JSON.readHook(body.toString().getBytes(StandardCharsets.UTF_8)) : body;
    return Chart.open("p", SentResources.keys(), sent.path("prefetch"), JSON.createObjectNode());
  }

  static String condition(
      String id, String system, String code, String text, String clinical, String verification) {
    return "{'resourceType':'Condition','id':'%s','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'%s','code':'%s'}],'text':'%s'},'clinicalStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'%s'}]},'verificationStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-ver-status','code':'%s'}]}}"
        .formatted(id, system, code, text, clinical, verification);
  }

  static String textCondition(String id, String text) {
    return "{'resourceType':'Condition','id':'%s','subject':{'reference':'Patient/p'},'code':{'text':'%s'}}"
        .formatted(id, text);
  }

  /** An Observation with a LOINC code and any further members. */
  static String coded(String loinc, String members) {
    return observation(
        "'coding':[{'system':'http://loinc.org','code':'%s'}]".formatted(loinc), members);
  }

  /** An Observation that is named by its text alone and any further members. */
  static String named(String text, String members) {
    return observation("'text':'%s'".formatted(text), members);
  }

  private static String observation(String code, String members) {
    String id = "o" + Math.abs((code + members).hashCode());
    String status = members.contains("'status'") ? "" : "'status':'final',";
    String date =
        members.contains("'effectiveDateTime'") ? "" : "'effectiveDateTime':'2026-11-10',";
    return "{'resourceType':'Observation','id':'%s',%s%s'subject':{'reference':'Patient/p'},'code':{%s},%s}"
        .formatted(id, status, date, code, members);
  }

  static String answer(String system, String code, String text) {
    return "'valueCodeableConcept':{'coding':[{'system':'%s','code':'%s'}],'text':'%s'}"
        .formatted(system, code, text);
  }

  static String detected() {
    return answer(LOINC, "LA11882-0", "Detected");
  }

  static String notDetected() {
    return answer(LOINC, "LA11883-8", "Not detected");
  }

  static String quantity(String comparator, String value, String unit) {
    String prefix = comparator.isEmpty() ? "" : "'comparator':'" + comparator + "',";
    return "'valueQuantity':{%s'value':%s,'unit':'%s'}".formatted(prefix, value, unit);
  }

  static String medication(String status, String rxnorm, String authored) {
    return "{'resourceType':'MedicationRequest','id':'m%s','status':'%s','intent':'order','subject':{'reference':'Patient/p'},'authoredOn':'%s','medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'%s'}]}}"
        .formatted(rxnorm, status, authored, rxnorm);
  }
}
