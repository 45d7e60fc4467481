package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.karyon.bench.BenchPatient;
import org.karyon.bench.Pipeline;
import org.karyon.fhirapi.answers.FactParameters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The CQL engine of the CQF project on the same guideline: HAPI parses the Bundles of the request,
 * and the plan for treatment is applied to the facts. The library is compiled once. The facts are
 * given to it, so that it is spared all reading of results.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CqlPeerBenchmark {

  private static final FhirContext FHIR = FhirContext.forR4Cached();

  @Param({"20", "300", "3000"})
  public int observations;

  private OtherEngine engine;
  private Parameters facts;
  private List<String> bundles;

  /** Publishes the guideline to the engine and works out the facts. */
  @Setup
  public void prepare() {
    BenchPatient patient = new BenchPatient(observations, true, "order-select");
    Pipeline pipeline = new Pipeline(patient);
    JsonNode request = pipeline.parse(patient.request());
    bundles =
        JsonMapper.shared()
            .readTree(new String(patient.request(), StandardCharsets.UTF_8))
            .path("prefetch")
            .valueStream()
            .map(JsonNode::toString)
            .toList();
    facts =
        FactParameters.of(
            pipeline.assess(pipeline.read(pipeline.open(request), request)), Pipeline.GUIDELINE);
    engine = new OtherEngine(PackageTest.PACKAGE, PublishedValidation.CANONICALS);
  }

  @Benchmark
  public Resource cqlApply() {
    List<IBaseResource> record =
        bundles.stream()
            .<IBaseResource>map(bundle -> FHIR.newJsonParser().parseResource(bundle))
            .toList();
    if (record.isEmpty()) {
      throw new IllegalStateException("The record is empty.");
    }
    return engine.apply(PublishedValidation.CANONICALS.whole(), facts);
  }
}
