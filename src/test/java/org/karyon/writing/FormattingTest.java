package org.karyon.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the format that {@code mvn spotless:apply} writes, also where Maven runs on Java 17. */
@Tag("slow")
class FormattingTest {

  @Test
  void everySourceIsFormatted() throws IOException {
    List<String> sources;
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      sources = files.map(Path::toString).filter(file -> file.endsWith(".java")).toList();
    }
    assertThat(sources).hasSizeGreaterThan(400);
    StringWriter unformatted = new StringWriter();
    StringWriter errors = new StringWriter();
    ToolProvider format = ToolProvider.findFirst("google-java-format").orElseThrow();
    format.run(
        new PrintWriter(unformatted),
        new PrintWriter(errors),
        Stream.concat(Stream.of("--dry-run"), sources.stream()).toArray(String[]::new));
    assertThat(unformatted.toString() + errors)
        .as("format these with mvn spotless:apply, on a JDK of 21 or newer")
        .isBlank();
  }
}
