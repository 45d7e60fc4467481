package org.karyon.registry;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The Medication resources of an export, to which orders and administrations refer. They belong to
 * no patient, so they are kept in memory beside the sort, up to a limit: an order whose drug was
 * not kept counts as treatment that is not understood, never as none.
 */
public final class Drugs {

  private final int most;
  private final ConcurrentMap<String, String> byId = new ConcurrentHashMap<>();

  /**
   * Makes room.
   *
   * @param most how many are kept
   */
  public Drugs(int most) {
    this.most = most;
  }

  /**
   * Keeps a drug, unless one of the same id is kept or there is no room.
   *
   * @param id its id
   * @param resource its JSON
   */
  public void add(String id, String resource) {
    if (byId.size() < most) {
      byId.putIfAbsent(id, resource);
    }
  }

  Optional<String> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  boolean isFull() {
    return byId.size() >= most;
  }
}
