package org.karyon.guideline.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.RiskGroup;
import org.karyon.guideline.Cohort;
import org.karyon.guideline.Cohort.Criterion;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.TreatmentRule;
import org.karyon.terminology.Concept;

/** Reads the questions of a registry, as strictly as the guideline itself. */
public final class CohortReader {

  private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9-]+");
  private static final List<String> WITHOUT_VALUE = List.of("known", "unknown");

  private final Guideline guideline;
  private final Problems problems = new Problems();

  private CohortReader(Guideline guideline) {
    this.guideline = guideline;
  }

  /**
   * Reads one file of questions.
   *
   * @param file the file
   * @param guideline the guideline whose names the questions use
   * @return the questions, in the order of the file
   * @throws InconsistentGuideline with every problem, when there is any
   */
  public static List<Cohort> read(Path file, Guideline guideline) {
    Path path = file.toAbsolutePath();
    return read(
        GuidelineFolder.at(Objects.requireNonNull(path.getParent())),
        path.getFileName().toString(),
        guideline);
  }

  /**
   * The same of a file in a folder of any kind.
   *
   * @param folder where the file is
   * @param file its name
   * @param guideline the guideline whose names the questions use
   * @return the questions, in the order of the file
   * @throws InconsistentGuideline with every problem, when there is any
   */
  public static List<Cohort> read(GuidelineFolder folder, String file, Guideline guideline) {
    CohortReader reader = new CohortReader(guideline);
    Entry whole = Entry.of(YamlFile.read(folder, file, reader.problems), reader.problems);
    List<Cohort> cohorts = whole.entries("cohorts").stream().map(reader::cohort).toList();
    whole.end();
    if (!reader.problems.found().isEmpty()) {
      throw new InconsistentGuideline(reader.problems.found());
    }
    return cohorts;
  }

  private Cohort cohort(Entry entry) {
    String id = entry.text("id");
    problems.declare("cohort", id, entry.place());
    if (!FILE_NAME.matcher(id).matches()) {
      problems.add(
          entry.place(), "'" + id + "' cannot be a file's name; use small letters, digits and -.");
    }
    List<Criterion> criteria = new ArrayList<>();
    entry.entry("facts").ifPresent(facts -> criteria.addAll(facts(facts)));
    List<String> groups =
        Stream.concat(Stream.of(RiskGroup.values()).map(RiskGroup::id), Stream.of("undetermined"))
            .distinct()
            .toList();
    names(entry, "risk-group", "risk group", groups, Criterion.RiskGroupIs::new, criteria);
    names(entry, "rules", "rule", ruleIds(), Criterion.RuleHolds::new, criteria);
    names(
        entry,
        "options",
        "option",
        guideline.options().keySet(),
        Criterion.OptionApplies::new,
        criteria);
    names(
        entry,
        "missing",
        "work-up item",
        guideline.workUp().keySet(),
        Criterion.TestMissing::new,
        criteria);
    treated(entry, "treated-with", true, criteria);
    treated(entry, "not-treated-with", false, criteria);
    Cohort cohort = new Cohort(id, entry.text("title"), criteria);
    entry.end();
    if (criteria.isEmpty()) {
      problems.add(
          entry.place(), "This question asks for nothing; give it at least one criterion.");
    }
    return cohort;
  }

  private Set<String> ruleIds() {
    return guideline.tables().stream()
        .flatMap(table -> table.rules().stream())
        .map(TreatmentRule::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<Criterion> facts(Entry entry) {
    List<Criterion> criteria = new ArrayList<>();
    for (Map.Entry<String, YamlValue> condition : entry.all().entrySet()) {
      Optional<Fact<?>> fact = Facts.named(condition.getKey());
      if (fact.isEmpty()) {
        problems.unknown(
            condition.getValue(),
            "fact",
            condition.getKey(),
            Facts.all().stream().map(Fact::id).toList());
        continue;
      }
      List<String> allowed =
          Stream.concat(fact.get().terms().stream().map(FactValue::id), WITHOUT_VALUE.stream())
              .toList();
      Set<String> values = new LinkedHashSet<>();
      for (YamlValue value : values(condition.getValue())) {
        String id = value instanceof YamlValue.Scalar scalar ? scalar.text() : "?";
        if (!allowed.contains(id)) {
          problems.add(
              value,
              "'%s' is not a value of '%s'; its values are %s.%s"
                  .formatted(
                      id,
                      fact.get().id(),
                      String.join(", ", allowed),
                      NearestName.hint(id, allowed)));
        }
        values.add(id);
      }
      criteria.add(new Criterion.FactIs(fact.get().id(), values));
    }
    return criteria;
  }

  private static List<? extends YamlValue> values(YamlValue value) {
    return value instanceof YamlValue.Sequence sequence ? sequence.values() : List.of(value);
  }

  private void names(
      Entry entry,
      String key,
      String kind,
      Collection<String> known,
      Function<Set<String>, Criterion> criterion,
      List<Criterion> criteria) {
    List<String> names = entry.texts(key);
    names.stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> problems.unknown(entry.place(), kind, name, known));
    if (!names.isEmpty()) {
      criteria.add(criterion.apply(new LinkedHashSet<>(names)));
    }
  }

  private void treated(Entry entry, String key, boolean given, List<Criterion> criteria) {
    Set<String> known = new LinkedHashSet<>(guideline.orderChecks().groups().keySet());
    guideline.terminology().concepts().stream()
        .map(Concept::id)
        .map(id -> id.toLowerCase(Locale.ROOT))
        .forEach(known::add);
    names(
        entry,
        key,
        "drug, procedure or group of them",
        known,
        names -> new Criterion.Treated(guideline.orderChecks().members(List.copyOf(names)), given),
        criteria);
  }
}
