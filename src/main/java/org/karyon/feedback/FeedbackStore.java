package org.karyon.feedback;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.karyon.guideline.Coded;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps feedback, append-only; the same entry sent again is kept once. */
public class FeedbackStore {

  private static final int MOST_SUGGESTIONS = 100;

  private final JdbcClient database;
  private final Clock clock;

  /**
   * Keeps feedback in a database.
   *
   * @param database where
   * @param clock tells the time of receipt
   */
  public FeedbackStore(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Each entry is committed before the next one; a failure leaves what came before, and sending
   * again repeats nothing.
   *
   * @param service the id of the service that wrote the cards
   * @param entries what was done with them
   * @return the places of those that can never be kept, because the database refuses what they hold
   */
  public List<Integer> keep(String service, List<FeedbackEntry> entries) {
    List<Integer> refused = new ArrayList<>();
    for (int place = 0; place < entries.size(); place++) {
      try {
        keep(service, entries.get(place));
      } catch (DataIntegrityViolationException never) {
        refused.add(place);
      }
    }
    return refused;
  }

  private void keep(String service, FeedbackEntry entry) {
    String accepted =
        entry.accepted().stream()
            .limit(MOST_SUGGESTIONS)
            .map(Object::toString)
            .collect(Collectors.joining(","));
    try {
      database
          .sql(
              """
              insert into feedback (digest, service, card, outcome, outcome_at, accepted,
                reason_system, reason_code, reason_display, user_comment, received_at)
              values (:digest, :service, :card, :outcome, :at, :accepted,
                :reasonSystem, :reasonCode, :reasonDisplay, :comment, :received)
              """)
          .param("digest", digest(service, entry))
          .param("service", service)
          .param("card", entry.card())
          .param("outcome", entry.outcome().name().toLowerCase(Locale.ROOT))
          .param("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
          .param("accepted", accepted)
          .param("reasonSystem", entry.reason().map(Coded::system).orElse(""))
          .param("reasonCode", entry.reason().map(Coded::code).orElse(""))
          .param("reasonDisplay", entry.reason().map(Coded::display).orElse(""))
          .param("comment", entry.comment().orElse(""))
          .param("received", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
          .update();
    } catch (DuplicateKeyException again) {
      // The client repeats what it is not sure was received; the first time counts.
      return;
    }
  }

  private static String digest(String service, FeedbackEntry entry) {
    String text =
        String.join(
            "\u0000",
            service,
            entry.card().toString(),
            entry.outcome().name(),
            entry.accepted().toString(),
            entry.reason().toString(),
            entry.comment().orElse(""),
            entry.at().toString());
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
