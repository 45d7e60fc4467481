package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Parameters;
import org.karyon.bench.BenchPatient;
import org.karyon.bench.Pipeline;
import org.karyon.fhirapi.answers.FactParameters;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The CQL engine of the CQF project on the lines of a registry's patient: HAPI parses each, and the
 * whole guideline is applied. The facts are handed to it, so that it is spared all reading of
 * results, and the library is compiled once.
 */
public final class CqlRegistryPeer {

  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private final List<String> lines;
  private final OtherEngine engine;
  private final Parameters facts;

  /**
   * Publishes the guideline to the engine and works out the facts.
   *
   * @param lines the resources of the patient, each as one line of JSON
   */
  public CqlRegistryPeer(List<String> lines) {
    this.lines = List.copyOf(lines);
    // It tells each step, which would be measured too.
    for (String talkative : List.of("org.opencds", "ca.uhn.fhir")) {
      ((Logger) LoggerFactory.getLogger(talkative)).setLevel(Level.WARN);
    }
    BenchPatient patient = new BenchPatient(100, true, "patient-view");
    Pipeline pipeline = new Pipeline(patient);
    JsonNode request = pipeline.parse(patient.request());
    this.facts =
        FactParameters.of(
            pipeline.assess(pipeline.read(pipeline.open(request), request)), Pipeline.GUIDELINE);
    this.engine = new OtherEngine(PackageTest.PACKAGE, PublishedValidation.CANONICALS);
  }

  /**
   * Assesses the patient.
   *
   * @return how many resources were read
   */
  public int assess() {
    List<IBaseResource> record =
        lines.stream()
            .<IBaseResource>map(line -> FHIR.newJsonParser().parseResource(line))
            .toList();
    if (engine.apply(PublishedValidation.CANONICALS.whole(), facts).isEmpty()) {
      throw new IllegalStateException("Nothing was said.");
    }
    return record.size();
  }
}
