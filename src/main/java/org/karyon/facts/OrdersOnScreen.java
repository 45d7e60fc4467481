package org.karyon.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * The unsigned orders, as far as they are looked at (CDS Hooks, order-select and order-sign).
 *
 * @param selected the orders that are being decided on; these are checked
 * @param others the other drafts of the session; they are background
 */
public record OrdersOnScreen(List<DraftedOrder> selected, List<DraftedOrder> others) {

  /** Copies the lists, so that the screen never changes. */
  public OrdersOnScreen {
    selected = List.copyOf(selected);
    others = List.copyOf(others);
  }

  /**
   * A screen without orders.
   *
   * @return no orders
   */
  public static OrdersOnScreen none() {
    return new OrdersOnScreen(List.of(), List.of());
  }

  /**
   * Every draft, whether it is being decided on or not.
   *
   * @return the selected orders, then the others
   */
  public List<DraftedOrder> all() {
    List<DraftedOrder> all = new ArrayList<>(selected);
    all.addAll(others);
    return all;
  }
}
