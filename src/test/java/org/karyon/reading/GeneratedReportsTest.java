package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.B_LINEAGE;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.named;
import static org.karyon.reading.Records.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.PatientRecord;
import org.karyon.reading.GeneratedReport.Truth;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports built from parts: none may be taken for saying what it does not say. As many as {@code
 * trial.reports} says; a million at night.
 */
class GeneratedReportsTest {

  private static final int REPORTS = Integer.getInteger("trial.reports", 2_000);
  private static final int SHOWN = 40;

  @Test
  void noGeneratedReportIsReadFalselyAndPlainPositivesAreRead() {
    List<String> false_ = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    int plain = 0;
    for (int seed = 0; seed < REPORTS; seed++) {
      GeneratedReport report = GeneratedReport.of(seed);
      PatientRecord record = read(PATIENT, B_LINEAGE, observation(report));
      for (Map.Entry<String, Truth> truth : report.truths().entrySet()) {
        String said = state(record, truth.getKey());
        boolean positive = truth.getValue() == Truth.PRESENT;
        plain += positive && report.plain() ? 1 : 0;
        boolean wrong =
            (said.equals("present") && !positive)
                || (said.equals("absent") && truth.getValue() != Truth.ABSENT);
        if (wrong && false_.size() < SHOWN) {
          false_.add(truth + " read as " + said + ": " + report.text());
        }
        if (positive && report.plain() && !said.equals("present")) {
          missed.add(truth.getKey() + ": " + report.text());
        }
      }
    }
    assertThat(false_).as("false assertions and absences").isEmpty();
    assertThat(missed.size())
        .as(
            "plain positives of %s that were missed, such as %s",
            plain, missed.stream().limit(SHOWN).toList())
        .isLessThanOrEqualTo(plain / 50);
  }

  private static String observation(GeneratedReport report) {
    String text = JsonMapper.shared().writeValueAsString(report.text()).replace('\'', '\u2032');
    return named(report.title(), "'valueString':" + text);
  }

  private static String state(PatientRecord record, String fact) {
    Finding<?> finding = record.facts().get(Facts.named(fact).orElseThrow());
    return finding.value().map(FactValue::id).orElse("open");
  }
}
