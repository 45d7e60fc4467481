package org.karyon.registry;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.outcomes.SpreadsheetCell;

/** The answers of a run as a table for statistics: one row a patient, one column a fact. */
final class AnswerTable implements AutoCloseable {

  private static final String UNKNOWN = "unknown";

  private final CsvWriter table;
  private final List<String> facts;
  private boolean closed;

  AnswerTable(Path file, List<String> facts) throws IOException {
    this.table = CsvWriter.builder().build(file);
    this.facts = facts;
    List<String> head = new ArrayList<>(List.of("patient", "as-of", "scope"));
    head.addAll(facts);
    head.addAll(
        List.of("risk-group", "provisional", "rules", "applies", "needs", "missing-tests", "gaps"));
    table.writeRecord(head);
  }

  void add(PatientAnswer answer) {
    List<String> row =
        new ArrayList<>(List.of(answer.patient(), answer.asOf().toString(), answer.scope()));
    for (String fact : facts) {
      row.add(
          Optional.ofNullable(answer.facts().get(fact))
              .map(known -> known.value().orElse(UNKNOWN))
              .orElse(""));
    }
    row.add(answer.riskGroup().orElse(""));
    row.add(answer.provisional().map(String::valueOf).orElse(""));
    row.add(String.join(" ", answer.rules()));
    row.add(String.join(" ", answer.options("applies")));
    row.add(String.join(" ", answer.options("needs")));
    row.add(String.join(" ", answer.missing()));
    row.add(String.valueOf(answer.gaps().size()));
    table.writeRecord(row.stream().map(SpreadsheetCell::harmless).toList());
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      table.close();
    }
  }
}
