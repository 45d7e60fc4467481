package org.karyon.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.karyon.assessment.Assessment;
import org.karyon.cards.Card;
import org.karyon.chart.Chart;
import org.karyon.facts.PatientRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;

/** Each step of a call alone, and all of them; each step works on what the steps before it made. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StageBenchmark {

  @Param({"20", "300", "3000"})
  public int observations;

  @Param({"true", "false"})
  public boolean leukemia;

  @Param({"order-select", "patient-view", "order-sign"})
  public String hook;

  private byte[] body;
  private Pipeline pipeline;
  private JsonNode request;
  private Chart chart;
  private PatientRecord record;
  private Assessment assessment;
  private List<Card> cards;

  /** Makes the input of every step. */
  @Setup
  public void prepare() {
    BenchPatient patient = new BenchPatient(observations, leukemia, hook);
    body = patient.request();
    pipeline = new Pipeline(patient);
    request = pipeline.parse(body);
    chart = pipeline.open(request);
    record = pipeline.read(chart, request);
    assessment = pipeline.assess(record);
    cards = pipeline.cards(assessment, chart);
  }

  @Benchmark
  public int floorTokens() {
    return pipeline.tokens(body);
  }

  @Benchmark
  public JsonNode parse() {
    return pipeline.parse(body);
  }

  @Benchmark
  public Chart open() {
    return pipeline.open(request);
  }

  @Benchmark
  public PatientRecord read() {
    return pipeline.read(chart, request);
  }

  @Benchmark
  public Assessment assess() {
    return pipeline.assess(record);
  }

  @Benchmark
  public List<Card> cards() {
    return pipeline.cards(assessment, chart);
  }

  @Benchmark
  public byte[] write() {
    return pipeline.write(cards);
  }

  @Benchmark
  public byte[] whole() {
    return pipeline.answer(body);
  }
}
