package org.karyon.chart;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What arrived for one part of the record. */
sealed interface ChartPart {

  /**
   * The part was handed over.
   *
   * @param resources its resources, as JSON; empty means that there are none
   * @param partial whether more exist that were not handed over
   */
  record Given(List<JsonNode> resources, boolean partial) implements ChartPart {}

  /**
   * The part was not handed over, or the attempt failed.
   *
   * @param reason why, without record text
   */
  record Missing(String reason) implements ChartPart {}
}
