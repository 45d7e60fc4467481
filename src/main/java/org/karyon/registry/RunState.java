package org.karyon.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an interrupted run leaves behind so that the next one goes on: which export was sorted, for
 * which day and knowledge, and what its files were worth.
 *
 * @param signature the export, the day and the knowledge; a run of another signature starts anew
 * @param blocks the names of the sorted blocks
 * @param sources the quality of each file
 * @param medicationsKept whether every Medication was kept in memory
 */
record RunState(
    String signature,
    List<String> blocks,
    List<SourceQuality.Counts> sources,
    boolean medicationsKept) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static String signature(ExportFolder export, LocalDate asOf, String guideline)
      throws IOException {
    List<String> parts = new ArrayList<>(List.of(asOf.toString(), guideline));
    for (int file = 0; file < export.files().size(); file++) {
      Path path = export.files().get(file);
      parts.add(export.name(file) + ' ' + Files.size(path) + ' ' + Files.getLastModifiedTime(path));
    }
    return String.join("\n", parts);
  }

  /** Whether a state was left behind that fits, so that the sort need not be done again. */
  static boolean fits(Path file, String signature) throws IOException {
    return Files.exists(file) && read(file).signature().equals(signature);
  }

  static RunState read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readAllBytes(file), RunState.class);
    } catch (JacksonException cut) {
      return new RunState("", List.of(), List.of(), true);
    }
  }

  void write(Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
