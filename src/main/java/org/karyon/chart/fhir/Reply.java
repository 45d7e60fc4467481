package org.karyon.chart.fhir;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What came back for one GET. */
sealed interface Reply {

  /**
   * A JSON document.
   *
   * @param document the document
   * @param bytes its length, unpacked
   */
  record Document(JsonNode document, int bytes) implements Reply {}

  /** The server points to another address, which is not to be trusted. */
  record Moved(String address) implements Reply {}

  /** The server did not answer this time; asking once more may help. */
  record Again(String reason, Duration after) implements Reply {}

  /** The server cannot follow the search as it was written; a simpler one may be answered. */
  record Declined(String reason) implements Reply {}

  /** The server does not give it. */
  record Refused(String reason) implements Reply {}
}
