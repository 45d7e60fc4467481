package org.karyon.fhirapi;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Locale;

/**
 * What is done with parameters that are not understood (FHIR R4, {@code Prefer: handling}): they
 * are refused, unless the client asked for leniency.
 */
final class Handling {

  private Handling() {}

  static boolean isLenient(RequestDetails request) {
    List<String> preferences = request.getHeaders("Prefer");
    return preferences != null
        && preferences.stream()
            .anyMatch(
                preference ->
                    preference
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "")
                        .contains("handling=lenient"));
  }
}
