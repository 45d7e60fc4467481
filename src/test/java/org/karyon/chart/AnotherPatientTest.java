package org.karyon.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.chart.resource.Observation;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.facts.DataGap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Only what names this patient in a form that is understood is read as this patient's. */
class AnotherPatientTest {

  private static final String SERVER = "https://ehr.example.org/fhir";
  private static final String URN = "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0";
  private static final List<ChartKey> KEYS =
      List.of(
          new ChartKey("patient", "Patient/{{context.patientId}}", true),
          new ChartKey("conditions", "Condition?patient={{context.patientId}}", true),
          new ChartKey("laboratory", "Observation?patient={{context.patientId}}", false));

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static Chart chart(String type, String subject) {
    JsonNode prefetch =
        json(
            """
            {"patient":{"resourceType":"Bundle","entry":[{"fullUrl":"%s","resource":{"resourceType":"Patient","id":"p1"}}]},
             "conditions":{"resourceType":"Bundle","entry":[{"resource":%s}]},
             "laboratory":{"resourceType":"Bundle","entry":[{"resource":%s}]}}
            """
                .formatted(
                    URN,
                    type.equals("Condition") ? resource(type, subject) : "{}",
                    type.equals("Condition") ? "{}" : resource(type, subject)));
    return Chart.open(
            Subject.of("p1", Optional.of(SERVER + "/"), prefetch),
            KEYS,
            prefetch,
            json("{}"),
            RecordSource.none("there is none"))
        .settled();
  }

  private static String resource(String type, String subject) {
    return "{\"resourceType\":\"%s\",\"id\":\"r1\"%s}"
        .formatted(type, subject.isEmpty() ? "" : ",\"subject\":" + subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reference\":\"Patient/p1\"}",
        "{\"reference\":\"Patient/p1/_history/3\"}",
        "{\"reference\":\"https://ehr.example.org/fhir/Patient/p1\"}",
        "{\"reference\":\"https://ehr.example.org/fhir/Patient/p1/_history/2\"}",
        "{\"reference\":\"HTTPS://EHR.example.org:443/fhir/Patient/p1\"}",
        "{\"reference\":\"" + URN + "\"}",
        "{\"reference\":\"Patient/p1\",\"display\":\"Anna\",\"identifier\":{\"value\":\"7\"}}"
      })
  void thisPatientMayBeNamedInSeveralForms(String subject) {
    assertThat(chart("Observation", subject).all(ResourceKind.OBSERVATION).resources()).hasSize(1);
    assertThat(chart("Condition", subject).all(ResourceKind.CONDITION).resources()).hasSize(1);
  }

  static Stream<String> others() {
    return Stream.of(
            "Patient/p2",
            "patient/p1",
            "patient/p2",
            "Patient%2Fp2",
            "Patient%2Fp1",
            "PATIENT/p1",
            "Patient/p1/",
            "Patient//p1",
            "/Patient/p1",
            "Patient/p1 ",
            " Patient/p1",
            "Patient/P1",
            "Patient/p1?x=Patient/p1",
            "Patient/p1#p1",
            "Patient/p2/Patient/p1",
            "x/Patient/p1",
            "p1",
            "#p1",
            "Group/g1",
            "Group/p1",
            "Device/Patient/p1",
            "Patient?identifier=7",
            "Patient?_id=p1",
            "https://other.example.org/fhir/Patient/p1",
            "https://ehr.example.org/fhir2/Patient/p1",
            "https://ehr.example.org/Patient/p1",
            "https://ehr.example.org/fhir/Patient/p2",
            "https://ehr.example.org.evil.example/fhir/Patient/p1",
            "https://evil.example@ehr.example.org/fhir/Patient/p1",
            "http://ehr.example.org/fhir/Patient/p1",
            "https://ehr.example.org/fhir/../fhir/Patient/p1",
            "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e1",
            "urn:oid:1.2.3",
            "")
        .map(reference -> JsonMapper.shared().writeValueAsString(reference))
        .map("{\"reference\":%s}"::formatted)
        .mapMulti(
            (object, next) -> {
              next.accept(object);
              next.accept("[" + object + "]");
            });
  }

  @ParameterizedTest
  @MethodSource("others")
  void whateverElseIsNamedIsLeftOutAndNamed(String subject) {
    isLeftOut("Observation", subject);
    isLeftOut("Condition", subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"reference\":\"Patient/p1\"}]",
        "[{\"reference\":\"Patient/p1\"},{\"reference\":\"Patient/p2\"}]",
        "[]",
        "{\"identifier\":{\"system\":\"urn:x\",\"value\":\"7\"}}",
        "{\"display\":\"Anna\"}",
        "{\"reference\":[\"Patient/p1\"]}",
        "{\"reference\":null}",
        "{\"reference\":1}",
        "{\"reference\":{\"reference\":\"Patient/p1\"}}",
        "\"Patient/p1\"",
        "1",
        "true"
      })
  void aSubjectOfAnotherShapeIsLeftOutAndNamed(String subject) {
    isLeftOut("Observation", subject);
    isLeftOut("Condition", subject);
  }

  private static void isLeftOut(String type, String subject) {
    ResourceKind<?> kind =
        type.equals("Condition") ? ResourceKind.CONDITION : ResourceKind.OBSERVATION;
    ReadResources<?> read = chart(type, subject).all(kind);
    assertThat(read.resources()).isEmpty();
    assertThat(read.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.kind()).isEqualTo(DataGap.Kind.NOT_READ);
              assertThat(gap.toString()).contains(type + "/r1", "left out");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}"})
  void aMissingSubjectIsNamedWhereFhirDemandsOne(String subject) {
    ReadResources<Observation> kept = chart("Observation", subject).all(ResourceKind.OBSERVATION);
    assertThat(kept.resources()).hasSize(1);
    assertThat(kept.gaps()).isEmpty();

    isLeftOut("Condition", subject);
    assertThat(chart("Condition", subject).all(ResourceKind.CONDITION).isBroken())
        .as("what it would have said is unknown")
        .isTrue();
  }

  @Test
  void withoutAServerInTheCallNoAddressIsThisPatients() {
    JsonNode sent = JsonMapper.shared().readTree("{}".getBytes(UTF_8));
    Subject subject = Subject.of("p1", Optional.empty(), sent);

    assertThat(subject.isNamedBy(SERVER + "/Patient/p1")).isFalse();
    assertThat(subject.isNamedBy("Patient/p1")).isTrue();
  }
}
