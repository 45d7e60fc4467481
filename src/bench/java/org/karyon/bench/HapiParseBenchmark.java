package org.karyon.bench;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** What HAPI needs to parse the Bundles of the same request, without anything else. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HapiParseBenchmark {

  private static final FhirContext FHIR = FhirContext.forR4Cached();

  @Param({"20", "300", "3000"})
  public int observations;

  private List<String> bundles;

  /** Takes the Bundles out of the request. */
  @Setup
  public void prepare() {
    bundles = bundles(new BenchPatient(observations, true, "order-select"));
  }

  static List<String> bundles(BenchPatient patient) {
    List<String> bundles = new ArrayList<>();
    JsonMapper.shared()
        .readTree(new String(patient.request(), StandardCharsets.UTF_8))
        .path("prefetch")
        .forEach(part -> bundles.add(part.toString()));
    return bundles;
  }

  @Benchmark
  public List<IBaseResource> hapiParse() {
    return bundles.stream()
        .<IBaseResource>map(bundle -> FHIR.newJsonParser().parseResource(bundle))
        .toList();
  }
}
