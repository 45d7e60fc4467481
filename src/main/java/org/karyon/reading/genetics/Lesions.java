package org.karyon.reading.genetics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.karyon.facts.Fact;
import org.karyon.facts.Presence;
import org.karyon.guideline.Lesion;
import org.karyon.iscn.report.Feature;

/**
 * Facts and the features of karyotypes that stand for them: the same id, which facts that are older
 * than the rule write in one word ({@code bcrAbl1} is {@code bcr-abl1}).
 */
final class Lesions {

  private Lesions() {}

  /** The feature of that fact; empty where a karyotype has none. */
  static Optional<Feature> feature(Fact<Presence> fact) {
    String id = hyphenated(fact.id());
    return Arrays.stream(Feature.values()).filter(known -> known.id().equals(id)).findFirst();
  }

  /** The facts of lesions by their features, in the order of the features. */
  static Map<Feature, Fact<Presence>> facts(List<Lesion> lesions) {
    Map<Feature, Fact<Presence>> facts = new EnumMap<>(Feature.class);
    lesions.forEach(
        lesion -> feature(lesion.fact()).ifPresent(found -> facts.put(found, lesion.fact())));
    return facts;
  }

  private static String hyphenated(String id) {
    return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
