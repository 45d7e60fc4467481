package org.karyon.bulk;

import java.io.IOException;

/**
 * An export could not be had; the message says where and why, and holds no token. What to do is
 * told apart from it, because it differs by the door at which the export was asked for.
 */
public sealed class ExportFailed extends IOException permits ExportGone {

  private static final long serialVersionUID = 1L;

  private final ExportRemedy remedy;

  ExportFailed(String message, ExportRemedy remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** What helps. */
  public ExportRemedy remedy() {
    return remedy;
  }

  /** Where and why, as whole sentences. */
  public String told() {
    return String.valueOf(getMessage());
  }
}
