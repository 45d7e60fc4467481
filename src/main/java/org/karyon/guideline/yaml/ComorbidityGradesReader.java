package org.karyon.guideline.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.guideline.ComorbidityGrades;
import org.karyon.guideline.ComorbidityGrades.NotOwn;
import org.karyon.guideline.ComorbidityGrades.Weight;

/** Reads how the other diseases weigh. */
final class ComorbidityGradesReader {

  private final Problems problems;

  ComorbidityGradesReader(Problems problems) {
    this.problems = problems;
  }

  ComorbidityGrades read(Entry file) {
    ComorbidityGrades grades =
        new ComorbidityGrades(
            file.entries("entries").stream().map(this::entry).toList(),
            file.entry("groups").map(ComorbidityGradesReader::groups).orElse(Map.of()),
            file.entry("not-the-patients-own")
                .map(ComorbidityGradesReader::notOwn)
                .orElseGet(() -> new NotOwn(List.of(), List.of(), List.of(), List.of())),
            SourceReader.citation(file),
            file.texts("interpretations"));
    file.end();
    return grades;
  }

  private ComorbidityGrades.Entry entry(Entry entry) {
    String concept = entry.text("concept");
    problems.declare("comorbidity", concept, entry.place());
    ComorbidityGrades.Entry graded =
        new ComorbidityGrades.Entry(concept, weight(entry), entry.texts("named"));
    entry.end();
    return graded;
  }

  private Weight weight(Entry entry) {
    String name = entry.text("weighs");
    Optional<Weight> weight =
        Arrays.stream(Weight.values()).filter(known -> known.id().equals(name)).findFirst();
    if (weight.isEmpty()) {
      problems.unknown(
          entry.place(),
          "weight of a comorbidity",
          name,
          Arrays.stream(Weight.values()).map(Weight::id).toList());
    }
    return weight.orElse(Weight.POSSIBLE);
  }

  private static Map<String, Weight> groups(Entry entry) {
    Map<String, Weight> groups = new LinkedHashMap<>();
    for (Weight weight : Weight.values()) {
      entry.texts(weight.id()).forEach(group -> groups.put(group, weight));
    }
    entry.end();
    return groups;
  }

  private static NotOwn notOwn(Entry entry) {
    NotOwn notOwn =
        new NotOwn(
            entry.texts("concepts"),
            entry.texts("before"),
            entry.texts("anywhere"),
            entry.texts("first"));
    entry.end();
    return notOwn;
  }
}
