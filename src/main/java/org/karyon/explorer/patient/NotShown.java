package org.karyon.explorer.patient;

/** What was sent cannot be shown; the message says what to do, and repeats nothing of it. */
public final class NotShown extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotShown(String message) {
    super(message);
  }
}
