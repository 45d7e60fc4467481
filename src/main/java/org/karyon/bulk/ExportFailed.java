package org.karyon.bulk;

import java.io.IOException;

/** An export could not be had; the message says where, why and what to do, and holds no token. */
public final class ExportFailed extends IOException {

  private static final long serialVersionUID = 1L;

  ExportFailed(String message) {
    super(message);
  }
}
