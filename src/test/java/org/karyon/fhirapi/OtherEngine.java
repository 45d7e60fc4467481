package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.fhirapi.packaged.GuidelinePackage;
import org.opencds.cqf.fhir.cql.EvaluationSettings;
import org.opencds.cqf.fhir.cql.LibraryEngine;
import org.opencds.cqf.fhir.cr.plandefinition.PlanDefinitionProcessor;
import org.opencds.cqf.fhir.utility.monad.Eithers;
import org.opencds.cqf.fhir.utility.repository.InMemoryFhirRepository;

/** The engine of the CQF project, which knows nothing but what is published. */
final class OtherEngine {

  private final InMemoryFhirRepository repository;
  private final LibraryEngine libraries;
  private final PlanDefinitionProcessor plans;
  private final Canonicals canonicals;

  /** Loads the package as it is offered, file by file, with the reader that servers use. */
  OtherEngine(GuidelinePackage published, Canonicals canonicals) {
    FhirContext fhir = FhirContext.forR4Cached();
    Bundle loaded = new Bundle().setType(Bundle.BundleType.COLLECTION);
    try {
      NpmPackage files = NpmPackage.fromPackage(new ByteArrayInputStream(published.bytes()));
      for (NpmPackage.PackagedResourceFile file :
          files.listAllResources(files.getTypes().keySet())) {
        loaded
            .addEntry()
            .setResource(
                (Resource)
                    fhir.newJsonParser().parseResource(files.load("package", file.getFilename())));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    Patient patient = new Patient();
    patient.setId("patient");
    loaded.addEntry().setResource(patient);
    this.canonicals = canonicals;
    this.repository = new InMemoryFhirRepository(fhir, loaded);
    this.libraries = new LibraryEngine(repository, EvaluationSettings.getDefault());
    this.plans = new PlanDefinitionProcessor(repository);
  }

  /** What each definition of the library says of a patient of whom these facts are known. */
  Map<String, String> evaluate(Parameters facts, Set<String> definitions) {
    Parameters answer =
        (Parameters)
            libraries.evaluate(
                canonicals.versioned("Library", Canonicals.LOGIC),
                null,
                facts,
                Map.of(),
                null,
                null,
                definitions);
    Map<String, String> values = new LinkedHashMap<>();
    answer
        .getParameter()
        .forEach(p -> values.put(p.getName(), String.valueOf(p.getValue().primitiveValue())));
    return values;
  }

  /** The plan with the library's own ELM, as a server does that was handed the package. */
  Resource apply(String plan, Parameters facts) {
    return (Resource)
        plans.apply(
            Eithers.<CanonicalType, IIdType, PlanDefinition>forLeft3(
                new CanonicalType(canonicals.versioned("PlanDefinition", plan))),
            "Patient/patient",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            facts,
            null,
            null,
            libraries);
  }
}
