package org.karyon.guideline;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.karyon.facts.Amount;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Term;

/**
 * One condition of a row: a fact has one of some values, or compares with a parameter; nothing else
 * exists.
 */
public sealed interface Condition {

  /**
   * The fact that is looked at.
   *
   * @return a fact of the closed vocabulary
   */
  Fact<?> fact();

  /**
   * Whether a known value meets the condition.
   *
   * @param value a value of this condition's fact
   * @return whether it holds
   */
  boolean holdsFor(FactValue value);

  /**
   * The condition in plain words.
   *
   * @return for example {@code course is complete-remission}
   */
  String words();

  /**
   * A fact is one of some terms.
   *
   * @param fact a fact with terms
   * @param values the ids of the terms that meet the condition
   */
  record OneOf(Fact<?> fact, Set<String> values) implements Condition {

    /** Keeps the order in which the table names the values. */
    public OneOf {
      values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    @Override
    public boolean holdsFor(FactValue value) {
      return values.contains(value.id());
    }

    @Override
    public String words() {
      return fact.id() + " is " + String.join(" or ", values);
    }
  }

  /**
   * An amount compares with a parameter.
   *
   * @param fact a fact that is an amount
   * @param comparison how it compares
   * @param limit the parameter
   */
  record Limit(Fact<?> fact, Comparison comparison, Parameter limit) implements Condition {

    @Override
    public boolean holdsFor(FactValue value) {
      return switch (value) {
        case Amount amount -> comparison.holds(amount.number().compareTo(limit.value()));
        case Term term -> false;
      };
    }

    @Override
    public String words() {
      return fact.id() + " is " + comparison.words() + " " + limit.value().toPlainString();
    }
  }
}
