package org.karyon.chart;

import java.util.List;

/**
 * What clients hand over of a record: its parts, as the discovery document asks for them, and how
 * much of it at once.
 *
 * @param keys the parts of a record, in the order in which they are read
 * @param maximumBytes the size of the largest request body
 */
public record HandedRecord(List<ChartKey> keys, int maximumBytes) {

  /** Copies the list, so that it never changes. */
  public HandedRecord {
    keys = List.copyOf(keys);
  }
}
