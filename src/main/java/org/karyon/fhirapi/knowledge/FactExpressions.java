package org.karyon.fhirapi.knowledge;

import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Expression;
import org.karyon.facts.Fact;
import org.karyon.guideline.Comparison;
import org.karyon.guideline.Condition;
import org.karyon.guideline.Row;

/**
 * Conditions as FHIRPath over a Parameters resource with one parameter for each known fact (see the
 * Library). A fact that is not known has no parameter; by FHIRPath's logic a condition on it is
 * then empty, neither true nor false, which is what the guideline's tables mean by unknown.
 */
public final class FactExpressions {

  private FactExpressions() {}

  /** All conditions of a row hold. */
  static Expression all(Row row) {
    return expression(row(row), row.words());
  }

  /** One of several rows holds. */
  static Expression any(List<Row> rows) {
    return expression(
        rows.stream().map(FactExpressions::row).collect(Collectors.joining(" or ")),
        rows.stream().map(Row::words).collect(Collectors.joining("; or ")));
  }

  /** A fact is not known, where the other conditions hold. */
  static Expression unknown(Fact<?> fact, Row around) {
    String missing = value(fact) + ".empty()";
    return expression(
        around.conditions().isEmpty() ? missing : missing + " and " + row(around),
        fact.id()
            + " is not known"
            + (around.conditions().isEmpty() ? "" : " and " + around.words()));
  }

  private static Expression expression(String path, String words) {
    return new Expression()
        .setLanguage("text/fhirpath")
        .setExpression(path)
        .setDescription(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
  }

  private static String row(Row row) {
    return row.conditions().stream()
        .map(FactExpressions::condition)
        .collect(Collectors.joining(" and ", "(", ")"));
  }

  private static String condition(Condition condition) {
    return switch (condition) {
      case Condition.OneOf oneOf ->
          oneOf.values().stream()
              .map(value -> value(oneOf.fact()) + " = '" + value + "'")
              .collect(Collectors.joining(" or ", "(", ")"));
      case Condition.Limit limit ->
          value(limit.fact()) + sign(limit.comparison()) + limit.limit().value().toPlainString();
    };
  }

  private static String value(Fact<?> fact) {
    return "parameter.where(name = '" + fact.id() + "').value";
  }

  private static String sign(Comparison comparison) {
    return switch (comparison) {
      case AT_LEAST -> " >= ";
      case BELOW -> " < ";
    };
  }
}
