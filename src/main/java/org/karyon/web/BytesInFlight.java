package org.karyon.web;

import java.util.HashMap;
import java.util.Map;

/**
 * How many bytes of request bodies are held at the same time, by everybody and by one address.
 * Memory is what large bodies use up long before threads.
 */
public final class BytesInFlight {

  private final long most;
  private final long mostOfOneAddress;
  private final Map<String, Long> byAddress = new HashMap<>();
  private long all;

  /**
   * Sets the limits.
   *
   * @param most of everybody together
   * @param mostOfOneAddress of one address
   */
  public BytesInFlight(long most, long mostOfOneAddress) {
    this.most = most;
    this.mostOfOneAddress = mostOfOneAddress;
  }

  /** Takes room for bytes; false, and nothing is taken, where there is none. */
  synchronized boolean take(String address, long bytes) {
    long held = byAddress.getOrDefault(address, 0L);
    if (all + bytes > most || held + bytes > mostOfOneAddress) {
      return false;
    }
    all += bytes;
    byAddress.put(address, held + bytes);
    return true;
  }

  /** Gives room back. */
  synchronized void giveBack(String address, long bytes) {
    all -= bytes;
    byAddress.computeIfPresent(address, (any, held) -> held > bytes ? held - bytes : null);
  }

  /** How many bytes are held now. */
  synchronized long held() {
    return all;
  }
}
