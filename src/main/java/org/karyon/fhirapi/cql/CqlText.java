package org.karyon.fhirapi.cql;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes clauses as Clinical Quality Language. */
final class CqlText {

  private CqlText() {}

  static String of(Clause clause) {
    return switch (clause) {
      case Clause.Is is -> identifier(is.parameter()) + " = " + text(is.value());
      case Clause.AtLeast limit -> identifier(limit.parameter()) + " >= " + number(limit.limit());
      case Clause.Below limit -> identifier(limit.parameter()) + " < " + number(limit.limit());
      case Clause.IsNotKnown unknown -> identifier(unknown.parameter()) + " is null";
      case Clause.Flag flag -> identifier(flag.parameter());
      case Clause.Named named -> identifier(named.definition());
      case Clause.All all -> joined(all.clauses(), "\n    and ");
      case Clause.Any any -> joined(any.clauses(), "\n    or ");
      case Clause.Not not -> "not " + part(not.clause());
      case Clause.IsTrue is -> part(is.clause()) + " is true";
      case Clause.IsFalse is -> part(is.clause()) + " is false";
      case Clause.Constant constant -> String.valueOf(constant.value());
      case Clause.Choice choice ->
          choice.cases().stream()
              .map(when -> "if " + of(when.when()) + " then " + text(when.then()) + "\n  else ")
              .collect(Collectors.joining("", "", text(choice.otherwise())));
    };
  }

  private static String joined(List<Clause> clauses, String word) {
    return clauses.stream().map(CqlText::part).collect(Collectors.joining(word));
  }

  private static String part(Clause clause) {
    return switch (clause) {
      case Clause.Named named -> of(named);
      case Clause.Flag flag -> of(flag);
      case Clause.Constant constant -> of(constant);
      default -> '(' + of(clause).replace("\n    ", " ") + ')';
    };
  }

  static String identifier(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String text(String value) {
    return '\'' + value.replace("\\", "\\\\").replace("'", "\\'") + '\'';
  }

  /** With a decimal point, because a whole number would be of another type. */
  static String number(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
  }
}
