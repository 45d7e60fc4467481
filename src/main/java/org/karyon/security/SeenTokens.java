package org.karyon.security;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Remembers which tokens were used, so that none is used twice, whichever replica it reaches. Only
 * a digest is kept, and only for as long as the token would be accepted.
 */
@Component
class SeenTokens {

  private static final Logger LOG = LoggerFactory.getLogger(SeenTokens.class);

  private final JdbcClient database;
  private final Clock clock;

  SeenTokens(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Notes a token; false when it was noted before. */
  boolean isNew(String issuer, String number, Instant forgettable) {
    try {
      database
          .sql("insert into seen_token (digest, forgettable_at) values (:digest, :at)")
          .param("digest", digest(issuer, number))
          .param("at", OffsetDateTime.ofInstant(forgettable, ZoneOffset.UTC))
          .update();
      return true;
    } catch (DuplicateKeyException again) {
      return false;
    }
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void forget() {
    try {
      database
          .sql("delete from seen_token where forgettable_at < :now")
          .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
          .update();
    } catch (DataAccessException failure) {
      LOG.warn("Used tokens could not be forgotten: {}", failure.getClass().getSimpleName());
    }
  }

  private static String digest(String issuer, String number) {
    return Hashing.sha256().hashString(issuer + '\0' + number, StandardCharsets.UTF_8).toString();
  }
}
