package org.karyon.chart;

/** A document has more values than are read of one. */
public final class TooManyValues extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says so without repeating anything of the document. */
  public TooManyValues() {
    super("The document has more values than are read of one.");
  }
}
