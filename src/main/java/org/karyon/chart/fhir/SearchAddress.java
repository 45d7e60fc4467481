package org.karyon.chart.fhir;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a search smaller for a server that cannot follow all of it; it then finds more, not less.
 */
final class SearchAddress {

  /** What only narrows or orders the answer, and what some servers refuse. */
  private static final Set<String> NARROWING =
      Set.of("_count", "_sort", "status", "effective-time", "date");

  private static final Pattern SYSTEM = Pattern.compile("(?<=[=,])[^,&|]*?(?:\\||%7C)");

  private SearchAddress() {}

  /**
   * The search without some parameters.
   *
   * @param address a query relative to a server's base
   * @param parameters names of parameters
   * @return the query without them
   */
  static String without(String address, Set<String> parameters) {
    int question = address.indexOf('?');
    if (question < 0) {
      return address;
    }
    return Arrays.stream(address.substring(question + 1).split("&", -1))
        .filter(parameter -> !parameters.contains(parameter.split("=", 2)[0]))
        .collect(Collectors.joining("&", address.substring(0, question + 1), ""));
  }

  /**
   * The simplest search that finds at least as much: without limits, order, status and dates, and
   * with bare codes.
   *
   * @param address a query relative to a server's base
   * @return the simpler query; empty when there is none
   */
  static Optional<String> simpler(String address) {
    String simple = SYSTEM.matcher(without(address, NARROWING)).replaceAll("");
    return simple.equals(address) ? Optional.empty() : Optional.of(simple);
  }
}
