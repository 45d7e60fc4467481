package org.karyon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Patients to measure with, the same on every run: an example of the repository, with as many
 * laboratory Observations as are asked for. The added ones are daily panels as a ward sends them;
 * about half of them are tests that the guideline speaks of.
 *
 * @param observations how many Observations the record holds
 * @param leukemia whether the problem list names an ALL
 * @param hook the moment of the call
 */
public record BenchPatient(int observations, boolean leukemia, String hook) {

  /** The day on which the requests are answered. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path EXAMPLE =
      Path.of("fhir-examples/08-ph-negative-adult-cd20-positive-work-up-complete/request.json");
  private static final Path DRAFTS =
      Path.of("fhir-examples/27-ph-positive-chemotherapy-without-tki/request.json");

  /** A test of the daily panels: its LOINC code, its names, a value and its unit. */
  private record Panel(String loinc, String name, String display, String value, String unit) {}

  private static final List<Panel> PANELS =
      List.of(
          new Panel(
              "6690-2",
              "WBC",
              "Leukocytes [#/volume] in Blood by Automated count",
              "4.1",
              "10*3/uL"),
          new Panel("718-7", "Hemoglobin", "Hemoglobin [Mass/volume] in Blood", "9.2", "g/dL"),
          new Panel(
              "777-3",
              "Platelets",
              "Platelets [#/volume] in Blood by Automated count",
              "61",
              "10*3/uL"),
          new Panel(
              "751-8",
              "Neutrophils",
              "Neutrophils [#/volume] in Blood by Automated count",
              "1.2",
              "10*3/uL"),
          new Panel(
              "2160-0",
              "Creatinine",
              "Creatinine [Mass/volume] in Serum or Plasma",
              "0.9",
              "mg/dL"),
          new Panel(
              "2951-2", "Sodium", "Sodium [Moles/volume] in Serum or Plasma", "139", "mmol/L"),
          new Panel(
              "2823-3",
              "Potassium",
              "Potassium [Moles/volume] in Serum or Plasma",
              "4.1",
              "mmol/L"),
          new Panel(
              "1975-2",
              "Bilirubin",
              "Bilirubin.total [Mass/volume] in Serum or Plasma",
              "0.8",
              "mg/dL"),
          new Panel(
              "1742-6",
              "ALT",
              "Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma",
              "31",
              "U/L"),
          new Panel(
              "2532-0",
              "LDH",
              "Lactate dehydrogenase [Enzymatic activity/volume] in Serum or Plasma",
              "410",
              "U/L"),
          new Panel(
              "1988-5", "CRP", "C reactive protein [Mass/volume] in Serum or Plasma", "12", "mg/L"),
          new Panel(
              "2276-4", "Ferritin", "Ferritin [Mass/volume] in Serum or Plasma", "820", "ng/mL"),
          new Panel(
              "3016-3", "TSH", "Thyrotropin [Units/volume] in Serum or Plasma", "2.1", "m[IU]/L"),
          new Panel(
              "19123-9", "Magnesium", "Magnesium [Mass/volume] in Serum or Plasma", "1.9", "mg/dL"),
          new Panel(
              "3040-3",
              "Lipase",
              "Lipase [Enzymatic activity/volume] in Serum or Plasma",
              "30",
              "U/L"),
          new Panel("4548-4", "HbA1c", "Hemoglobin A1c/Hemoglobin.total in Blood", "5.4", "%"),
          new Panel(
              "2132-9",
              "Vitamin B12",
              "Cobalamin (Vitamin B12) [Mass/volume] in Serum or Plasma",
              "410",
              "pg/mL"),
          new Panel(
              "75241-0",
              "Procalcitonin",
              "Procalcitonin [Mass/volume] in Serum or Plasma",
              "0.1",
              "ng/mL"),
          new Panel(
              "10839-9",
              "Troponin I",
              "Troponin I.cardiac [Mass/volume] in Serum or Plasma",
              "0.01",
              "ng/mL"),
          new Panel(
              "5811-5",
              "Urine specific gravity",
              "Specific gravity of Urine by Test strip",
              "1.015",
              "1"));

  /**
   * The request as an EHR sends it.
   *
   * @return the JSON, UTF-8
   */
  public byte[] request() {
    ObjectNode request = read(EXAMPLE);
    request.put("hook", hook);
    ObjectNode prefetch = (ObjectNode) request.get("prefetch");
    if (!leukemia) {
      withoutLeukemia(prefetch);
    }
    fill(
        (ArrayNode) prefetch.get("laboratory").get("entry"),
        (ArrayNode) prefetch.get("clinical").get("entry"));
    if (!hook.equals("patient-view")) {
      drafts((ObjectNode) request.get("context"));
    }
    return request.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void withoutLeukemia(ObjectNode prefetch) {
    ObjectNode code =
        (ObjectNode) prefetch.get("conditions").get("entry").get(0).get("resource").get("code");
    code.removeAll();
    code.putArray("coding")
        .addObject()
        .put("system", "http://hl7.org/fhir/sid/icd-10-cm")
        .put("code", "I10")
        .put("display", "Essential (primary) hypertension");
    code.put("text", "Hypertension");
  }

  /** The results of the example stay; fewer are left of its blood tests, or panels are added. */
  private void fill(ArrayNode laboratory, ArrayNode clinical) {
    int wanted = observations - clinical.size();
    while (laboratory.size() > wanted) {
      laboratory.remove(0);
    }
    for (int number = 0; laboratory.size() < wanted; number++) {
      Panel panel = PANELS.get(number % PANELS.size());
      LocalDate day = TODAY.minusDays(1 + number / PANELS.size());
      laboratory.addObject().set("resource", observation(panel, number, day));
    }
  }

  private static ObjectNode observation(Panel panel, int number, LocalDate day) {
    ObjectNode observation = JSON.createObjectNode();
    observation.put("resourceType", "Observation").put("id", "panel-" + number);
    observation.put("status", "final");
    observation
        .putArray("category")
        .addObject()
        .putArray("coding")
        .addObject()
        .put("system", "http://terminology.hl7.org/CodeSystem/observation-category")
        .put("code", "laboratory")
        .put("display", "Laboratory");
    ObjectNode code = observation.putObject("code");
    code.putArray("coding")
        .addObject()
        .put("system", "http://loinc.org")
        .put("code", panel.loinc())
        .put("display", panel.display());
    code.put("text", panel.name());
    observation.putObject("subject").put("reference", "Patient/example-08");
    observation.put("effectiveDateTime", day + "T07:15:00+01:00");
    observation
        .putObject("valueQuantity")
        .put("value", new java.math.BigDecimal(panel.value()))
        .put("unit", panel.unit())
        .put("system", "http://unitsofmeasure.org")
        .put("code", panel.unit());
    return observation;
  }

  private static void drafts(ObjectNode context) {
    JsonNode screen = read(DRAFTS).get("context");
    String drafts = screen.get("draftOrders").toString().replace("example-27", "example-08");
    context.set("draftOrders", JSON.readTree(drafts));
    context.set("selections", screen.get("selections"));
  }

  private static ObjectNode read(Path file) {
    try {
      return (ObjectNode) JSON.readTree(Files.readAllBytes(file));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  @Override
  public String toString() {
    return "%s, %d Observations, %s".formatted(hook, observations, leukemia ? "ALL" : "no ALL");
  }
}
