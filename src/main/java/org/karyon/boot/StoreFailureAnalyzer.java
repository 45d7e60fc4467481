package org.karyon.boot;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator in two sentences why the database cannot be used, instead of a stack trace. */
final class StoreFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

  private record Told(String whatIsWrong, String whatToDo) {}

  private static final Told LOCKED =
      new Told(
          "The file of the database is in use by another process.",
          "Stop the other process, or give this one its own file by spring.datasource.url; several"
              + " replicas need PostgreSQL.");
  private static final Told CORRUPT =
      new Told(
          "The file of the database is damaged or is no database.",
          "Restore it from a backup, or move it away and start anew: only feedback, counts of cards"
              + " and digests of used tokens are kept in it.");
  private static final Told READ_ONLY =
      new Told(
          "The database cannot be written.",
          "Let the user of this process write the folder of spring.datasource.url, and see that the"
              + " disk is not full.");
  private static final Told UNREACHABLE =
      new Told(
          "The database does not answer.",
          "See that PostgreSQL runs at the address of spring.datasource.url and that this machine"
              + " may connect to it.");
  private static final Told REFUSED =
      new Told(
          "The database refuses this user, this password or this name.",
          "Correct spring.datasource.url, spring.datasource.username and"
              + " spring.datasource.password.");

  /** Codes of H2 (org.h2.api.ErrorCode). */
  private static final Map<Integer, Told> OF_H2 =
      Map.ofEntries(
          Map.entry(90020, LOCKED),
          Map.entry(90030, CORRUPT),
          Map.entry(90031, CORRUPT),
          Map.entry(90048, CORRUPT),
          Map.entry(90062, READ_ONLY),
          Map.entry(90028, READ_ONLY),
          Map.entry(90097, READ_ONLY),
          Map.entry(90146, UNREACHABLE),
          Map.entry(28000, REFUSED),
          Map.entry(8004, REFUSED));

  /** Classes and codes of SQL:2016 and PostgreSQL, the longest that fits. */
  private static final Map<String, Told> BY_STATE =
      Map.of(
          "08", UNREACHABLE,
          "57P", UNREACHABLE,
          "53", READ_ONLY,
          "25006", READ_ONLY,
          "28", REFUSED,
          "3D", REFUSED);

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
    Optional<Told> told = Optional.empty();
    for (Throwable at = cause; at != null && told.isEmpty(); at = at.getCause()) {
      if (at instanceof SQLException failure) {
        told = told(failure);
      }
    }
    return told.map(
            known -> new FailureAnalysis(known.whatIsWrong(), known.whatToDo(), rootFailure))
        .orElse(null);
  }

  private static Optional<Told> told(SQLException failure) {
    Optional<Told> ofH2 = Optional.ofNullable(OF_H2.get(failure.getErrorCode()));
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    return ofH2.or(
        () ->
            BY_STATE.entrySet().stream()
                .filter(known -> state.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst());
  }
}
