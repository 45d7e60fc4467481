package org.karyon.guideline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.karyon.facts.Fact;
import org.karyon.terminology.Terminology;

/**
 * Everything that the guideline folder says, checked and linked.
 *
 * @param version the edition and the fingerprint of the files it was read from; part of every audit
 * @param source the text it is taken from
 * @param parameters numbers by id
 * @param interpretations interpretations by id
 * @param background notes by id
 * @param factNames the name of every fact
 * @param features risk features, in the source's order
 * @param riskRows the risk table, first that holds decides
 * @param tables treatment tables
 * @param options treatment options by id
 * @param orderables orders by id
 * @param workUp work-up items by id
 * @param orderChecks what is said of the orders on the screen
 * @param lesions how genetic facts are recognised
 * @param reportWords the words of laboratory reports
 * @param comorbidity how other diseases weigh
 * @param terminology codes and concepts
 * @param shortNames what cards and buttons call things
 * @param policy what the hospital changes of the cards
 */
public record Guideline(
    String version,
    GuidelineSource source,
    Map<String, Parameter> parameters,
    Map<String, Interpretation> interpretations,
    Map<String, BackgroundNote> background,
    Map<Fact<?>, FactName> factNames,
    List<RiskFeature> features,
    List<RiskRow> riskRows,
    List<DecisionTable> tables,
    Map<String, TreatmentOption> options,
    Map<String, Orderable> orderables,
    Map<String, WorkUpItem> workUp,
    OrderChecks orderChecks,
    List<Lesion> lesions,
    ReportWords reportWords,
    ComorbidityGrades comorbidity,
    Terminology terminology,
    ShortNames shortNames,
    SitePolicy policy) {

  /**
   * A parameter that code relies on.
   *
   * @param id one of the parameters that code asks for
   * @return the parameter
   * @throws NoSuchElementException when the folder lacks it; such a folder is not loaded
   */
  public Parameter parameter(ParameterId id) {
    return present(parameters, id.id());
  }

  /**
   * The number of a parameter.
   *
   * @param id one of the parameters that code asks for
   * @return its value in the unit of the parameter
   */
  public BigDecimal number(ParameterId id) {
    return parameter(id).value();
  }

  /**
   * The number of a parameter that counts something, such as days.
   *
   * @param id one of the parameters whose unit takes whole numbers only
   * @return its value, above 0
   */
  public int whole(ParameterId id) {
    return number(id).intValueExact();
  }

  /**
   * A treatment option that a rule names.
   *
   * @param id an option id
   * @return the option
   * @throws NoSuchElementException when the folder has none of that id; the lint proves that it has
   */
  public TreatmentOption option(String id) {
    return present(options, id);
  }

  /**
   * An order that an option or a work-up item names.
   *
   * @param id an orderable id
   * @return the order
   * @throws NoSuchElementException when the folder has none of that id; the lint proves that it has
   */
  public Orderable orderable(String id) {
    return present(orderables, id);
  }

  /**
   * A work-up item that a rule names.
   *
   * @param id an item id
   * @return the item
   * @throws NoSuchElementException when the folder has none of that id; the lint proves that it has
   */
  public WorkUpItem workUpItem(String id) {
    return present(workUp, id);
  }

  /**
   * A work-up item that code relies on.
   *
   * @param id one of the items that code asks for
   * @return the item
   */
  public WorkUpItem workUpItem(WorkUpItemId id) {
    return workUpItem(id.id());
  }

  /**
   * How a fact is named to clinicians.
   *
   * @param fact a fact of the vocabulary
   * @return its name
   * @throws NoSuchElementException when the folder does not name it; the lint proves that it does
   */
  public FactName name(Fact<?> fact) {
    return present(factNames, fact);
  }

  /**
   * What a clinician is asked for where a fact is missing: a derived fact, such as the age group,
   * is asked for by what it is derived from.
   *
   * @param fact a fact of the vocabulary
   * @return the fact that can be recorded; often the fact itself
   */
  public Fact<?> asked(Fact<?> fact) {
    Optional<Fact<?>> instead = name(fact).asks();
    return instead.isPresent() ? instead.get() : fact;
  }

  private static <K, V> V present(Map<K, V> map, K key) {
    V value = map.get(key);
    if (value == null) {
      throw new NoSuchElementException("The guideline has no " + key);
    }
    return value;
  }
}
