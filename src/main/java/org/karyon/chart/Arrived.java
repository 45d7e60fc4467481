package org.karyon.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.karyon.chart.resource.ResourceKind;
import tools.jackson.databind.JsonNode;

/**
 * A resource as it arrived, with the reference by which it is told apart from the others.
 *
 * @param type its kind; empty when it names none
 * @param reference {@code Type/id}; where a server left the id out, one for the length of the
 *     request
 * @param json the resource
 */
record Arrived(String type, String reference, JsonNode json) {

  /** Resources in their order; those without an id are numbered from a number on. */
  static List<Arrived> all(Collection<JsonNode> resources, int from) {
    List<Arrived> all = new ArrayList<>(resources.size());
    int unidentified = from;
    for (JsonNode resource : resources) {
      Optional<Unbuilt> unbuilt = Unbuilt.in(resource);
      if (unbuilt.isPresent()) {
        all.add(new Arrived(unbuilt.get().type(), unbuilt.get().reference(), resource));
        continue;
      }
      String type = resource.path("resourceType").asString("");
      String id = ResourceKind.id(resource);
      if (id.isEmpty()) {
        unidentified++;
        id = Chart.UNIDENTIFIED + unidentified;
      }
      all.add(new Arrived(type, type + '/' + id, resource));
    }
    return List.copyOf(all);
  }
}
