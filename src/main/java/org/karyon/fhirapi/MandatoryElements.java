package org.karyon.fhirapi;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** A part of a resource keeps what it cannot be without (FHIR R4, _elements). */
final class MandatoryElements {

  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private MandatoryElements() {}

  /**
   * Names of elements with those that are mandatory at the root of a type.
   *
   * @param type a resource type
   * @param elements names with commas between them
   */
  static String with(String type, String elements) {
    Set<String> names = new LinkedHashSet<>(Arrays.asList(elements.split(",", -1)));
    for (BaseRuntimeChildDefinition child : FHIR.getResourceDefinition(type).getChildren()) {
      if (child.getMin() > 0) {
        names.add(child.getElementName());
      }
    }
    return String.join(",", names);
  }
}
