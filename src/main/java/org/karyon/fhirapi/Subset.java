package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;

/** A part of a resource, as {@code _summary} and {@code _elements} ask for it (FHIR R4, search). */
final class Subset {

  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private Subset() {}

  /**
   * Leaves out what is not asked for, and marks what is left as a part.
   *
   * @param resource the whole
   * @param elements names of elements with commas between them
   * @param summary {@code true}, {@code text}, {@code data} or {@code false}
   */
  static Resource of(Resource resource, Optional<String> elements, Optional<String> summary) {
    IParser parser = FHIR.newJsonParser();
    if (elements.isPresent()) {
      parser.setEncodeElements(named(resource, elements.get()));
    } else {
      switch (summary.orElse("false")) {
        case "true" -> parser.setSummaryMode(true);
        case "data" -> parser.setSuppressNarratives(true);
        case "text" -> parser.setEncodeElements(named(resource, "text"));
        case String unused -> {
          return resource;
        }
      }
    }
    return (Resource) FHIR.newJsonParser().parseResource(parser.encodeResourceToString(resource));
  }

  private static Set<String> named(Resource resource, String elements) {
    return Arrays.stream(MandatoryElements.with(resource.fhirType(), elements).split(",", -1))
        .map(element -> resource.fhirType() + '.' + element.strip())
        .collect(Collectors.toSet());
  }
}
