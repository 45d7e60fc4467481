package org.karyon.hostile.instrumented;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A virtual machine of its own, in which an agent changes the classes of the service. */
final class CountedJvm {

  private final Path folder;

  CountedJvm(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs a class to its end.
   *
   * @param agent what changes the classes
   * @param boot the classes that the JDK's own classes are made to call
   * @param main the class
   * @param arguments its arguments
   * @return what it wrote
   */
  List<String> run(Class<?> agent, List<String> boot, Class<?> main, String... arguments)
      throws Exception {
    Path log = folder.resolve("log.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-Xshare:off",
                // Without escape analysis the same is allocated whenever it runs.
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + agent(agent, boot),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(Long.getLong("karyon.work.minutes", 30), TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(log);
    assertThat(ended).isTrue();
    assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
    return lines;
  }

  /** The agent itself is on the class path; what it makes the JDK call is in the jar. */
  private Path agent(Class<?> agent, List<String> boot) throws Exception {
    Path jar = folder.resolve("agent.jar");
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Premain-Class", agent.getName());
    main.putValue("Can-Retransform-Classes", "true");
    main.putValue("Boot-Class-Path", jar.getFileName().toString());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (String name : boot) {
        String path = agent.getPackageName().replace('.', '/') + '/' + name;
        out.putNextEntry(new JarEntry(path));
        try (InputStream in = agent.getClassLoader().getResourceAsStream(path)) {
          in.transferTo(out);
        }
      }
    }
    return jar;
  }
}
