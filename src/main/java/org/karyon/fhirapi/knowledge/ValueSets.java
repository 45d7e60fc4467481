package org.karyon.fhirapi.knowledge;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;
import org.karyon.guideline.RiskFeature;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.Concept;

/**
 * The guideline's own vocabulary as ValueSets, the risk features by their weight, and one ValueSet
 * for each concept of the terminology. Codes whose meaning nobody verified are read from records
 * and published nowhere.
 */
final class ValueSets {

  private static final String PREFIX = "concept-";
  private static final int LONGEST = 64;

  private final Canonicals canonicals;

  ValueSets(Canonicals canonicals) {
    this.canonicals = canonicals;
  }

  /** The id of the ValueSet of a concept; FHIR allows 64 characters, so that long ones are cut. */
  static String id(String concept) {
    String id = PREFIX + concept;
    return id.length() <= LONGEST
        ? id
        : id.substring(0, LONGEST - 9)
            + '-'
            + Hashing.sha256()
                .hashString(concept, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 8);
  }

  List<ValueSet> all() {
    List<ValueSet> all = new ArrayList<>();
    whole(Canonicals.FACTS, "Facts of a patient with ALL", all);
    whole(Canonicals.FACT_VALUES, "Values of facts", all);
    whole(Canonicals.RISK_GROUPS, "Genetic risk groups", all);
    whole(Canonicals.RISK_FEATURES, "Genetic risk features", all);
    whole(Canonicals.RULES, "Rules of the guideline", all);
    whole(Canonicals.OPTIONS, "Treatment options", all);
    whole(Canonicals.CONCEPTS, "What codes of records can stand for", all);
    for (RiskFeature.Weight weight : RiskFeature.Weight.values()) {
      all.add(weighing(weight));
    }
    for (Concept concept : canonicals.guideline().terminology().concepts()) {
      List<CodeBinding> verified = concept.codes().stream().filter(CodeBinding::verified).toList();
      if (!verified.isEmpty()) {
        all.add(standingFor(concept, verified));
      }
    }
    return all;
  }

  private void whole(String id, String title, List<ValueSet> all) {
    ValueSet set =
        canonicals.published(
            new ValueSet(), id, title, "All codes of the CodeSystem of the same name.");
    set.setImmutable(true);
    set.getCompose().addInclude().setSystem(canonicals.url("CodeSystem", id));
    all.add(set);
  }

  private ValueSet weighing(RiskFeature.Weight weight) {
    ValueSet set =
        canonicals.published(
            new ValueSet(),
            "features-" + weight.id(),
            "Genetic features: " + weight.id().replace('-', ' '),
            "The risk features whose weight is " + weight.id() + ".");
    ConceptSetComponent include =
        set.getCompose()
            .addInclude()
            .setSystem(canonicals.url("CodeSystem", Canonicals.RISK_FEATURES));
    canonicals.guideline().features().stream()
        .filter(feature -> feature.weight() == weight)
        .forEach(feature -> include.addConcept().setCode(feature.id()).setDisplay(feature.name()));
    return set;
  }

  private ValueSet standingFor(Concept concept, List<CodeBinding> verified) {
    ValueSet set =
        canonicals.published(
            new ValueSet(),
            id(concept.id()),
            "Codes that stand for " + concept.id(),
            "The codes by which records name "
                + CodeSystems.display(concept)
                + ". Each code's meaning was read in a public source.");
    Map<String, ConceptSetComponent> bySystem = new LinkedHashMap<>();
    for (CodeBinding code : verified) {
      if (!code.prefix()) {
        bySystem
            .computeIfAbsent(code.system(), system -> new ConceptSetComponent().setSystem(system))
            .addConcept()
            .setCode(code.code())
            .setDisplay(code.ownDisplay().orElse(null));
      }
    }
    Collection<ConceptSetComponent> enumerated = bySystem.values();
    enumerated.forEach(set.getCompose()::addInclude);
    verified.stream()
        .filter(CodeBinding::prefix)
        .forEach(
            code ->
                set.getCompose()
                    .addInclude()
                    .setSystem(code.system())
                    .addFilter()
                    .setProperty("concept")
                    .setOp(FilterOperator.ISA)
                    .setValue(code.code()));
    return set;
  }
}
