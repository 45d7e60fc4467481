package org.karyon.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.karyon.chart.Chart;
import org.karyon.chart.ChartUnavailable;
import org.karyon.chart.ForeignPatient;
import org.karyon.facts.PatientRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Makes a resource at which reading fails cost itself and no other, whichever reader failed and how
 * often it was to be read: the record is read again with less of it until the resource is found,
 * and then without it. So no reader uses what another could not read.
 */
final class FaultSearch {

  private static final Logger LOG = LoggerFactory.getLogger(FaultSearch.class);

  /** Three resources of the largest record are found with it; who sends more has no answer. */
  private static final int MOST_READINGS = 48;

  private final Function<Chart, PatientRecord> reading;
  private final Function<Chart, Set<String>> first;
  private int readings;

  /**
   * Prepares the search.
   *
   * @param reading reads a chart
   * @param first the references without which nothing else is read, and which are therefore looked
   *     at first
   */
  FaultSearch(Function<Chart, PatientRecord> reading, Function<Chart, Set<String>> first) {
    this.reading = reading;
    this.first = first;
  }

  /**
   * Reads a chart.
   *
   * @param chart the chart
   * @return what was read, without what could not be
   */
  PatientRecord read(Chart chart) {
    try {
      return reading.apply(chart);
    } catch (ChartUnavailable | ForeignPatient told) {
      throw told;
    } catch (RuntimeException | StackOverflowError unforeseen) {
      return without(chart.settled(), unforeseen);
    }
  }

  private PatientRecord without(Chart whole, Throwable unforeseen) {
    Throwable failure = unforeseen;
    Chart rest = whole;
    while (true) {
      JsonNode found = found(rest, failure);
      // What was thrown may quote the record, so only its kind and place are logged.
      StackTraceElement[] trace = failure.getStackTrace();
      LOG.error(
          "Unforeseen {} at {} while a resource was read, which was left out",
          failure.getClass().getName(),
          trace.length == 0 ? "an unknown place" : trace[0]);
      rest = rest.without(List.of(found));
      try {
        return reading.apply(rest);
      } catch (ChartUnavailable | ForeignPatient told) {
        throw told;
      } catch (RuntimeException | StackOverflowError further) {
        failure = further;
      }
    }
  }

  /** The first resource with which reading fails. */
  private JsonNode found(Chart rest, Throwable failure) {
    Set<String> needed = needed(rest);
    List<JsonNode> resources = rest.resources(needed);
    int good = needed.size();
    int bad = resources.size();
    if (bad == good || isFailing(rest, resources.subList(good, bad))) {
      return foundAmongNeeded(rest, resources, good, failure);
    }
    while (bad - good > 1) {
      int middle = (good + bad) / 2;
      if (readings > MOST_READINGS) {
        throw again(failure);
      }
      if (isFailing(rest, resources.subList(middle, resources.size()))) {
        bad = middle;
      } else {
        good = middle;
      }
    }
    return resources.get(bad - 1);
  }

  /**
   * Without what tells of the leukemia nothing else is read, so that reading never fails: it is
   * only left out where more of it remains. Otherwise no resource is at fault but a reader.
   */
  private JsonNode foundAmongNeeded(
      Chart rest, List<JsonNode> resources, int needed, Throwable failure) {
    for (int index = 0; index < needed && needed > 1 && readings <= MOST_READINGS; index++) {
      List<JsonNode> without = new ArrayList<>(resources.subList(needed, resources.size()));
      without.add(resources.get(index));
      if (!isFailing(rest, without)) {
        return resources.get(index);
      }
    }
    throw again(failure);
  }

  private Set<String> needed(Chart rest) {
    try {
      return first.apply(rest);
    } catch (RuntimeException | StackOverflowError unforeseen) {
      return Set.of();
    }
  }

  private boolean isFailing(Chart rest, List<JsonNode> without) {
    readings++;
    try {
      PatientRecord unused = reading.apply(rest.without(without));
      return false;
    } catch (ChartUnavailable | ForeignPatient told) {
      return false;
    } catch (RuntimeException | StackOverflowError unforeseen) {
      return true;
    }
  }

  private static RuntimeException again(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }
}
