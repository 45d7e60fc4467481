package org.karyon.guideline.yaml;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ShortNames;
import org.karyon.guideline.ShortNames.Moment;
import org.karyon.guideline.ShortNames.Name;

/** Reads what cards and buttons call things; a name of something that does not exist is refused. */
final class ShortNamesReader {

  private final Problems problems;
  private final Map<String, Moment> moments = new LinkedHashMap<>();
  private final Map<String, String> confirmedBy = new LinkedHashMap<>();

  ShortNamesReader(Problems problems) {
    this.problems = problems;
  }

  ShortNames read(Entry file) {
    ShortNames names =
        new ShortNames(
            names(file, "work-up"),
            moments,
            names(file, "orders"),
            names(file, "options"),
            names(file, "features"),
            confirmedBy,
            names(file, "facts"),
            names(file, "tests"));
    file.end();
    return names;
  }

  void check(Guideline guideline) {
    ShortNames names = guideline.shortNames();
    known("work-up", names.workUp(), guideline.workUp().keySet());
    known("orders", names.orders(), guideline.orderables().keySet());
    known("options", names.options(), guideline.options().keySet());
    known("features", names.features(), guideline.features().stream().map(f -> f.id()).toList());
    known("facts", names.facts(), problems.factIds());
    known(
        "tests",
        names.tests(),
        guideline.terminology().concepts().stream().map(concept -> concept.id()).toList());
  }

  private void known(String section, Map<String, Name> names, Collection<String> known) {
    for (String id : names.keySet()) {
      if (!known.contains(id)) {
        problems.at(
            section,
            id,
            "There is nothing called '%s' that could have a name under '%s'.%s"
                .formatted(id, section, NearestName.hint(id, known)));
      }
    }
  }

  private Map<String, Name> names(Entry file, String section) {
    Map<String, Name> names = new LinkedHashMap<>();
    for (Entry entry : file.entries(section)) {
      String id = entry.text("id");
      problems.declare(section, id, entry.place());
      String text = entry.text("short");
      names.put(
          id,
          new Name(
              text,
              entry.optionalText("button").orElse(text),
              entry.optionalText("brief").orElse(text)));
      entry.optionalText("confirmed-by").ifPresent(test -> confirmedBy.put(id, test));
      entry
          .optionalText("when")
          .flatMap(when -> moment(entry, when))
          .ifPresent(moment -> moments.put(id, moment));
      entry.end();
    }
    return names;
  }

  private Optional<Moment> moment(Entry entry, String when) {
    Optional<Moment> moment =
        Arrays.stream(Moment.values()).filter(known -> known.id().equals(when)).findFirst();
    if (moment.isEmpty()) {
      List<String> known = Arrays.stream(Moment.values()).map(Moment::id).toList();
      problems.unknown(entry.place(), "moment", when, known);
    }
    return moment;
  }
}
