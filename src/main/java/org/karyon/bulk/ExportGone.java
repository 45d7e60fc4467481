package org.karyon.bulk;

/** The server no longer knows the export that was asked for; another one has to be asked for. */
public final class ExportGone extends ExportFailed {

  private static final long serialVersionUID = 1L;

  ExportGone(String message) {
    super(message, ExportRemedy.ASK_AGAIN);
  }
}
