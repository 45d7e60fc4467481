package org.karyon.explorer.patient;

import java.util.Locale;
import java.util.stream.Collectors;
import org.karyon.facts.Amount;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Term;
import org.karyon.guideline.Condition;
import org.karyon.guideline.Guideline;

/** Says facts, values and conditions in a clinician's words. */
public final class FactWording {

  private final Guideline guideline;

  /**
   * Takes the names from a guideline.
   *
   * @param guideline the knowledge
   */
  public FactWording(Guideline guideline) {
    this.guideline = guideline;
  }

  /** The name of a fact. */
  public String name(Fact<?> fact) {
    return guideline.name(fact).name();
  }

  /** A value with its unit. */
  public String value(Fact<?> fact, FactValue value) {
    return switch (value) {
      case Amount amount -> (amount.id() + ' ' + guideline.name(fact).unit()).strip();
      case Term term -> term(fact, term.id());
    };
  }

  /** A term of a fact. */
  public static String term(Fact<?> fact, String id) {
    return fact.equals(Facts.LINEAGE) ? id.toUpperCase(Locale.ROOT) : id.replace('-', ' ');
  }

  /** What the record says of a fact: its value, or why there is none. */
  public String finding(Fact<?> fact, Finding<?> finding) {
    return switch (finding) {
      case Finding.Known<?> known -> value(fact, known.known());
      case Finding.Unknown<?> unknown -> unknown.reason().words();
    };
  }

  /** What a condition asks for. */
  public String condition(Condition condition) {
    return switch (condition) {
      case Condition.OneOf oneOf ->
          name(oneOf.fact())
              + " "
              + oneOf.values().stream()
                  .map(id -> term(oneOf.fact(), id))
                  .collect(Collectors.joining(" or "));
      case Condition.Limit limit ->
          name(limit.fact())
              + " "
              + limit.comparison().words()
              + " "
              + (limit.limit().value().toPlainString() + " " + guideline.name(limit.fact()).unit())
                  .strip();
    };
  }
}
