package org.karyon.population;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folders of the jobs, one each, which nobody but the service's own account may open. The
 * export and what is written meanwhile are gone when a job is done; the results stay.
 */
final class JobFolders {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LIST = "results.json";

  private final Path root;

  JobFolders(Path root) {
    this.root = root;
  }

  Path of(UUID id) {
    return root.resolve(id.toString());
  }

  /** Makes the folder of a job. */
  void make(UUID id) throws IOException {
    Files.createDirectories(root);
    FileAttribute<?>[] own =
        root.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Files.createDirectory(of(id), own);
  }

  boolean has(UUID id) {
    return Files.isDirectory(of(id));
  }

  Path export(UUID id) {
    return of(id).resolve("export");
  }

  Path answers(UUID id) {
    return of(id).resolve("answers");
  }

  Path results(UUID id) {
    return of(id).resolve("results");
  }

  /** Notes which files are the results; from then on they can be fetched. */
  void finish(UUID id, Results results) throws IOException {
    delete(export(id));
    delete(answers(id));
    Files.writeString(of(id).resolve(LIST), JSON.writeValueAsString(results));
  }

  /** The results of a job; empty where they do not lie here. */
  Optional<Results> finished(UUID id) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readString(of(id).resolve(LIST)), Results.class));
    } catch (NoSuchFileException elsewhere) {
      return Optional.empty();
    } catch (JacksonException cut) {
      throw new IOException("The list of results cannot be read.", cut);
    }
  }

  void delete(UUID id) throws IOException {
    delete(of(id));
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** The folders of jobs in which nothing was put or removed since a moment. */
  List<UUID> untouchedSince(Instant moment) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> isOlder(folder, moment))
          .flatMap(folder -> id(folder.getFileName().toString()).stream())
          .toList();
    }
  }

  private static boolean isOlder(Path folder, Instant moment) {
    try {
      return Files.isDirectory(folder)
          && Files.getLastModifiedTime(folder).toInstant().isBefore(moment);
    } catch (IOException gone) {
      return false;
    }
  }

  /** Nothing else in the operator's folder is ours. */
  private static Optional<UUID> id(String name) {
    try {
      UUID id = UUID.fromString(name);
      return id.toString().equals(name) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }
}
