package org.karyon.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.karyon.BuiltIn;
import org.karyon.ExampleFolders;
import org.karyon.assessment.Assessment;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.CaseReader;
import org.karyon.proof.PatientsByChance.Patient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Patients by chance, of whom something is to hold: some in each build, {@code -Dtrial.patients} at
 * night. A patient of whom it does not hold is made smaller until nothing can be left out.
 */
final class EveryPatient {

  static final Guideline GUIDELINE = BuiltIn.GUIDELINE;
  static final Instrument INSTRUMENT = new Instrument(GUIDELINE);

  private static final int PATIENTS = Integer.getInteger("trial.patients", 50);
  private static final JsonMapper JSON = JsonMapper.shared();

  private EveryPatient() {}

  /** What is wrong with the patient, with a random source of its own. */
  interface Trial extends BiFunction<Patient, Random, Optional<String>> {}

  static void holds(Trial trial) {
    PatientsByChance patients = byChance(20261123);
    for (int number = 0; number < PATIENTS; number++) {
      Patient patient = patients.next();
      long seed = number;
      if (trial.apply(patient, new Random(seed)).isPresent()) {
        Patient smallest = smallest(patient, trial, seed);
        assertThat(trial.apply(smallest, new Random(seed)))
            .as("patient %d, made smaller:\n%s", number, smallest)
            .isEmpty();
      }
    }
  }

  static Patient smallest(Patient patient, Trial trial, long seed) {
    Patient smallest = patient;
    if (trial.apply(smallest.withoutDrafts(), new Random(seed)).isPresent()) {
      smallest = smallest.withoutDrafts();
    }
    for (int index = smallest.resources().size() - 1; index > 0; index--) {
      Patient smaller = smallest.without(index);
      if (trial.apply(smaller, new Random(seed)).isPresent()) {
        smallest = smaller;
      }
    }
    return smallest;
  }

  /** Put together from the records of the cases and of the examples. */
  static PatientsByChance byChance(long seed) {
    return new PatientsByChance(
        CaseReader.read(CasesTest.FOLDER, GUIDELINE),
        examples().values().stream().map(Patient::resources).toList(),
        seed);
  }

  /** The example patients on their day, by the name of their folder; each is Patient/p. */
  static Map<String, Patient> examples() {
    Map<String, Patient> examples = new TreeMap<>();
    for (Path example : ExampleFolders.all()) {
      JsonNode context = ExampleFolders.request(example).path("context");
      String id = context.path("patientId").asString();
      examples.put(
          ExampleFolders.name(example),
          new Patient(
              resources(ExampleFolders.record(example), id),
              resources(context.path("draftOrders"), id),
              CaseReader.TODAY));
    }
    return examples;
  }

  private static List<ObjectNode> resources(JsonNode bundle, String id) {
    List<ObjectNode> resources = new ArrayList<>();
    for (JsonNode entry : bundle.path("entry")) {
      String text =
          entry.path("resource").toString().replace("\"Patient/" + id + '"', "\"Patient/p\"");
      ObjectNode resource = (ObjectNode) JSON.readTree(text);
      boolean person = resource.path("resourceType").asString().equals("Patient");
      resources.add(person ? 0 : resources.size(), person ? resource.put("id", "p") : resource);
    }
    return resources;
  }

  static PatientRecord read(Patient patient) {
    return INSTRUMENT.read(patient.resources(), patient.drafts(), patient.today());
  }

  static Assessment assess(Patient patient) {
    return INSTRUMENT.assess(read(patient));
  }
}
