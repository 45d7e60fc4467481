package org.karyon.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryCountsTest {

  @Test
  void messagesThatAllDifferAreCountedWithoutBeingKept() {
    RegistryCounts counts = new RegistryCounts();
    int patients = 3 * RegistryCounts.MOST_GAPS;

    for (int number = 0; number < patients; number++) {
      counts.add(answer("unreadable: " + number));
      counts.add(answer("common"));
    }

    assertThat(counts.gaps()).hasSizeLessThanOrEqualTo(RegistryCounts.MOST_GAPS + 1);
    assertThat(counts.gaps()).containsEntry("common", (long) patients);
    assertThat(counts.gaps().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(2L * patients);
  }

  private static PatientAnswer answer(String gap) {
    return PatientAnswer.without(
        "p",
        LocalDate.of(2026, 11, 23),
        "g",
        "covered",
        List.of(new PatientAnswer.Gap("record", gap)));
  }
}
