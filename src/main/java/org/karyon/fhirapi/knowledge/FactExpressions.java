package org.karyon.fhirapi.knowledge;

import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Expression;
import org.karyon.facts.Fact;
import org.karyon.guideline.Comparison;
import org.karyon.guideline.Condition;
import org.karyon.guideline.Row;

/**
 * Conditions of actions: the name of a definition of the library, and where the tables say it in
 * one sentence the same as FHIRPath over the Parameters resource of facts, for engines without CQL.
 * A fact that is not known has no parameter; by FHIRPath's logic a condition on it is then empty,
 * neither true nor false.
 */
public final class FactExpressions {

  /** Where the FHIRPath of a condition stands. */
  public static final String ALTERNATIVE =
      "http://hl7.org/fhir/StructureDefinition/cqf-alternativeExpression";

  private FactExpressions() {}

  /** A definition of the library. */
  static Expression named(String definition, String words) {
    return new Expression()
        .setLanguage("text/cql-identifier")
        .setExpression(definition)
        .setDescription(sentence(words));
  }

  /** A definition of the library that holds where every condition of a row holds. */
  static Expression named(String definition, Row row) {
    return alternative(named(definition, row.words()), row(row));
  }

  /** A definition of the library that holds where a guard and one of several rows hold. */
  static Expression named(String definition, Row guard, List<Row> rows) {
    String either = rows.stream().map(FactExpressions::row).collect(Collectors.joining(" or "));
    String words = rows.stream().map(Row::words).collect(Collectors.joining("; or "));
    return guard.conditions().isEmpty()
        ? alternative(named(definition, words), either)
        : alternative(
            named(definition, guard.words() + (words.isEmpty() ? "" : "; " + words)),
            row(guard) + " and (" + either + ")");
  }

  private static Expression alternative(Expression expression, String path) {
    expression.addExtension(
        ALTERNATIVE, new Expression().setLanguage("text/fhirpath").setExpression(path));
    return expression;
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private static String row(Row row) {
    if (row.conditions().isEmpty()) {
      return "true";
    }
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
