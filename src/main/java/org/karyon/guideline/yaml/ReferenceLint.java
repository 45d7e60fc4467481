package org.karyon.guideline.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.guideline.Citation;
import org.karyon.guideline.ComorbidityGrades;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.OrderChecks;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.RiskFeature;
import org.karyon.guideline.RiskRow;
import org.karyon.guideline.TreatmentOption;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.WorkUpItem;
import org.karyon.guideline.WorkUpItemId;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.Concept;

/**
 * Checks that everything a record names exists, that everything that exists is used, and that every
 * statement of the source is cited.
 */
final class ReferenceLint {

  private final Guideline guideline;
  private final Problems problems;
  private final Set<Integer> cited = new HashSet<>();
  private final Set<String> interpretationsUsed = new HashSet<>();
  private final Set<String> optionsUsed = new HashSet<>();

  ReferenceLint(Guideline guideline, Problems problems) {
    this.guideline = guideline;
    this.problems = problems;
  }

  void check() {
    parameters();
    facts();
    features();
    workUp();
    treatment();
    orders();
    checks();
    lesions();
    comorbidity();
    guideline
        .background()
        .values()
        .forEach(note -> cite("background note", note.id(), note.citation()));
    guideline.interpretations().values().stream()
        .filter(interpretation -> !interpretation.isLocal())
        .forEach(i -> cite("interpretation", i.id(), i.citation()));
    unused();
  }

  private void parameters() {
    for (Parameter parameter : guideline.parameters().values()) {
      cited.addAll(parameter.citation().lines());
      interpretations("parameter", parameter.id(), parameter.interpretation().stream().toList());
    }
  }

  private void facts() {
    Set<Fact<?>> facts = new LinkedHashSet<>(Facts.all());
    guideline.lesions().forEach(lesion -> facts.add(lesion.fact()));
    for (Fact<?> fact : facts) {
      if (!guideline.factNames().containsKey(fact)) {
        problems.add("facts.yaml", 1, "The fact '" + fact.id() + "' has no name for the card.");
      }
    }
    guideline
        .factNames()
        .values()
        .forEach(
            name -> {
              cited.addAll(name.citation().lines());
              interpretations("fact name", name.fact().id(), name.interpretations());
              known("fact name", name.fact().id(), "work-up item", name.settledBy(), workUpIds());
            });
  }

  private void features() {
    for (RiskFeature feature : guideline.features()) {
      if (!isLocal(feature)) {
        cite("risk feature", feature.id(), feature.citation());
      }
      interpretations("risk feature", feature.id(), feature.interpretations());
    }
    for (RiskRow row : guideline.riskRows()) {
      cite("rule", row.id(), row.citation());
      interpretations("rule", row.id(), row.interpretations());
    }
  }

  /** A feature beside the source rests on an interpretation, or on a hospital's own addition. */
  private static boolean isLocal(RiskFeature feature) {
    return feature.citation().lines().isEmpty() && !feature.interpretations().isEmpty();
  }

  private void workUp() {
    for (WorkUpItemId needed : WorkUpItemId.values()) {
      if (!guideline.workUp().containsKey(needed.id())) {
        problems.add(
            "work-up.yaml",
            1,
            "The work-up item '%s' is missing; decisions are made with it.".formatted(needed.id()));
      }
    }
    for (WorkUpItem item : guideline.workUp().values()) {
      cite("work-up item", item.id(), item.citation());
      interpretations("work-up item", item.id(), item.interpretations());
      known("work-up item", item.id(), "concept", item.doneBy(), conceptIds());
      known("work-up item", item.id(), "concept", item.orderedBy(), conceptIds());
      item.orAllOf().forEach(g -> known("work-up item", item.id(), "concept", g, conceptIds()));
      known("work-up item", item.id(), "order", item.orders(), guideline.orderables().keySet());
      known(
          "work-up item",
          item.id(),
          "work-up item",
          item.replacedBy().stream().toList(),
          workUpIds());
      if (item.orders().isEmpty()) {
        problems.at("work-up item", item.id(), "'" + item.id() + "' does not say what to order.");
      }
    }
  }

  private void treatment() {
    for (DecisionTable table : guideline.tables()) {
      table
          .overlaps()
          .forEach(o -> interpretations("table", table.id(), List.of(o.interpretation())));
      for (TreatmentRule rule : table.rules()) {
        cite("rule", rule.id(), rule.citation());
        interpretations("rule", rule.id(), rule.interpretations());
        known("rule", rule.id(), "work-up item", rule.tests(), workUpIds());
        List<String> offered =
            rule.options().stream().map(TreatmentRule.OfferedOption::option).toList();
        known("rule", rule.id(), "option", offered, guideline.options().keySet());
        optionsUsed.addAll(offered);
      }
    }
    for (TreatmentOption option : guideline.options().values()) {
      cite("option", option.id(), option.citation());
      interpretations("option", option.id(), option.interpretations());
      known("option", option.id(), "order", option.orders(), guideline.orderables().keySet());
      known("option", option.id(), "order", option.optional(), guideline.orderables().keySet());
      known("option", option.id(), "option", option.recognisedWith(), guideline.options().keySet());
      known("option", option.id(), "order", option.recognisedBy(), guideline.orderables().keySet());
      known(
          "option",
          option.id(),
          "background note",
          option.background(),
          guideline.background().keySet());
    }
  }

  private void orders() {
    for (Orderable orderable : guideline.orderables().values()) {
      known("order", orderable.id(), "concept", orderable.notAs(), conceptIds());
      known(
          "order",
          orderable.id(),
          "list of phrases",
          orderable.notAs(),
          guideline.terminology().phraseLists());
      Optional<Concept> concept = guideline.terminology().concept(orderable.concept());
      if (concept.isEmpty()) {
        known("order", orderable.id(), "concept", List.of(orderable.concept()), conceptIds());
        continue;
      }
      boolean verified =
          concept.get().codes().stream().anyMatch(code -> isVerifiedCode(code, orderable));
      if (!verified) {
        problems.at(
            "order",
            orderable.id(),
            "The code %s of '%s' is not a verified code of the concept '%s'; a draft order may only carry a verified one."
                .formatted(orderable.coding().code(), orderable.id(), orderable.concept()));
      }
    }
  }

  private static boolean isVerifiedCode(CodeBinding code, Orderable orderable) {
    return code.verified()
        && code.system().equals(orderable.coding().system())
        && code.code().equals(orderable.coding().code());
  }

  private void checks() {
    OrderChecks checks = guideline.orderChecks();
    Set<String> groupsAndConcepts = new HashSet<>(conceptIds());
    groupsAndConcepts.addAll(checks.groups().keySet());
    checks.groups().forEach((id, g) -> known("order group", id, "concept", g, conceptIds()));
    List<String> beside = new ArrayList<>(checks.treatmentCardBeside());
    checks.workUpCardBeside().stream()
        .filter(name -> !name.equals(OrderChecks.WORK_UP))
        .forEach(beside::add);
    known("order group", "beside-selected", "group or concept", beside, groupsAndConcepts);
    known(
        "order group",
        "planned-treatment",
        "group or concept",
        checks.plannedTreatment(),
        groupsAndConcepts);
    checks.checks().forEach(check -> check(check, groupsAndConcepts));
  }

  private void check(OrderCheck check, Set<String> groupsAndConcepts) {
    String id = check.id();
    cite("check", id, check.citation());
    interpretations("check", id, check.interpretations());
    List<String> named = new ArrayList<>(check.drafted());
    named.addAll(check.unlessOrdered());
    named.addAll(check.orWhenOrdered());
    check.draftedTogether().forEach(named::addAll);
    check.situations().forEach(situation -> named.addAll(situation.of()));
    check.repeats().ifPresent(repeats -> named.addAll(repeats.drugs()));
    check.draftedRegimen().ifPresent(regimen -> named.addAll(regimen.notCounted()));
    known("check", id, "group or concept", named, groupsAndConcepts);
    List<String> items = new ArrayList<>(check.asks());
    items.addAll(check.whenMissing());
    check.repeats().ifPresent(repeats -> items.addAll(repeats.tests()));
    known("check", id, "work-up item", items, workUpIds());
    known("check", id, "order", check.suggests(), guideline.orderables().keySet());
    known(
        "check",
        id,
        "option",
        Stream.concat(
                check.replacesWith().stream(),
                check.draftedRegimen().map(OrderCheck.DraftedRegimen::beyond).stream())
            .toList(),
        guideline.options().keySet());
  }

  private void lesions() {
    guideline
        .lesions()
        .forEach(
            lesion -> {
              String id = lesion.fact().id();
              if (guideline.features().stream()
                  .noneMatch(f -> f.fact().equals(lesion.fact()) && isLocal(f))) {
                cite("lesion", id, lesion.citation());
              }
              List<String> concepts = new ArrayList<>();
              lesion.tests().forEach(test -> concepts.add(test.concept()));
              concepts.addAll(lesion.shownByTests());
              concepts.addAll(lesion.suggestedByTests());
              concepts.addAll(lesion.diagnoses());
              concepts.addAll(lesion.suggestedBy());
              concepts.addAll(lesion.excludedByDiagnoses());
              concepts.addAll(lesion.fusion());
              concepts.addAll(lesion.fusionOf());
              concepts.addAll(lesion.notFusion());
              concepts.addAll(lesion.variantOf());
              concepts.addAll(lesion.suggestedByLossOf());
              known("lesion", id, "concept", concepts, conceptIds());
            });
  }

  private void comorbidity() {
    ComorbidityGrades grades = guideline.comorbidity();
    interpretations("comorbidity", "the grades", grades.interpretations());
    cited.addAll(grades.citation().lines());
    List<String> named = new ArrayList<>(grades.groups().keySet());
    grades.entries().stream().map(ComorbidityGrades.Entry::concept).forEach(named::add);
    named.addAll(grades.notOwn().concepts());
    known("comorbidity", "the grades", "concept", named, conceptIds());
    conceptIds().stream()
        .filter(concept -> concept.startsWith("elixhauser-"))
        .filter(concept -> !grades.groups().containsKey(concept))
        .forEach(
            concept ->
                problems.add("comorbidity.yaml", 1, "The group '" + concept + "' has no weight."));
  }

  private void unused() {
    for (String option : guideline.options().keySet()) {
      if (!optionsUsed.contains(option)) {
        problems.at("option", option, "No rule offers the option '" + option + "'.");
      }
    }
    for (String interpretation : guideline.interpretations().keySet()) {
      if (!interpretationsUsed.contains(interpretation)) {
        problems.at(
            "interpretation",
            interpretation,
            "Nothing rests on the interpretation '" + interpretation + "'.");
      }
    }
    Set<Integer> silent = new TreeSet<>(guideline.source().statements());
    silent.removeAll(cited);
    if (!silent.isEmpty()) {
      problems.add(
          "guideline.yaml",
          1,
          "These statements of the source are not cited by any record: "
              + new Citation(List.copyOf(silent)).text()
              + ".");
    }
  }

  private void cite(String kind, String id, Citation citation) {
    if (citation.lines().isEmpty()) {
      problems.at(
          kind, id, "The %s '%s' cites no line of the source; add 'lines'.".formatted(kind, id));
    }
    for (int line : citation.lines()) {
      if (!guideline.source().statements().contains(line)) {
        problems.at(
            kind,
            id,
            "The %s '%s' cites L%d, where the source states nothing.".formatted(kind, id, line));
      }
    }
    cited.addAll(citation.lines());
  }

  private void interpretations(String kind, String id, List<String> named) {
    known(kind, id, "interpretation", named, guideline.interpretations().keySet());
    interpretationsUsed.addAll(named);
  }

  private void known(
      String kind, String id, String what, List<String> named, Collection<String> known) {
    named.stream()
        .filter(Objects::nonNull)
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                problems.at(
                    kind,
                    id,
                    "The %s '%s' names the %s '%s', which does not exist.%s"
                        .formatted(kind, id, what, name, NearestName.hint(name, known))));
  }

  private Set<String> workUpIds() {
    return guideline.workUp().keySet();
  }

  private List<String> conceptIds() {
    return guideline.terminology().concepts().stream().map(Concept::id).toList();
  }
}
