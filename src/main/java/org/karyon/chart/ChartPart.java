package org.karyon.chart;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What could be had of one part of the record. */
public sealed interface ChartPart {

  /**
   * All of it.
   *
   * @param resources its resources, as JSON; empty means that there are none
   */
  record Whole(List<JsonNode> resources) implements ChartPart {}

  /**
   * Some of it; what is not there means nothing.
   *
   * @param resources its resources, as JSON
   * @param reason why not all, without record text
   */
  record Partial(List<JsonNode> resources, String reason) implements ChartPart {}

  /**
   * Nothing of it.
   *
   * @param reason why, without record text
   */
  record Missing(String reason) implements ChartPart {}
}
