package org.karyon.chart;

import java.util.List;
import org.karyon.facts.DataGap;

/**
 * The resources of one kind, as far as they can be read.
 *
 * @param resources the resources, in the order in which they arrived
 * @param gaps what is wrong with some, and which were left out
 * @param isBroken whether one was left out because it is not valid, so that silence means nothing
 * @param <R> the kind
 */
public record ReadResources<R>(List<R> resources, List<DataGap> gaps, boolean isBroken) {

  /** Copies the lists, so that they never change. */
  public ReadResources {
    resources = List.copyOf(resources);
    gaps = List.copyOf(gaps);
  }
}
