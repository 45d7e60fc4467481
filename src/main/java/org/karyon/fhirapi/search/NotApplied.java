package org.karyon.fhirapi.search;

import java.io.Serial;

/** A part of a search that cannot be applied: which, and what could be asked instead. */
public final class NotApplied extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String parameter;

  NotApplied(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /**
   * The parameter as the client wrote it.
   *
   * @return its name, with its modifier
   */
  public String parameter() {
    return parameter;
  }
}
