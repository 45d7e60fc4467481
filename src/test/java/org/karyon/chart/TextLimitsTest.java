package org.karyon.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.chart.resource.DiagnosticReport;
import org.karyon.chart.resource.RecordText;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.facts.DataGap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is written in a resource and in a record is read up to limits, and named beyond them. */
class TextLimitsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Wherever a reader asks for a text; %s stands for it, %b for it in base64. */
  static Stream<String> slots() {
    return Stream.of(
            """
            "resourceType":"Observation","valueString":"%s"
            "resourceType":"Observation","code":{"text":"%s"}
            "resourceType":"Observation","code":{"coding":[{"display":"%s"}]}
            "resourceType":"Observation","code":{"coding":[{"system":"http://loinc.org","code":"%s"}]}
            "resourceType":"Observation","valueCodeableConcept":{"text":"%s"}
            "resourceType":"Observation","valueQuantity":{"value":1,"unit":"%s"}
            "resourceType":"Observation","valueQuantity":{"value":1,"code":"%s"}
            "resourceType":"Observation","method":{"text":"%s"}
            "resourceType":"Observation","bodySite":{"text":"%s"}
            "resourceType":"Observation","specimen":{"display":"%s"}
            "resourceType":"Observation","interpretation":[{"text":"%s"}]
            "resourceType":"Observation","dataAbsentReason":{"text":"%s"}
            "resourceType":"Observation","note":[{"text":"%s"}]
            "resourceType":"Observation","component":[{"code":{"text":"a"},"valueString":"%s"}]
            "resourceType":"Observation","component":[{"code":{"text":"%s"},"valueString":"a"}]
            "resourceType":"DiagnosticReport","conclusion":"%s"
            "resourceType":"DiagnosticReport","code":{"text":"%s"}
            "resourceType":"DiagnosticReport","conclusionCode":[{"text":"%s"}]
            "resourceType":"DiagnosticReport","conclusionCode":[{"coding":[{"display":"%s"}]}]
            "resourceType":"DiagnosticReport","presentedForm":[{"contentType":"text/plain","data":"%b"}]
            "resourceType":"DiagnosticReport","contained":[{"resourceType":"Observation","valueString":"%s"}]
            "resourceType":"MedicationRequest","medicationCodeableConcept":{"text":"%s"}
            "resourceType":"MedicationRequest","dosageInstruction":[{"text":"%s"}]
            "resourceType":"MedicationRequest","contained":[{"resourceType":"Medication","code":{"text":"%s"}}]
            "resourceType":"MedicationStatement","medicationCodeableConcept":{"text":"%s"}
            "resourceType":"MedicationAdministration","medicationCodeableConcept":{"text":"%s"}
            "resourceType":"Procedure","code":{"text":"%s"}
            "resourceType":"ServiceRequest","code":{"text":"%s"}
            """)
        .flatMap(String::lines);
  }

  private static ObjectNode resource(String slot, String id, String text) {
    String json =
        slot.replace("%s", text)
            .replace("%b", Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
    ObjectNode resource = (ObjectNode) JSON.readTree("{" + json + "}");
    resource.put("id", id).putObject("subject").put("reference", "Patient/p1");
    return resource;
  }

  private static ReadResources<?> read(List<? extends JsonNode> resources) {
    String type = resources.getFirst().path("resourceType").asString();
    ObjectNode prefetch = JSON.createObjectNode();
    prefetch.putObject("patient").put("resourceType", "Patient").put("id", "p1");
    var entries = prefetch.putObject("part").put("resourceType", "Bundle").putArray("entry");
    resources.forEach(resource -> entries.addObject().set("resource", resource));
    List<ChartKey> keys =
        List.of(
            new ChartKey("patient", "Patient/{{context.patientId}}", true),
            new ChartKey("part", type + "?patient={{context.patientId}}", false));
    return Chart.open(
            Subject.of("p1", Optional.empty()),
            keys,
            prefetch,
            JSON.createObjectNode(),
            RecordSource.none("there is none"))
        .settled()
        .all(
            RecordKinds.ALL.stream()
                .filter(kind -> kind.type().equals(type))
                .findFirst()
                .orElseThrow());
  }

  private static final class RecordKinds {
    static final List<ResourceKind<?>> ALL =
        List.of(
            ResourceKind.OBSERVATION,
            ResourceKind.DIAGNOSTIC_REPORT,
            ResourceKind.MEDICATION_REQUEST,
            ResourceKind.MEDICATION_STATEMENT,
            ResourceKind.MEDICATION_ADMINISTRATION,
            ResourceKind.PROCEDURE,
            ResourceKind.SERVICE_REQUEST);
  }

  @ParameterizedTest
  @MethodSource("slots")
  void aTextThatIsTooLongCostsItsResourceWhereverItStands(String slot) {
    ReadResources<?> read =
        read(
            List.of(
                resource(slot, "long", "x".repeat(RecordText.LONGEST + 1)),
                resource(slot, "good", "x")));

    onlyOneIsLost(read, "long");
  }

  private static void onlyOneIsLost(ReadResources<?> read, String id) {
    assertThat(read.resources()).hasSize(1);
    assertThat(read.isBroken()).isTrue();
    assertThat(read.gaps()).extracting(DataGap::subject).singleElement().asString().endsWith(id);
  }

  @ParameterizedTest
  @MethodSource("slots")
  void aHeapOfMarksIsNoWritingWhereverItStands(String slot) {
    ReadResources<?> read =
        read(
            List.of(
                resource(slot, "heap", "e" + "\u0301".repeat(17)),
                resource(slot, "good", "e\u0301\u0308")));

    if (slot.contains("%b")) {
      // What is in base64 is taken apart by its reader.
      return;
    }
    onlyOneIsLost(read, "heap");
  }

  @Test
  void thePartsOfALongReportCountTogether() {
    String half = "x".repeat(RecordText.LONGEST / 2 + 1);
    String slot =
        """
        "resourceType":"DiagnosticReport","conclusion":"%s",
        "presentedForm":[{"contentType":"text/plain","data":"%b"}]
        """;

    assertThat(read(List.of(resource(slot, "long", half))).resources()).isEmpty();
  }

  @Test
  void aDocumentThatIsNoTextIsNotLookedInto() {
    String slot =
        """
        "resourceType":"DiagnosticReport","conclusion":"short",
        "presentedForm":[{"contentType":"application/pdf","data":"%b"}]
        """;
    List<ObjectNode> reports =
        IntStream.range(0, 10)
            .mapToObj(number -> resource(slot, "r" + number, "x".repeat(200_000)))
            .toList();

    ReadResources<?> read = read(reports);

    assertThat(read.gaps()).isEmpty();
    assertThat(read.resources())
        .hasSize(10)
        .allSatisfy(
            report -> assertThat(((DiagnosticReport) report).conclusion()).isEqualTo("short"));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 2_000, 99_000})
  void readingStopsAtTheBudgetAndNamesWhatIsLeft(int length) {
    int number = 2 * TextBudget.CHARACTERS / length;
    List<ObjectNode> reports =
        IntStream.range(0, number)
            .mapToObj(
                n ->
                    resource(
                        "\"resourceType\":\"DiagnosticReport\",\"conclusion\":\"%s\"",
                        "r" + n, ("%6d".formatted(n) + "x".repeat(length)).substring(0, length)))
            .toList();

    ReadResources<?> read = read(reports);

    assertThat(read.resources().size() * (long) length).isLessThanOrEqualTo(TextBudget.CHARACTERS);
    assertThat(read.resources().size() + read.gaps().size()).isEqualTo(number);
    assertThat(read.gaps()).extracting(DataGap::message).containsOnly(Gathering.BEYOND_BUDGET);
    assertThat(read.isBroken()).isTrue();
  }

  @Test
  void theNamesOfAWholeLifeOfLaboratoryValuesAreNoBurden() {
    List<ObjectNode> values =
        IntStream.range(0, 15_000)
            .mapToObj(
                n ->
                    resource(
                        "\"resourceType\":\"Observation\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"718-7\",\"display\":\"Hemoglobin"
                            + " [Mass/volume] in Blood\"}],\"text\":\"Hb "
                            + n % 200
                            + "\"},\"valueQuantity\":{\"value\":9,\"unit\":\"g/dL\"}",
                        "o" + n,
                        ""))
            .toList();

    assertThat(read(values).gaps()).isEmpty();
  }
}
