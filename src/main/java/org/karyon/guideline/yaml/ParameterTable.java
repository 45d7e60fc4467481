package org.karyon.guideline.yaml;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.ParameterId;
import org.karyon.guideline.ParameterUnit;

/**
 * The numbers of the folder while it is read. It knows which of them something asked for, so that a
 * number that decides nothing is refused like one that is missing.
 */
final class ParameterTable {

  private final Map<String, Parameter> parameters;
  private final Problems problems;
  private final Set<String> asked = new HashSet<>();

  ParameterTable(Map<String, Parameter> parameters, Problems problems) {
    this.parameters = parameters;
    this.problems = problems;
  }

  /** The parameter of that name for a decision; an unknown name is a problem. */
  Optional<Parameter> named(YamlValue at, String name) {
    Optional<Parameter> parameter = Optional.ofNullable(parameters.get(name));
    if (parameter.isEmpty()) {
      problems.unknown(at, "parameter", name, parameters.keySet());
    }
    asked.add(name);
    return parameter;
  }

  /** The same where only one kind of number has a meaning. */
  Optional<Parameter> named(YamlValue at, String name, ParameterUnit unit) {
    Optional<Parameter> parameter = named(at, name);
    parameter
        .filter(known -> !unit.isMeantBy(known.unit()))
        .ifPresent(
            known ->
                problems.add(
                    at,
                    "'%s' is given in '%s'; %s are expected here."
                        .formatted(name, known.unit(), unit.words())));
    return parameter;
  }

  /** Refuses a folder that lacks what code asks for, and one whose numbers nothing asks for. */
  void check() {
    for (ParameterId needed : ParameterId.values()) {
      Parameter parameter = parameters.get(needed.id());
      if (parameter == null) {
        problems.add(
            "parameters.yaml",
            1,
            "The parameter '%s' (%s) is missing; decisions are made with it."
                .formatted(needed.id(), needed.unit().words()));
      } else {
        check(parameter, needed.unit());
      }
      asked.add(needed.id());
    }
    for (Parameter parameter : parameters.values()) {
      if (!asked.contains(parameter.id())) {
        problems.at(
            "parameter",
            parameter.id(),
            "Nothing asks for the parameter '%s'; remove it or use it.".formatted(parameter.id()));
      }
    }
  }

  private void check(Parameter parameter, ParameterUnit unit) {
    if (!unit.isMeantBy(parameter.unit())) {
      problems.at(
          "parameter",
          parameter.id(),
          "'%s' is given in '%s'; decisions are made with it in %s."
              .formatted(parameter.id(), parameter.unit(), unit.words()));
    }
    unit.refusal(parameter.value())
        .ifPresent(
            expected ->
                problems.at(
                    "parameter",
                    parameter.id(),
                    "'%s' must be %s, not %s."
                        .formatted(parameter.id(), expected, parameter.value().toPlainString())));
  }
}
