package org.karyon.terminology;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * The codes that records named tests, drugs and problems by and that stand for nothing here,
 * counted since the start of this process. Nothing of a patient is kept: no words, no values, no
 * dates, and only what has the form of a code.
 */
public final class UnknownCodes {

  private static final int MOST = 5_000;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._/-]{1,32}");
  private static final Pattern SYSTEM = Pattern.compile("[A-Za-z0-9:/._#-]{1,200}");

  /** Notations of genomes are findings, not names. */
  private static final Pattern NOTATION = Pattern.compile("(?i).*(?:iscn|hgvs|varnomen).*");

  private final Map<Name, LongAdder> counts = new ConcurrentHashMap<>();

  private record Name(String system, String code) {}

  /**
   * A code and how often it was met.
   *
   * @param system its system as records write it
   * @param code the code
   * @param count how often
   */
  public record Line(String system, String code, long count) {}

  /**
   * Counts a code that stands for nothing.
   *
   * @param system its system
   * @param code the code
   */
  public void met(String system, String code) {
    Name name = new Name(system, code);
    LongAdder known = counts.get(name);
    if (known != null) {
      known.increment();
      return;
    }
    if (!CODE.matcher(code).matches()
        || !SYSTEM.matcher(system).matches()
        || NOTATION.matcher(system).matches()) {
      return;
    }
    if (counts.size() < MOST) {
      counts.computeIfAbsent(name, unused -> new LongAdder()).increment();
    }
  }

  /**
   * What was met, the most frequent first.
   *
   * @return the codes with their counts
   */
  public List<Line> lines() {
    return counts.entrySet().stream()
        .map(
            entry ->
                new Line(entry.getKey().system(), entry.getKey().code(), entry.getValue().sum()))
        .sorted(
            Comparator.comparingLong(Line::count)
                .reversed()
                .thenComparing(Line::system)
                .thenComparing(Line::code))
        .toList();
  }
}
