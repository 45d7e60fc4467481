package org.karyon.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports to measure with: one patient as often as is asked for, or small ones, no two alike. */
public final class RegistryExport {

  /** The id of the patient in {@link #resources}. */
  public static final String EXAMPLE = "example-08";

  private static final int OBSERVATIONS = 100;
  private static final int FILES = 8;
  private static final String WHOLE = "whole";

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
   * Writes an export of patients with 100 Observations, unless it is there. It is written by kinds
   * of resource, as servers export: the lines of a patient lie far apart.
   *
   * @param folder where exports are
   * @param patients how many patients it has
   * @return its folder
   * @throws IOException when it cannot be written
   */
  static Path large(Path folder, int patients) throws IOException {
    Path export = folder.resolve("export-" + patients);
    if (isWhole(export)) {
      return export;
    }
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
    Files.createFile(export.resolve(WHOLE));
    return export;
  }

  /**
   * Writes an export of patients with seven resources, no two alike, unless it is there: one packed
   * file a kind of resource, in which patients come in no order.
   *
   * @param folder where exports are
   * @param patients how many patients it has, at most a million
   * @return its folder
   * @throws IOException when it cannot be written
   */
  static Path small(Path folder, int patients) throws IOException {
    Path export = folder.resolve("small-" + patients);
    if (isWhole(export)) {
      return export;
    }
    List<BufferedWriter> files = new ArrayList<>();
    try {
      for (int file = 0; file < SmallPatient.RESOURCES; file++) {
        files.add(packed(export.resolve("part-%02d.ndjson.gz".formatted(file))));
      }
      for (int patient = 0; patient < patients; patient++) {
        // A prime to a million, so that no id comes twice.
        String id = name((int) (patient * 618_033L % 1_000_000));
        List<String> resources = SmallPatient.followed(id, patient);
        for (int file = 0; file < resources.size(); file++) {
          files.get(file).write(resources.get(file));
          files.get(file).write('\n');
        }
      }
    } finally {
      for (BufferedWriter file : files) {
        file.close();
      }
    }
    Files.createFile(export.resolve(WHOLE));
    return export;
  }

  private static BufferedWriter packed(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(new FastGzip(Files.newOutputStream(file)), StandardCharsets.UTF_8));
  }

  /** Packed as fast as can be, because only the reading is measured. */
  private static final class FastGzip extends GZIPOutputStream {

    private FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private static boolean isWhole(Path export) throws IOException {
    if (Files.exists(export.resolve(WHOLE))) {
      return true;
    }
    RegistryRun.empty(export);
    Files.createDirectories(export);
    return false;
  }

  private static String name(int patient) {
    return String.format(Locale.ROOT, "patient-%07d", patient);
  }
}
