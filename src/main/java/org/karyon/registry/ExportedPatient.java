package org.karyon.registry;

import java.util.List;

/**
 * What an export holds of one patient.
 *
 * @param id the patient
 * @param lines the resources, in the order of files and lines
 */
public record ExportedPatient(String id, List<ExportLine> lines) {

  /** Copies the lines. */
  public ExportedPatient {
    lines = List.copyOf(lines);
  }
}
