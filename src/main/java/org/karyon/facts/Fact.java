package org.karyon.facts;

import java.util.List;

/**
 * One thing that the guideline asks about a patient.
 *
 * @param id the name in the guideline tables and on the wire
 * @param type the values it can take
 * @param <V> the type of value
 */
public record Fact<V extends FactValue>(String id, Class<V> type) {

  /**
   * The closed list of values, in the order of their declaration.
   *
   * @return the terms, or an empty list for an amount
   */
  public List<V> terms() {
    V[] constants = type.getEnumConstants();
    return constants == null ? List.of() : List.of(constants);
  }

  /**
   * Whether this fact is a number that tables compare with a parameter.
   *
   * @return true for an amount, false for a term
   */
  public boolean isAmount() {
    return type == Amount.class;
  }

  /** Facts are told apart by their names, which keep their hash. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
