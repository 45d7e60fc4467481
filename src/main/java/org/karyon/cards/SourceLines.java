package org.karyon.cards;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.karyon.guideline.Citation;
import org.karyon.guideline.GuidelineSource;

/**
 * Lines of the source in the shortest form: {@code L154, L168-184} where every statement of the
 * source between the two ends is meant.
 */
final class SourceLines {

  private final List<Integer> statements;

  SourceLines(GuidelineSource source) {
    this.statements = List.copyOf(new TreeSet<>(source.statements()));
  }

  String of(Collection<Citation> citations) {
    TreeSet<Integer> cited = new TreeSet<>();
    citations.forEach(citation -> cited.addAll(citation.lines()));
    List<String> runs = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (int line : cited) {
      if (!run.isEmpty() && !follows(run.get(run.size() - 1), line)) {
        runs.add(text(run));
        run.clear();
      }
      run.add(line);
    }
    if (!run.isEmpty()) {
      runs.add(text(run));
    }
    return String.join(", ", runs);
  }

  String of(Citation citation) {
    return of(List.of(citation));
  }

  private boolean follows(int before, int line) {
    int place = statements.indexOf(before);
    return place >= 0 && place + 1 < statements.size() && statements.get(place + 1) == line;
  }

  private static String text(List<Integer> run) {
    int first = run.get(0);
    int last = run.get(run.size() - 1);
    return run.size() < 3
        ? String.join(", ", run.stream().map(line -> "L" + line).toList())
        : "L" + first + "-" + last;
  }
}
