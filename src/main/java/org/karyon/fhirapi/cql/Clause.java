package org.karyon.fhirapi.cql;

import java.math.BigDecimal;
import java.util.List;

/**
 * An expression of Clinical Quality Language, as far as decision tables need one. Every clause but
 * a {@link Choice} is true, false or, where a fact is not known, null.
 */
sealed interface Clause {

  /** A parameter has a value. */
  record Is(String parameter, String value) implements Clause {}

  /** A parameter is a number of at least this. */
  record AtLeast(String parameter, BigDecimal limit) implements Clause {}

  /** A parameter is a number below this. */
  record Below(String parameter, BigDecimal limit) implements Clause {}

  /** A parameter has no value. */
  record IsNotKnown(String parameter) implements Clause {}

  /** A parameter that is true or false itself. */
  record Flag(String parameter) implements Clause {}

  /** Another definition of the library. */
  record Named(String definition) implements Clause {}

  /** All of several clauses. */
  record All(List<Clause> clauses) implements Clause {}

  /** Any of several clauses. */
  record Any(List<Clause> clauses) implements Clause {}

  /** The opposite of a clause. */
  record Not(Clause clause) implements Clause {}

  /** A clause is true; false where it is null. */
  record IsTrue(Clause clause) implements Clause {}

  /** A clause is false; false where it is null. */
  record IsFalse(Clause clause) implements Clause {}

  /** Always so, or never. */
  record Constant(boolean value) implements Clause {}

  /** The word of the first case that is true, else the last word. */
  record Choice(List<Case> cases, String otherwise) implements Clause {}

  /** A word, and when it stands. */
  record Case(Clause when, String then) {}

  static Clause all(List<? extends Clause> clauses) {
    return switch (clauses.size()) {
      case 0 -> new Constant(true);
      case 1 -> clauses.getFirst();
      default -> new All(List.copyOf(clauses));
    };
  }

  static Clause any(List<? extends Clause> clauses) {
    return switch (clauses.size()) {
      case 0 -> new Constant(false);
      case 1 -> clauses.getFirst();
      default -> new Any(List.copyOf(clauses));
    };
  }

  /** A clause may still turn out to be true. */
  static Clause mayBeTrue(Clause clause) {
    return new Not(new IsFalse(clause));
  }
}
