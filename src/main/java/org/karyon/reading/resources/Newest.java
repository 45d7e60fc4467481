package org.karyon.reading.resources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.karyon.facts.Evidence;
import org.karyon.facts.FactValue;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.UnknownReason;

/** The newest result decides; results of the same day that disagree decide nothing. */
public final class Newest {

  private Newest() {}

  /** A value and the result that carries it. */
  private record Read<V>(V value, Evidence evidence) {}

  public static List<Result> first(List<Result> results) {
    return results.stream()
        .map(result -> new Read<>(result, result.evidence()))
        .sorted(Comparator.comparing(Read::evidence, Evidence.NEWEST_FIRST))
        .map(Read::value)
        .toList();
  }

  public static <V extends FactValue> Finding<V> of(
      List<Result> results, Function<Result, Optional<V>> value) {
    List<Read<V>> reads = new ArrayList<>();
    for (Result result : results) {
      value.apply(result).ifPresent(v -> reads.add(new Read<>(v, result.evidence())));
    }
    reads.sort(Comparator.comparing(Read::evidence, Evidence.NEWEST_FIRST));
    if (reads.isEmpty()) {
      return Finding.notRecorded();
    }
    Read<V> newest = reads.get(0);
    List<Read<V>> sameDay =
        reads.stream()
            .filter(read -> read.evidence().date().equals(newest.evidence().date()))
            .toList();
    List<Evidence> evidence = sameDay.stream().map(Read::evidence).toList();
    boolean agree = sameDay.stream().map(Read::value).distinct().count() == 1;
    return agree
        ? new Known<>(newest.value(), evidence, List.of())
        : new Unknown<>(UnknownReason.CONTRADICTORY, "results of the same day disagree", evidence);
  }
}
