package org.karyon.hostile.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twice the text, or twice the resources, is at most 2.3 times the work from the body to the cards:
 * in every place from which text is taken, for every piece of text that might be gone over again.
 * Counted are rounds of loops, calls, the characters that patterns look at, and memory. {@code
 * -Dkaryon.growth.every=1} runs all attacks instead of some.
 */
@Tag("hostile")
class LinearWorkTest {

  private static final int EVERY = Integer.getInteger("karyon.growth.every", 7);
  private static final List<String> COUNTER = List.of("Work.class", "Work$Counted.class");

  @TempDir private Path folder;

  @Test
  void twiceTheTextIsTwiceTheWork() throws Exception {
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-Xshare:off",
                // Without escape analysis the same is allocated whenever it runs.
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + agent(),
                "-cp",
                System.getProperty("java.class.path"),
                GrowthRun.class.getName(),
                Integer.toString(EVERY),
                Long.toString(Math.floorMod(System.nanoTime(), EVERY)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(log);
    assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
    try (Stream<String> grows = lines.stream()) {
      assertThat(grows.filter(line -> line.startsWith("GROWS"))).isEmpty();
    }
    assertThat(lines.getLast()).startsWith("attacks: ");
    System.out.println(lines.getLast());
  }

  /** The agent itself is on the class path; what it makes the JDK call is in the jar. */
  private Path agent() throws Exception {
    Path jar = folder.resolve("agent.jar");
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Premain-Class", CountingAgent.class.getName());
    main.putValue("Can-Retransform-Classes", "true");
    main.putValue("Boot-Class-Path", jar.getFileName().toString());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (String name : COUNTER) {
        String path = Work.class.getPackageName().replace('.', '/') + '/' + name;
        out.putNextEntry(new JarEntry(path));
        try (InputStream in = Work.class.getClassLoader().getResourceAsStream(path)) {
          in.transferTo(out);
        }
      }
    }
    return jar;
  }
}
