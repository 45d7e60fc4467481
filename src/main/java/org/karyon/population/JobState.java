package org.karyon.population;

import java.util.Locale;

/** How far a job is. */
public enum JobState {
  /** No replica works on it yet. */
  WAITING,
  /** A replica works on it, or did until it was lost. */
  RUNNING,
  /** Its results wait. */
  DONE,
  /** It came to an end without results; its message tells why. */
  FAILED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
