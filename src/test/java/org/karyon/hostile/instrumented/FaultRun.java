package org.karyon.hostile.instrumented;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.karyon.bench.BenchPatient;
import org.karyon.bench.Pipeline;
import org.karyon.chart.Chart;
import org.karyon.facts.DataGap;
import org.karyon.facts.PatientRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a poisoned resource of each kind into a record, and lets every method of the readers that is
 * handed something of it fail, one after the other. Writes a line for each that costs more than the
 * resource.
 */
public final class FaultRun {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path EXAMPLE =
      Path.of("fhir-examples/08-ph-negative-adult-cd20-positive-work-up-complete/request.json");
  private static final Path DRAFTS =
      Path.of("fhir-examples/27-ph-positive-chemotherapy-without-tki/request.json");

  private static final List<String> POISONED =
      """
      "resourceType":"Observation","code":{"coding":[{"system":"http://loinc.org","code":"29770-5"}]},"valueString":"46,XX,t(9;22)(q34;q11.2)[20] poison"
      "resourceType":"Observation","code":{"text":"poison MRD by flow"},"valueString":"poison: 0.02 % detected"
      "resourceType":"Observation","code":{"text":"poison MRD by flow"},"valueQuantity":{"value":0.02,"unit":"%"},"interpretation":[{"text":"poison"}]
      "resourceType":"Observation","code":{"text":"poison BCR-ABL1 transcript"},"valueQuantity":{"value":0.02,"unit":"% (IS)"},"note":[{"text":"poison"}]
      "resourceType":"Observation","code":{"text":"poison BCR::ABL1 FISH"},"valueCodeableConcept":{"text":"Negative, poison"}
      "resourceType":"Observation","code":{"text":"poison CD20"},"valueQuantity":{"value":40,"unit":"%"}
      "resourceType":"Observation","code":{"text":"poison flow immunophenotype"},"valueString":"CD19 positive, CD20 30 % poison"
      "resourceType":"Observation","code":{"text":"poison disease status"},"valueString":"complete remission poison"
      "resourceType":"Observation","code":{"text":"poison ECOG performance status"},"valueInteger":2
      "resourceType":"Observation","code":{"text":"poison blasts in marrow"},"valueQuantity":{"value":40,"unit":"%"}
      "resourceType":"Observation","code":{"text":"poison DNA index"},"valueQuantity":{"value":1.2}
      "resourceType":"Observation","code":{"coding":[{"system":"http://loinc.org","code":"1975-2"}],"text":"poison bilirubin"},"valueQuantity":{"value":4,"unit":"mg/dL"},"note":[{"text":"poison"}]
      "resourceType":"Observation","code":{"coding":[{"system":"http://loinc.org","code":"69548-6"}]},"valueCodeableConcept":{"text":"Present"},"component":[{"code":{"coding":[{"system":"http://loinc.org","code":"48018-6"}]},"valueCodeableConcept":{"text":"TP53 poison"}}]
      "resourceType":"DiagnosticReport","code":{"text":"poison leukemia report"},"conclusion":"poison: BCR::ABL1 not detected. KMT2A rearrangement positive. MRD negative."
      "resourceType":"DiagnosticReport","code":{"text":"poison cytogenetics"},"conclusionCode":[{"text":"46,XX[20] poison"}]
      "resourceType":"Condition","clinicalStatus":{"coding":[{"code":"active"}]},"code":{"text":"Heart failure poison"}
      "resourceType":"Condition","clinicalStatus":{"coding":[{"code":"active"}]},"code":{"coding":[{"system":"http://snomed.info/sct","code":"277571004"}],"text":"poison B-ALL in relapse"}
      "resourceType":"MedicationRequest","status":"active","intent":"order","authoredOn":"2026-11-20","medicationCodeableConcept":{"text":"dasatinib poison"},"dosageInstruction":[{"text":"poison"}]
      "resourceType":"MedicationStatement","status":"completed","effectiveDateTime":"2026-10-01","medicationCodeableConcept":{"text":"vincristine poison"}
      "resourceType":"MedicationAdministration","status":"completed","effectiveDateTime":"2026-10-01","medicationCodeableConcept":{"text":"vincristine poison"}
      "resourceType":"Procedure","status":"completed","performedDateTime":"2026-10-01","code":{"text":"chemotherapy poison"}
      "resourceType":"Procedure","status":"completed","performedDateTime":"2026-11-20","code":{"text":"bone marrow biopsy poison"}
      "resourceType":"ServiceRequest","status":"active","intent":"order","code":{"text":"marrow biopsy poison"}
      """
          .lines()
          .toList();

  private static final Pipeline PIPELINE = new Pipeline(new BenchPatient(0, true, "order-select"));
  private static int runs;
  private static int always;
  private static final Set<String> TRIED = new TreeSet<>();

  private FaultRun() {}

  /** Tries every place once. */
  public static void main(String[] unused) throws IOException {
    for (String poisoned : POISONED) {
      ObjectNode resource = (ObjectNode) JSON.readTree('{' + poisoned + '}');
      JsonNode request = example(EXAMPLE);
      add(request, resource, request.path("context").path("patientId").asString());
      everywhere(request, poisoned);
    }
    JsonNode request = example(DRAFTS);
    for (JsonNode draft : request.path("context").path("draftOrders").path("entry")) {
      ObjectNode resource = (ObjectNode) draft.path("resource");
      if (resource.path("resourceType").asString().equals("MedicationRequest")) {
        resource.put("id", Fault.POISON);
        ((ObjectNode) resource.path("medicationCodeableConcept")).put("text", "vincristine poison");
        everywhere(request, "a draft");
        break;
      }
    }
    System.out.println("places: " + TRIED.size() + ", of which fail as a step: " + always);
  }

  private static void everywhere(JsonNode request, String poisoned) {
    byte[] body = JSON.writeValueAsBytes(request);
    Fault.watch();
    List<DataGap> usual = read(body).gaps();
    for (String place : Fault.reached()) {
      if (!TRIED.add(place)) {
        continue;
      }
      runs++;
      Fault.arm(place);
      try {
        PatientRecord record = read(body);
        boolean named =
            record.gaps().stream()
                .anyMatch(
                    gap ->
                        gap.kind() == DataGap.Kind.NOT_READ
                            && gap.subject().contains(isOfTwo(place) ? "/" : Fault.POISON)
                            && !usual.contains(gap));
        if (!named) {
          System.out.println("UNNAMED " + place + " by " + poisoned);
        }
      } catch (RuntimeException cost) {
        System.out.println("COSTS ALL " + place + " by " + poisoned + " " + cost);
      } finally {
        Fault.arm("");
      }
      if (runs % 8 == 0) {
        always(place, body);
      }
    }
  }

  /** What fails of two drafts together leaves one of them out: the one that is selected. */
  private static boolean isOfTwo(String place) {
    return place.matches("treatment/DraftedOrderReader\\.(?:lambda\\$)?others.*");
  }

  /** A reader that fails at everything costs the request, or all that it was to read by name. */
  private static void always(String place, byte[] body) {
    Fault.armForAll(place);
    try {
      if (read(body).gaps().stream().noneMatch(gap -> gap.kind() == DataGap.Kind.NOT_READ)) {
        System.out.println("PASSED OVER " + place);
      }
    } catch (IllegalStateException told) {
      always++;
    } finally {
      Fault.arm("");
    }
  }

  private static PatientRecord read(byte[] body) {
    JsonNode request = PIPELINE.parse(body);
    Chart chart = PIPELINE.open(request);
    PatientRecord record = PIPELINE.read(chart, request);
    PIPELINE.cards(PIPELINE.assess(record), chart);
    return record;
  }

  private static void add(JsonNode request, ObjectNode resource, String patient) {
    resource.put("id", Fault.POISON);
    resource.putObject("subject").put("reference", "Patient/" + patient);
    if (resource.path("resourceType").asString().matches("Observation|DiagnosticReport")) {
      resource.put("status", "final").put("effectiveDateTime", "2026-11-20");
    }
    ArrayNode entries =
        ((ObjectNode) request.path("prefetch"))
            .putObject(key(resource.path("resourceType").asString()))
            .put("resourceType", "Bundle")
            .put("type", "searchset")
            .putArray("entry");
    entries.addObject().set("resource", resource);
    // The patient's leukemia stands on the problem list in any case.
    if (resource.path("resourceType").asString().equals("Condition")) {
      example(EXAMPLE).path("prefetch").path("conditions").path("entry").forEach(entries::add);
    }
  }

  private static String key(String type) {
    return switch (type) {
      case "Observation" -> "clinical";
      case "DiagnosticReport" -> "reports";
      case String other -> Character.toLowerCase(other.charAt(0)) + other.substring(1) + 's';
    };
  }

  private static JsonNode example(Path path) {
    try {
      return JSON.readTree(Files.readAllBytes(path));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
