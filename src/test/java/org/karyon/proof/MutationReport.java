package org.karyon.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.karyon.guideline.yaml.KnowledgeMutant;

/** What became of the changes, as a page. */
final class MutationReport {

  private static final class Counts {
    private int refused;
    private int killed;
    private int equivalent;
    private int survived;
  }

  private final Map<String, Counts> byFile = new TreeMap<>();
  private final Map<String, Counts> byKind = new TreeMap<>();
  private final List<KnowledgeMutant> survivors = new ArrayList<>();
  private final Map<KnowledgeMutant, String> equivalent = new LinkedHashMap<>();
  private final Map<String, Integer> killers = new TreeMap<>();
  private final Counts all = new Counts();

  private List<Counts> of(KnowledgeMutant mutant) {
    return List.of(
        all,
        byFile.computeIfAbsent(mutant.file(), unused -> new Counts()),
        byKind.computeIfAbsent(mutant.kind().words(), unused -> new Counts()));
  }

  void refused(KnowledgeMutant mutant) {
    of(mutant).forEach(counts -> counts.refused++);
  }

  void equivalent(KnowledgeMutant mutant, String reason) {
    of(mutant).forEach(counts -> counts.equivalent++);
    equivalent.put(mutant, reason);
  }

  void tried(KnowledgeMutant mutant, Optional<String> noticed) {
    if (noticed.isPresent()) {
      of(mutant).forEach(counts -> counts.killed++);
      killers.merge(
          noticed.get().startsWith("case: ")
              ? noticed.get()
              : noticed.get().replaceFirst("[: ].*", ""),
          1,
          Integer::sum);
    } else {
      of(mutant).forEach(counts -> counts.survived++);
      survivors.add(mutant);
    }
  }

  List<String> survivors() {
    return survivors.stream()
        .map(mutant -> mutant + "; missing is a case in which it matters [" + mutant.path() + "]")
        .toList();
  }

  double equivalentShare() {
    return (double) all.equivalent / Math.max(1, all.killed + all.equivalent + all.survived);
  }

  String markdown() {
    StringBuilder page = new StringBuilder("# Changes of the knowledge, and what notices them\n\n");
    page.append("| file | refused | noticed | equivalent | unnoticed |\n|---|---|---|---|---|\n");
    byFile.forEach((file, counts) -> row(page, file, counts));
    row(page, "**all**", all);
    page.append("\n| kind | refused | noticed | equivalent | unnoticed |\n|---|---|---|---|---|\n");
    byKind.forEach((kind, counts) -> row(page, kind, counts));
    page.append("\n## Unnoticed\n\n");
    survivors().forEach(survivor -> page.append("- ").append(survivor).append('\n'));
    page.append("\n## Equivalent\n\n");
    equivalent.forEach(
        (mutant, reason) ->
            page.append("- ").append(mutant).append(". ").append(reason).append('\n'));
    page.append("\n## What noticed\n\n");
    killers.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .forEach(
            entry ->
                page.append("- ")
                    .append(entry.getValue())
                    .append(" × ")
                    .append(entry.getKey())
                    .append('\n'));
    return page.toString();
  }

  private static void row(StringBuilder page, String name, Counts counts) {
    page.append(
        "| %s | %d | %d | %d | %d |\n"
            .formatted(name, counts.refused, counts.killed, counts.equivalent, counts.survived));
  }
}
