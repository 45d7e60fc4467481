package org.karyon.fhirapi;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request as the client wrote them. HAPI answers {@code _summary=text} with a
 * page of narrative, of which there is none here, so that the encoder is told what R4 means by it:
 * the text, the id, meta and what is mandatory.
 */
final class AskedParameters {

  private static final String SUMMARY = "_summary";
  private static final String KEPT = AskedParameters.class.getName();

  private AskedParameters() {}

  static void keep(RequestDetails request) {
    Map<String, String[]> asked = new LinkedHashMap<>(request.getParameters());
    request.getUserData().put(KEPT, asked);
    Map<String, String[]> encoded = new LinkedHashMap<>(asked);
    // The form is told by the header alone, which holds what was understood of both.
    encoded.remove("_format");
    if (isText(asked)) {
      encoded.remove(SUMMARY);
      encoded.put("_elements", new String[] {"text"});
    }
    String type = request.getResourceName();
    if (type != null) {
      encoded.computeIfPresent(
          "_elements",
          (unused, elements) ->
              Arrays.stream(elements)
                  .map(names -> MandatoryElements.with(type, names))
                  .toArray(String[]::new));
    }
    request.setParameters(encoded);
  }

  private static boolean isText(Map<String, String[]> asked) {
    return Optional.ofNullable(asked.get(SUMMARY))
        .filter(values -> values.length == 1 && values[0].equals("text"))
        .isPresent();
  }

  /** Takes away what is left aside, so that the library does not stumble over it. */
  static void leaveAside(RequestDetails request, Set<String> kept) {
    Map<String, String[]> rest = new LinkedHashMap<>(request.getParameters());
    rest.keySet().retainAll(kept);
    request.setParameters(rest);
  }

  /** What is searched by is looked at by the search alone. */
  static void leaveToSearch(RequestDetails request) {
    leaveAside(request, Set.of("_pretty", SUMMARY, "_elements"));
  }

  @SuppressWarnings("unchecked") // Put there by this class alone.
  static Map<String, String[]> of(RequestDetails request) {
    return Optional.ofNullable((Map<String, String[]>) request.getUserData().get(KEPT))
        .orElse(request.getParameters());
  }
}
