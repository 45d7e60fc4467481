package org.karyon.spark;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.registry.AssessRegistry;

/** Measures the run on two local cores of Spark beside the run on one machine with two threads. */
public final class RegistryRatio {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private RegistryRatio() {}

  /**
   * Measures.
   *
   * @param arguments the folder of an export, such as the one that the service's own measures leave
   *     in {@code target/registries}
   * @throws Exception when a run fails
   */
  public static void main(String[] arguments) throws Exception {
    Path export = Path.of(arguments[0]);
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "8")
            .getOrCreate()) {
      // The first round lets both compile their code.
      for (int round = 0; round < 2; round++) {
        double one = onOneMachine(export);
        double spark2 = onSpark(spark, export);
        System.out.println(
            String.format(
                Locale.ROOT,
                "| %s, round %d: one machine with two threads %.0f s, Spark on local[2] %.0f s,"
                    + " load %.1f | %.2f | ≥ 0.6 |",
                export.getFileName(),
                round + 1,
                one,
                spark2,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                one / spark2));
      }
    }
  }

  private static double onSpark(SparkSession spark, Path export) throws Exception {
    Path output = Files.createTempDirectory("spark").resolve("answers");
    long begin = System.nanoTime();
    AssessOnSpark.run(spark, export.toString(), output.toString(), DAY, false, Optional.empty());
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double onOneMachine(Path export) throws Exception {
    Path output = Files.createTempDirectory("one");
    long begin = System.nanoTime();
    new AssessRegistry(
            Knowledge.guideline(),
            new RecordJson(ReadLimits.CLINICAL),
            2,
            Runtime.getRuntime().maxMemory() / 4,
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run(new AssessRegistry.Order(export, output, DAY, false, List.of()));
    return (System.nanoTime() - begin) / 1e9;
  }
}
