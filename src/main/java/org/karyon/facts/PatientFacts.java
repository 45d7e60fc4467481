package org.karyon.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known and unknown of one patient; a fact that nobody set is unknown, not recorded. */
public final class PatientFacts {

  private final Map<Fact<?>, Finding<?>> findings;

  private PatientFacts(Map<Fact<?>, Finding<?>> findings) {
    this.findings = findings;
  }

  /**
   * A patient of whom nothing is known.
   *
   * @return no findings
   */
  public static PatientFacts none() {
    return new PatientFacts(Map.of());
  }

  /**
   * The finding of a fact.
   *
   * @param fact any fact of the vocabulary
   * @param <V> the type of its value
   * @return known or unknown, never absent
   */
  @SuppressWarnings("unchecked") // with() only ever stores findings of the fact's own type.
  public <V extends FactValue> Finding<V> get(Fact<V> fact) {
    Finding<?> finding = findings.get(fact);
    return finding == null ? Finding.notRecorded() : (Finding<V>) finding;
  }

  /**
   * These facts and one more, as it stands in others.
   *
   * @param fact the fact
   * @param others where its finding is taken from
   * @param <V> the type of its value
   * @return a new set of facts
   */
  public <V extends FactValue> PatientFacts withFrom(Fact<V> fact, PatientFacts others) {
    return with(fact, others.get(fact));
  }

  /**
   * These facts and one more.
   *
   * @param fact the fact
   * @param finding its finding, which replaces an earlier one
   * @param <V> the type of its value
   * @return a new set of facts
   */
  @SuppressWarnings("ReferenceEquality") // The very finding that stands there changes nothing.
  public <V extends FactValue> PatientFacts with(Fact<V> fact, Finding<V> finding) {
    if (findings.get(fact) == finding) {
      return this;
    }
    Map<Fact<?>, Finding<?>> more = new LinkedHashMap<>(findings);
    more.put(fact, finding);
    return new PatientFacts(more);
  }

  /**
   * These facts and several more.
   *
   * @param findings findings by fact, in the order in which they are set
   * @param <V> the type of their values
   * @return a new set of facts
   */
  public <V extends FactValue> PatientFacts withAll(Map<Fact<V>, Finding<V>> findings) {
    if (findings.isEmpty()) {
      return this;
    }
    Map<Fact<?>, Finding<?>> more = new LinkedHashMap<>(this.findings);
    more.putAll(findings);
    return new PatientFacts(more);
  }

  /**
   * What is known.
   *
   * @return values by fact, in the order in which they were set
   */
  public Map<Fact<?>, FactValue> values() {
    Map<Fact<?>, FactValue> values = new LinkedHashMap<>();
    findings.forEach((fact, finding) -> finding.value().ifPresent(v -> values.put(fact, v)));
    return values;
  }

  /**
   * Every fact that was looked for.
   *
   * @return findings by fact, in the order in which they were set
   */
  public Map<Fact<?>, Finding<?>> all() {
    return Collections.unmodifiableMap(findings);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PatientFacts facts && findings.equals(facts.findings);
  }

  @Override
  public int hashCode() {
    return findings.hashCode();
  }

  /** The names of the facts alone, because what was found is the patient's. */
  @Override
  public String toString() {
    return findings.keySet().toString();
  }
}
