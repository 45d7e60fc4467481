package org.karyon.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import org.karyon.BuiltIn;
import org.karyon.chart.SentResources;
import org.karyon.facts.OrderSelection;
import org.karyon.reading.RecordReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * For Jazzer: any text is a report, a result in words, a quantity and its unit, and a date, of a
 * patient with leukemia. The first byte chooses where the text stands.
 */
public final class RecordFuzz {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final RecordReader READER = new RecordReader(BuiltIn.GUIDELINE);
  private static final List<String> TESTS =
      List.of("33720-4", "69548-6", "81704-4", "11502-2", "22637-3", "26446-5", "89247-1");

  private RecordFuzz() {}

  /** Called by Jazzer before its clock runs; what is read once at start is no input's fault. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(new byte[] {'x', 'x'});
  }

  /** Called by Jazzer; what is thrown is a finding. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int where = input[0] & 0xff;
    String text = new String(input, 1, input.length - 1, UTF_8);
    ObjectNode patient =
        JSON.createObjectNode()
            .put("resourceType", "Patient")
            .put("id", "p")
            .put("birthDate", where % 5 == 4 ? text : "1980-01-01");
    ObjectNode condition = resource("Condition", "277571004", "http://snomed.info/sct");
    ObjectNode observation =
        resource("Observation", TESTS.get(where % TESTS.size()), "http://loinc.org");
    observation
        .put("status", "final")
        .put("effectiveDateTime", where % 5 == 3 ? text : "2026-11-20");
    switch (where % 5) {
      case 0 -> observation.put("valueString", text);
      case 1 -> observation.putObject("valueQuantity").put("value", text).put("unit", "%");
      case 2 -> observation.putObject("valueQuantity").put("value", 5).put("unit", text);
      default -> observation.putObject("valueCodeableConcept").put("text", text);
    }
    ObjectNode report =
        resource("DiagnosticReport", TESTS.get(where % TESTS.size()), "http://loinc.org");
    report.put("status", "final").put("issued", "2026-11-20T10:00:00Z").put("conclusion", text);
    READER.read(
        SentResources.chart("p", List.of(patient, condition, observation, report)),
        LocalDate.of(2026, 11, 23),
        new OrderSelection.Every());
  }

  private static ObjectNode resource(String type, String code, String system) {
    ObjectNode resource = JSON.createObjectNode().put("resourceType", type).put("id", type);
    resource.putObject("subject").put("reference", "Patient/p");
    resource
        .putObject("code")
        .putArray("coding")
        .addObject()
        .put("system", system)
        .put("code", code);
    return resource;
  }
}
