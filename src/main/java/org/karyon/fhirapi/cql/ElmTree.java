package org.karyon.fhirapi.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes clauses as the Expression Logical Model, the form that engines run without a compiler. */
final class ElmTree {

  private static final String SYSTEM = "{urn:hl7-org:elm-types:r1}";

  private ElmTree() {}

  static ObjectNode of(Clause clause) {
    return switch (clause) {
      case Clause.Is is -> binary("Equal", parameter(is.parameter()), text(is.value()));
      case Clause.AtLeast limit ->
          binary(
              "GreaterOrEqual",
              parameter(limit.parameter()),
              literal("Decimal", CqlText.number(limit.limit())));
      case Clause.Below limit ->
          binary(
              "Less",
              parameter(limit.parameter()),
              literal("Decimal", CqlText.number(limit.limit())));
      case Clause.IsNotKnown unknown -> unary("IsNull", parameter(unknown.parameter()));
      case Clause.Flag flag -> parameter(flag.parameter());
      case Clause.Named named -> node("ExpressionRef").put("name", named.definition());
      case Clause.All all -> joined(all.clauses(), (left, right) -> binary("And", left, right));
      case Clause.Any any -> joined(any.clauses(), (left, right) -> binary("Or", left, right));
      case Clause.Not not -> unary("Not", of(not.clause()));
      case Clause.IsTrue is -> unary("IsTrue", of(is.clause()));
      case Clause.IsFalse is -> unary("IsFalse", of(is.clause()));
      case Clause.Constant constant -> literal("Boolean", String.valueOf(constant.value()));
      case Clause.Choice choice -> choice(choice.cases(), choice.otherwise());
    };
  }

  private static ObjectNode choice(List<Clause.Case> cases, String otherwise) {
    if (cases.isEmpty()) {
      return text(otherwise);
    }
    ObjectNode choice = node("If");
    choice.set("condition", of(cases.getFirst().when()));
    choice.set("then", text(cases.getFirst().then()));
    choice.set("else", choice(cases.subList(1, cases.size()), otherwise));
    return choice;
  }

  private static ObjectNode joined(List<Clause> clauses, BinaryOperator<ObjectNode> join) {
    return new ArrayList<>(clauses).stream().map(ElmTree::of).reduce(join).orElseThrow();
  }

  private static ObjectNode parameter(String name) {
    return node("ParameterRef").put("name", name);
  }

  private static ObjectNode text(String value) {
    return literal("String", value);
  }

  private static ObjectNode literal(String type, String value) {
    return node("Literal").put("valueType", SYSTEM + type).put("value", value);
  }

  private static ObjectNode unary(String type, ObjectNode operand) {
    ObjectNode node = node(type);
    node.set("operand", operand);
    return node;
  }

  private static ObjectNode binary(String type, ObjectNode left, ObjectNode right) {
    ObjectNode node = node(type);
    node.putArray("operand").add(left).add(right);
    return node;
  }

  static ObjectNode node(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  static ObjectNode typeSpecifier(String type) {
    return node("NamedTypeSpecifier").put("name", SYSTEM + type);
  }
}
