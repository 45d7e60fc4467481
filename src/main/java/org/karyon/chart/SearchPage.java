package org.karyon.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One page of search results (FHIR R4, RESTful API, search).
 *
 * @param resources its resources without the server's remarks on the search
 * @param next the link to the next page
 * @param failed whether an entry says that the search failed
 */
public record SearchPage(List<JsonNode> resources, Optional<String> next, boolean failed) {

  private static final String OUTCOME = "OperationOutcome";

  /**
   * Reads a page.
   *
   * @param bundle a Bundle
   * @return the page
   */
  public static SearchPage of(JsonNode bundle) {
    List<JsonNode> resources = new ArrayList<>();
    boolean failed = false;
    for (JsonNode resource : BundleEntries.of(bundle)) {
      if (type(resource).equals(OUTCOME)) {
        failed |= isFailure(resource);
      } else {
        resources.add(resource);
      }
    }
    return new SearchPage(List.copyOf(resources), next(bundle), failed);
  }

  private static boolean isFailure(JsonNode outcome) {
    for (JsonNode issue : outcome.path("issue")) {
      String severity = issue.path("severity").asString("");
      if (severity.equals("error") || severity.equals("fatal")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> next(JsonNode bundle) {
    for (JsonNode link : bundle.path("link")) {
      if (link.path("relation").asString("").equals("next")) {
        return Optional.of(link.path("url").asString(""));
      }
    }
    return Optional.empty();
  }

  private static String type(JsonNode value) {
    return Unbuilt.type(value);
  }
}
