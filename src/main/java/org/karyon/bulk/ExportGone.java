package org.karyon.bulk;

import java.io.IOException;

/** The server no longer knows the export that was asked for; another one has to be asked for. */
public final class ExportGone extends IOException {

  private static final long serialVersionUID = 1L;

  ExportGone(String message) {
    super(message);
  }
}
