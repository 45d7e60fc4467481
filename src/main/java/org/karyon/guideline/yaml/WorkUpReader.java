package org.karyon.guideline.yaml;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Course;
import org.karyon.facts.Fact;
import org.karyon.facts.Lineage;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.ParameterUnit;
import org.karyon.guideline.WorkUpItem;

/** Reads the work-up items. */
final class WorkUpReader {

  private final ParameterTable parameters;
  private final Problems problems;

  WorkUpReader(ParameterTable parameters, Problems problems) {
    this.parameters = parameters;
    this.problems = problems;
  }

  WorkUpItem item(Entry entry) {
    String id = entry.text("id");
    problems.declare("work-up item", id, entry.place());
    WorkUpItem item =
        new WorkUpItem(
            id,
            entry.sentence("name"),
            entry.flag("baseline"),
            courses(entry, problems),
            recency(entry),
            entry.texts("done-by"),
            entry.texts("ordered-by"),
            entry.groups("or-all-of"),
            entry.texts("named"),
            facts(entry, entry.texts("settles")),
            entry.entry("settled-by-facts").map(this::settledBy).orElse(Map.of()),
            entry.optionalText("replaced-by"),
            entry.texts("orders"),
            SourceReader.citation(entry),
            entry.texts("interpretations"));
    entry.end();
    if (item.baseline() && item.courses().isEmpty()) {
      problems.add(entry.place(), "The baseline item '" + id + "' needs 'courses'.");
    }
    return item;
  }

  static Set<Course> courses(Entry entry, Problems problems) {
    Set<Course> courses = EnumSet.noneOf(Course.class);
    List<String> known = Arrays.stream(Course.values()).map(Course::id).toList();
    for (String name : entry.texts("courses")) {
      Optional<Course> course =
          Arrays.stream(Course.values()).filter(c -> c.id().equals(name)).findFirst();
      course.ifPresentOrElse(
          courses::add, () -> problems.unknown(entry.place(), "course", name, known));
    }
    return courses;
  }

  private WorkUpItem.Recency recency(Entry entry) {
    String counts = entry.text("counts");
    return switch (counts) {
      case "since-diagnosis" -> new WorkUpItem.Recency.SinceDiagnosis();
      case "since-response" -> new WorkUpItem.Recency.SinceResponse();
      default -> daysBeforeTreatment(entry, counts);
    };
  }

  private WorkUpItem.Recency daysBeforeTreatment(Entry entry, String counts) {
    Optional<Parameter> days = parameters.named(entry.place(), counts, ParameterUnit.DAYS);
    return days.isPresent()
        ? new WorkUpItem.Recency.DaysBeforeTreatment(days.get())
        : new WorkUpItem.Recency.SinceDiagnosis();
  }

  private Map<Lineage, WorkUpItem.SettledBy> settledBy(Entry entry) {
    Map<Lineage, WorkUpItem.SettledBy> settled = new EnumMap<>(Lineage.class);
    for (Lineage lineage : Lineage.values()) {
      Optional<YamlValue> value = entry.value(lineage.id());
      if (value.isPresent() && value.get() instanceof YamlValue.Sequence) {
        settled.put(
            lineage, new WorkUpItem.SettledBy.AllFacts(facts(entry, entry.texts(lineage.id()))));
      } else if (entry.text(lineage.id()).equals("any-genetic-result")) {
        settled.put(lineage, new WorkUpItem.SettledBy.AnyGeneticResult());
      } else {
        problems.add(entry.place(), "A list of facts or any-genetic-result is expected here.");
      }
    }
    entry.end();
    return settled;
  }

  private List<Fact<?>> facts(Entry entry, List<String> names) {
    return SourceReader.facts(entry, names, problems);
  }
}
