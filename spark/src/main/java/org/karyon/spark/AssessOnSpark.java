package org.karyon.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Assesses a whole registry on a cluster: one pass over the export, one shuffle, by which each
 * patient's lines come together, and one table of answers.
 */
@Command(
    name = "karyon-spark",
    description = "Assesses every patient of a FHIR Bulk Data export on Apache Spark.",
    mixinStandardHelpOptions = true)
public final class AssessOnSpark implements Callable<Integer> {

  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      description = "the folder of the export on any file system that Hadoop reads")
  private String input = "";

  @Option(
      names = "--output",
      required = true,
      paramLabel = "PATH",
      description = "a folder that is not there yet")
  private String output = "";

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "the day for which is answered, today by default")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(
      names = "--groups",
      paramLabel = "N",
      description = "groups of patients, by default spark.sql.shuffle.partitions")
  private Optional<Integer> groups = Optional.empty();

  /**
   * Starts a run.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    int status =
        new CommandLine(new AssessOnSpark())
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                  line.getErr().println("karyon-spark: " + failure.getMessage());
                  return CommandLine.ExitCode.SOFTWARE;
                })
            .execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  @Override
  public Integer call() throws IOException {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    LocalDate day = asOf.orElse(today);
    if (day.isAfter(today)) {
      throw new IllegalArgumentException("--as-of " + day + " lies in the future.");
    }
    try (SparkSession spark = SparkSession.builder().appName("Karyon").getOrCreate()) {
      run(spark, input, output, day, day.isBefore(today), groups);
    }
    return 0;
  }

  /**
   * Runs.
   *
   * @param spark the session
   * @param input the folder of the export
   * @param output a folder that is not there yet
   * @param asOf the day for which is answered
   * @param replayed whether that day lies in the past
   * @param groups groups of patients; empty for as many as the session shuffles into
   * @throws IOException when the input cannot be read
   */
  static void run(
      SparkSession spark,
      String input,
      String output,
      LocalDate asOf,
      boolean replayed,
      Optional<Integer> groups)
      throws IOException {
    int buckets =
        groups.orElseGet(() -> Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions")));
    Path root = new Path(input);
    FileSystem files = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
    Dataset<Row> text =
        spark
            .read()
            .option("recursiveFileLookup", "true")
            .option("pathGlobFilter", "*.{ndjson,ndjson.gz}")
            .text(input);
    Places places = new Places(files.makeQualified(root).toUri().getPath(), text.inputFiles());
    Dataset<Row> answers =
        text.select(col("value"), col("_metadata.file_path"), col("_metadata.file_block_start"))
            .mapPartitions(new OwnLines(places, buckets), Encoders.row(Columns.OWNED))
            .repartitionById(buckets, col("bucket"))
            .sortWithinPartitions("owner", "patient", "file", "block", "line")
            .mapPartitions(new AssessGroups(places, asOf, replayed), Encoders.row(Columns.ANSWERS));
    answers.write().mode(SaveMode.ErrorIfExists).partitionBy("kind").parquet(output + "/answers");
    // The lines are taken from the table that was written; the export is read once.
    spark
        .read()
        .parquet(output + "/answers")
        .filter(col("kind").equalTo(Columns.PATIENT))
        .select("answer")
        .write()
        .text(output + "/patients.ndjson");
  }
}
