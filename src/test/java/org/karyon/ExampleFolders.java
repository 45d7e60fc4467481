package org.karyon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The example patients of this project, each in a folder of its own. */
public final class ExampleFolders {

  private static final Path EXAMPLES = Path.of("fhir-examples");

  private ExampleFolders() {}

  /** What a test does with an example. */
  @FunctionalInterface
  public interface Trial {
    void on(Path example) throws Exception;
  }

  /** All of them, by name. */
  public static List<Path> all() {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static List<String> names() {
    return all().stream().map(ExampleFolders::name).toList();
  }

  /** One test for each. */
  public static Stream<DynamicTest> each(Trial trial) {
    return all().stream()
        .map(example -> DynamicTest.dynamicTest(name(example), () -> trial.on(example)));
  }

  public static Path named(String name) {
    return EXAMPLES.resolve(name);
  }

  public static String name(Path example) {
    return example.getFileName().toString();
  }

  /** The request of the hook that the example was written for. */
  public static ObjectNode request(Path example) {
    return json(example.resolve("request.json"));
  }

  public static ObjectNode request(String name) {
    return request(named(name));
  }

  /** The patient's whole record, a Bundle. */
  public static ObjectNode record(Path example) {
    return json(example.resolve("patient.json"));
  }

  /** The resources of all records, one a line. */
  public static List<String> lines() {
    return all().stream()
        .flatMap(example -> record(example).path("entry").valueStream())
        .map(entry -> entry.path("resource").toString())
        .toList();
  }

  private static ObjectNode json(Path file) {
    return (ObjectNode) JsonMapper.shared().readTree(file);
  }
}
