package org.karyon.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * Which Karyon this is.
 *
 * @param version the version of the release, for example {@code 0.2.0}; {@code not built} where the
 *     classes did not come from the build
 * @param commit the abbreviated commit that it was built from, with {@code -dirty} where files had
 *     been changed since; empty where there was no repository at hand
 */
public record Release(String version, Optional<String> commit) {

  private static final Release THIS =
      of(read("/META-INF/build-info.properties"), read("/git.properties"));

  /** The one that is running. */
  public static Release running() {
    return THIS;
  }

  /**
   * Reads what the build wrote down.
   *
   * @param build the version, as Spring Boot's build writes it
   * @param git the commit, as the plugin for Git writes it
   */
  static Release of(Properties build, Properties git) {
    Optional<String> commit =
        Optional.ofNullable(git.getProperty("git.commit.id.abbrev"))
            .filter(id -> !id.isBlank())
            .map(id -> Boolean.parseBoolean(git.getProperty("git.dirty")) ? id + "-dirty" : id);
    return new Release(build.getProperty("build.version", "not built"), commit);
  }

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (InputStream stream = Release.class.getResourceAsStream(resource)) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties;
  }

  /** The version with its commit, for people: {@code 0.2.0 (1a2b3c4)}. */
  @Override
  public String toString() {
    return version + commit.map(id -> " (" + id + ')').orElse("");
  }
}
