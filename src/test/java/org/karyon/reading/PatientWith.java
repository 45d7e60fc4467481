package org.karyon.reading;

import java.util.List;
import java.util.stream.Stream;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.PatientRecord;

/**
 * A patient with a disease and what was done about it, to whose record a test adds what it is
 * about, read on 2026-11-23.
 */
record PatientWith(List<String> resources) {

  static final PatientWith LEUKEMIA = of(Records.LEUKEMIA);
  static final PatientWith B_ALL = of(Records.B_LINEAGE);

  /** In remission, after treatment that began on 2026-08-01. */
  static final PatientWith REMISSION = of(Records.REMISSION, Records.VINCRISTINE);

  static PatientWith of(String... resources) {
    return new PatientWith(List.of(resources));
  }

  PatientRecord record(String... more) {
    return Records.read(
        Stream.of(List.of(Records.PATIENT), resources, List.of(more))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  <V extends FactValue> Finding<V> finding(Fact<V> fact, String... more) {
    return record(more).facts().get(fact);
  }

  /** The value of a fact, or why it is not known. */
  String state(Fact<?> fact, String... more) {
    return Records.words(finding(fact, more));
  }

  /** The same of a fact that is named by its id. */
  String state(String fact, String... more) {
    return state(Facts.named(fact).orElseThrow(), more);
  }
}
