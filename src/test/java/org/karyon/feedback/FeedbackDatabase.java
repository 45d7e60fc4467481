package org.karyon.feedback;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Assumptions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The databases that feedback is kept in: an H2 file, and a real PostgreSQL. */
public enum FeedbackDatabase {
  H2,
  POSTGRESQL;

  private static EmbeddedPostgres postgres;

  /** The address of an empty database; the folder is for the one that is a file. */
  public String empty(Path folder) {
    return switch (this) {
      case H2 -> "jdbc:h2:file:" + folder.resolve("feedback").toAbsolutePath() + ";WRITE_DELAY=0";
      case POSTGRESQL -> {
        EmbeddedPostgres server = server();
        String name = "feedback" + System.nanoTime();
        JdbcClient.create(server.getPostgresDatabase()).sql("create database " + name).update();
        yield server.getJdbcUrl("postgres", name);
      }
    };
  }

  private static synchronized EmbeddedPostgres server() {
    if (postgres == null) {
      try {
        postgres = EmbeddedPostgres.start();
      } catch (IOException | IllegalStateException | UncheckedIOException failure) {
        throw notStarted(failure);
      }
    }
    return postgres;
  }

  /**
   * A PostgreSQL of its own, which can be stopped and started again.
   *
   * @param data where its data stay
   * @param port its port, 0 for any
   */
  public static EmbeddedPostgres postgres(Path data, int port) throws IOException {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setPort(port)
          .start();
    } catch (IllegalStateException failure) {
      throw notStarted(failure);
    }
  }

  /** On a machine of one's own nothing is tested on it, and that is said; elsewhere it is wrong. */
  private static AssertionError notStarted(Exception failure) {
    if (System.getenv("CI") == null) {
      System.err.println(
          "SKIPPED: no PostgreSQL could be started here, so nothing was tested on it: "
              + failure.getMessage());
      Assumptions.abort("no PostgreSQL could be started here: " + failure.getMessage());
    }
    return new AssertionError("No PostgreSQL could be started", failure);
  }

  /** Brings a database to the present shape. */
  public static JdbcClient open(String address) {
    return JdbcClient.create(source(address));
  }

  /** The same as what hands out connections. */
  public static DataSource source(String address) {
    // A pool, as in the service; H2 would otherwise close its file after each statement.
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(address);
    source.setUsername(h2(address) ? "karyon" : "postgres");
    source.setMaximumPoolSize(4);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/" + (h2(address) ? "h2" : "postgresql"))
        .load()
        .migrate();
    return source;
  }

  private static boolean h2(String address) {
    return address.startsWith("jdbc:h2:");
  }
}
