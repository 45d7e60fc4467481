package org.karyon.fhirapi.cql;

import org.karyon.facts.Fact;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.RiskRow;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.TreatmentRule.OfferedOption;
import org.karyon.guideline.WorkUpItem;

/** The names of the parameters and definitions of the library, made of the guideline's own ids. */
public final class CqlNames {

  /** The definition that the leukemia is established in a patient of whom the guideline speaks. */
  public static final String COVERED = "patient is covered";

  /** The definition that the guideline says anything of the patient, if only of the work-up. */
  public static final String SPEAKS = "guideline speaks of the patient";

  /** The parameter that says whether a draft repeats what is done, ordered or active. */
  public static final String REPEATED = "repeated";

  private CqlNames() {}

  /**
   * The parameter with the state of a test of the work-up.
   *
   * @param item the id of the work-up item
   * @return its parameter; the value is {@code done}, {@code ordered}, {@code missing} or {@code
   *     unreadable}
   */
  public static String test(String item) {
    return "test-" + item;
  }

  /**
   * The parameter that says whether something of a group is among the orders that are decided on.
   *
   * @param group a group of orders or a concept
   * @return its parameter, true or false
   */
  public static String drafted(String group) {
    return "drafted-" + group;
  }

  /**
   * The parameter that says whether something of a group is drafted, active or ordered.
   *
   * @param group a group of orders or a concept
   * @return its parameter, true or false
   */
  public static String inPlace(String group) {
    return "in-place-" + group;
  }

  /**
   * The parameter that says whether something of a group was given recently enough to count.
   *
   * @param group a group of orders or a concept
   * @return its parameter, true or false
   */
  public static String given(String group) {
    return "given-" + group;
  }

  /**
   * The parameter that says that a value of an unknown fact is out of the question.
   *
   * @param fact a fact of more than two values
   * @param value the id of the value
   * @return its parameter, true or false
   */
  public static String not(Fact<?> fact, String value) {
    return "not-" + fact.id() + '-' + value;
  }

  /**
   * The parameter that says whether something of a group is on the screen, decided on or not.
   *
   * @param group a group of orders or a concept
   * @return its parameter, true or false
   */
  public static String onScreen(String group) {
    return "on-screen-" + group;
  }

  /**
   * The parameter that says whether the drafts that a check looks at are a regimen that no rule of
   * the patient offers.
   *
   * @param check the order check
   * @return its parameter, true or false
   */
  public static String regimen(OrderCheck check) {
    return "regimen-" + check.id();
  }

  /**
   * The definition that the orders of an option may be drafted.
   *
   * @param option the id of the option
   * @return true or false
   */
  public static String mayBeDrafted(String option) {
    return "option " + option + " may be drafted";
  }

  static String table(DecisionTable table) {
    return "table " + table.id() + " is entered";
  }

  static String rows(TreatmentRule rule) {
    return "rows of " + rule.id();
  }

  static String rule(TreatmentRule rule) {
    return "rule " + rule.id();
  }

  /**
   * The definition that a rule certainly holds.
   *
   * @param rule the rule
   * @return true or false
   */
  public static String holds(TreatmentRule rule) {
    return rule(rule) + " holds";
  }

  static String mayHold(TreatmentRule rule) {
    return rule(rule) + " may hold";
  }

  /**
   * The definition that a rule holds, or that an option of it applies whichever rule holds.
   *
   * @param rule the rule
   * @return true or false
   */
  public static String speaks(TreatmentRule rule) {
    return rule(rule) + " has something to say";
  }

  static String mayOffer(TreatmentRule rule, OfferedOption option) {
    return rule(rule) + " may offer " + option.option();
  }

  /**
   * The definition that an option applies and is told with this rule.
   *
   * @param rule the rule
   * @param option the option as the rule offers it
   * @return true or false
   */
  public static String offers(TreatmentRule rule, OfferedOption option) {
    return rule(rule) + " offers " + option.option();
  }

  static String waits(DecisionTable table, Fact<?> fact) {
    return "table " + table.id() + " waits for " + fact.id();
  }

  static String isOpen(String option) {
    return "option " + option + " is open";
  }

  /**
   * The definition that an option applies.
   *
   * @param option the id of the option
   * @return true or false
   */
  public static String applies(String option) {
    return "option " + option + " applies";
  }

  /**
   * The definition of what is said of an option.
   *
   * @param option the id of the option
   * @return {@code applies}, {@code needs} or {@code excluded}
   */
  public static String option(String option) {
    return "option " + option;
  }

  /**
   * The definition that a row of the risk table holds and none before it.
   *
   * @param row the row
   * @return true or false
   */
  public static String decides(RiskRow row) {
    return "risk " + row.id() + " decides";
  }

  static String missing(Fact<?> fact) {
    return "fact " + fact.id() + " is missing";
  }

  static String asked(Fact<?> fact) {
    return "fact " + fact.id() + " is asked for";
  }

  /**
   * The definition that a test is neither done nor ordered, and that the guideline asks for it.
   *
   * @param item the work-up item
   * @return true or false
   */
  public static String missing(WorkUpItem item) {
    return "test " + item.id() + " is missing";
  }

  /**
   * The definition that an order does not fit the patient.
   *
   * @param check the order check
   * @return true or false
   */
  public static String fires(OrderCheck check) {
    return "check " + check.id() + " fires";
  }

  /**
   * The definition that an order check cannot be answered before a test is done.
   *
   * @param check the order check
   * @return true or false
   */
  public static String asks(OrderCheck check) {
    return "check " + check.id() + " asks";
  }

  /**
   * The definition that an order check has a milder word to say.
   *
   * @param check the order check
   * @return true or false
   */
  public static String notes(OrderCheck check) {
    return "check " + check.id() + " notes";
  }

  /**
   * The definition that an order check has something to say.
   *
   * @param check the order check
   * @return true or false
   */
  public static String speaks(OrderCheck check) {
    return "check " + check.id() + " has something to say";
  }
}
