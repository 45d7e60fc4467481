package org.karyon.fhirapi.cql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.guideline.Condition;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.RiskRow;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentRule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The guideline's tables as one library, in CQL 1.5 and as the ELM that a translator would make of
 * it. The library reads no data model: facts are its parameters, and unknown facts have none.
 */
public final class CqlLibrary {

  /** The types that parameters can have. */
  public enum Type {
    /** A word out of a closed list. */
    STRING("String"),
    /** A number. */
    DECIMAL("Decimal"),
    /** True or false. */
    BOOLEAN("Boolean");

    private final String id;

    Type(String id) {
      this.id = id;
    }

    /**
     * The type in CQL.
     *
     * @return its name in the System library
     */
    public String id() {
      return id;
    }
  }

  private final String name;
  private final String version;
  private final Map<String, Type> parameters = new LinkedHashMap<>();
  private final Definitions definitions;

  /**
   * Writes the library of a guideline.
   *
   * @param name the name of the library
   * @param guideline the tables
   */
  public CqlLibrary(String name, Guideline guideline) {
    this.name = name;
    this.version = guideline.version();
    Set<Fact<?>> narrowed = narrowed();
    FactSpace space = new FactSpace(conditions(guideline), narrowed);
    this.definitions = new Definitions(space);
    parameters(guideline, narrowed);
    TestDefinitions.scope(definitions);
    risk(guideline);
    Map<String, Region> offered = new TableDefinitions(guideline, space, definitions).define();
    new TestDefinitions(guideline, space, definitions).define(offered);
    new CheckDefinitions(guideline, definitions).define();
  }

  /**
   * Of an unknown fact of more than two values, some can be out of the question: an age group by a
   * year of birth, a course by what the record allows.
   */
  private static Set<Fact<?>> narrowed() {
    return Facts.all().stream()
        .filter(fact -> !fact.isAmount() && fact.terms().size() > 2)
        .collect(Collectors.toSet());
  }

  private void parameters(Guideline guideline, Set<Fact<?>> narrowed) {
    for (Fact<?> fact : Facts.all()) {
      parameters.put(fact.id(), fact.isAmount() ? Type.DECIMAL : Type.STRING);
      if (narrowed.contains(fact)) {
        fact.terms().forEach(t -> parameters.put(CqlNames.not(fact, t.id()), Type.BOOLEAN));
      }
    }
    guideline.workUp().keySet().forEach(item -> parameters.put(CqlNames.test(item), Type.STRING));
    for (OrderCheck check : guideline.orderChecks().checks()) {
      CheckDefinitions.drafted(check)
          .forEach(g -> parameters.put(CqlNames.drafted(g), Type.BOOLEAN));
      check
          .draftedTogether()
          .forEach(all -> all.forEach(g -> parameters.put(CqlNames.onScreen(g), Type.BOOLEAN)));
      if (check.draftedRegimen().isPresent()) {
        parameters.put(CqlNames.regimen(check), Type.BOOLEAN);
      }
      Set<String> inPlace = new LinkedHashSet<>(check.unlessOrdered());
      inPlace.addAll(check.orWhenOrdered());
      inPlace.forEach(g -> parameters.put(CqlNames.inPlace(g), Type.BOOLEAN));
      if (check.givenWithin().isPresent()) {
        check.unlessOrdered().forEach(g -> parameters.put(CqlNames.given(g), Type.BOOLEAN));
      }
    }
    parameters.put(CqlNames.REPEATED, Type.BOOLEAN);
  }

  private static List<Condition> conditions(Guideline guideline) {
    List<Row> rows = new ArrayList<>();
    for (DecisionTable table : guideline.tables()) {
      rows.add(table.appliesTo());
      for (TreatmentRule rule : table.rules()) {
        rows.addAll(rule.when());
        rule.options().forEach(offered -> rows.addAll(offered.onlyWhen()));
      }
    }
    guideline.riskRows().forEach(row -> rows.add(row.when()));
    for (OrderCheck check : guideline.orderChecks().checks()) {
      rows.addAll(check.when());
      check.milder().ifPresent(milder -> rows.addAll(milder.when()));
      check.whenUnknown().ifPresent(unknown -> rows.add(unknown.around()));
    }
    guideline.options().values().forEach(option -> rows.addAll(option.draftedWhen()));
    return rows.stream().flatMap(row -> row.conditions().stream()).toList();
  }

  /** The first row that holds decides. */
  private void risk(Guideline guideline) {
    List<Clause> before = new ArrayList<>();
    for (RiskRow row : guideline.riskRows()) {
      List<Clause> decides = new ArrayList<>(List.of(definitions.named(CqlNames.COVERED)));
      Clause holds = new Clause.IsTrue(definitions.row(row.when()));
      decides.add(holds);
      if (!before.isEmpty()) {
        decides.add(new Clause.Not(Clause.any(before)));
      }
      before.add(holds);
      definitions.define(CqlNames.decides(row), Clause.all(decides));
    }
  }

  /**
   * The parameters of the library.
   *
   * @return the type of each by its name, in the order of the guideline
   */
  public Map<String, Type> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  /**
   * The names of the definitions.
   *
   * @return each name, in the order of the library
   */
  public List<String> definitions() {
    return List.copyOf(definitions.all().keySet());
  }

  /**
   * The library in Clinical Quality Language.
   *
   * @return its text
   */
  public String cql() {
    StringBuilder cql = new StringBuilder();
    cql.append("library ").append(name).append(" version '").append(version).append("'\n\n");
    parameters.forEach(
        (parameter, type) ->
            cql.append("parameter ")
                .append(CqlText.identifier(parameter))
                .append(' ')
                .append(type.id())
                .append('\n'));
    definitions
        .all()
        .forEach(
            (definition, clause) ->
                cql.append("\ndefine ")
                    .append(CqlText.identifier(definition))
                    .append(":\n  ")
                    .append(CqlText.of(clause))
                    .append('\n'));
    return cql.toString();
  }

  /**
   * The library as Expression Logical Model.
   *
   * @return its JSON
   */
  public String elm() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode library = root.putObject("library");
    library.putObject("identifier").put("id", name).put("version", version);
    library.putObject("schemaIdentifier").put("id", "urn:hl7-org:elm").put("version", "r1");
    library
        .putObject("usings")
        .putArray("def")
        .addObject()
        .put("localIdentifier", "System")
        .put("uri", "urn:hl7-org:elm-types:r1");
    ArrayNode declared = library.putObject("parameters").putArray("def");
    parameters.forEach(
        (parameter, type) ->
            declared
                .addObject()
                .put("name", parameter)
                .put("accessLevel", "Public")
                .set("parameterTypeSpecifier", ElmTree.typeSpecifier(type.id())));
    ArrayNode statements = library.putObject("statements").putArray("def");
    definitions
        .all()
        .forEach(
            (definition, clause) ->
                statements
                    .addObject()
                    .put("name", definition)
                    .put("context", "Unfiltered")
                    .put("accessLevel", "Public")
                    .set("expression", ElmTree.of(clause)));
    return root.toString();
  }
}
