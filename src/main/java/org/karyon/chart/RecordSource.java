package org.karyon.chart;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the parts of the record can be read that the client did not hand over. */
@FunctionalInterface
public interface RecordSource {

  /**
   * Reads parts; a failure is an answer and no exception.
   *
   * @param queries the parts
   * @return the answer to each query
   */
  Map<PartQuery, ChartPart> read(List<PartQuery> queries);

  /**
   * A source that has nothing.
   *
   * @param reason why, in words that continue "the client did not send it, and"
   * @return the source
   */
  static RecordSource none(String reason) {
    return queries ->
        queries.stream()
            .collect(Collectors.toMap(query -> query, query -> new ChartPart.Missing(reason)));
  }
}
