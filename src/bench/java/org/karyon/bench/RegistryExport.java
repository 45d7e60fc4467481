package org.karyon.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports to measure with: the same patient as often as is asked for, each under its own id. */
public final class RegistryExport {

  /** The id of the patient in {@link #resources}. */
  public static final String EXAMPLE = "example-08";

  private static final int OBSERVATIONS = 100;
  private static final int FILES = 8;

  private RegistryExport() {}

  /**
   * The resources of one patient, with 100 Observations.
   *
   * @return each as one line of JSON
   */
  public static List<String> resources() {
    List<String> resources = new ArrayList<>();
    JsonNode request =
        JsonMapper.shared()
            .readTree(new BenchPatient(OBSERVATIONS, true, "patient-view").request());
    for (JsonNode part : request.path("prefetch")) {
      if (part.path("resourceType").asString("").equals("Patient")) {
        resources.add(part.toString());
      }
      part.path("entry").forEach(entry -> resources.add(entry.path("resource").toString()));
    }
    return resources;
  }

  /**
   * Writes an export, unless it is there. It is written by kinds of resource, as servers export:
   * the lines of a patient lie far apart.
   *
   * @param folder where exports are
   * @param patients how many patients it has
   * @return its folder
   * @throws IOException when it cannot be written
   */
  static Path of(Path folder, int patients) throws IOException {
    Path export = folder.resolve("export-" + patients);
    Path whole = export.resolve("whole");
    if (Files.exists(whole)) {
      return export;
    }
    RegistryRun.empty(export);
    Files.createDirectories(export);
    List<String> resources = resources();
    for (int number = 0; number < resources.size(); number++) {
      String[] parts = resources.get(number).split(EXAMPLE, -1);
      try (BufferedWriter out =
          Files.newBufferedWriter(
              export.resolve("part-%02d.ndjson".formatted(number % FILES)),
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND)) {
        for (int patient = 0; patient < patients; patient++) {
          out.write(String.join(name(patient), parts));
          out.write('\n');
        }
      }
    }
    Files.createFile(whole);
    return export;
  }

  private static String name(int patient) {
    return String.format(Locale.ROOT, "patient-%07d", patient);
  }
}
