package org.karyon.registry;

import java.io.IOException;
import java.nio.file.Path;

/** Another run writes to the same folder. */
public final class FolderInUse extends IOException {

  private static final long serialVersionUID = 1L;

  FolderInUse(Path output) {
    super("Another run writes to '" + output + "'; wait for it, or name another folder.");
  }
}
