package org.karyon.chart;

/** A required part of the record cannot be had, so nothing may be said of the patient. */
public final class ChartUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;

  /**
   * Names the part that is missing.
   *
   * @param key the prefetch key
   * @param reason why it cannot be had, without record text
   */
  public ChartUnavailable(String key, String reason) {
    super(reason);
    this.key = key;
  }

  /**
   * The part that is missing.
   *
   * @return the prefetch key
   */
  public String key() {
    return key;
  }
}
