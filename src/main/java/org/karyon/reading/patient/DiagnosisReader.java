package org.karyon.reading.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Condition;
import org.karyon.facts.Diagnosis;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Lineage;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Lesion;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Conditions;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/** Reads the diagnosis, the lineage and what else a diagnosis code states, from Conditions. */
public final class DiagnosisReader {

  private final List<String> namesOfB;
  private final List<String> namesOfT;
  private final LeukemiaInWords inWords;
  private final Codings codings;

  public DiagnosisReader(Codings codings, List<Lesion> lesions) {
    this.codings = codings;
    Terminology terminology = codings.terminology();
    this.namesOfB = terminology.phrases(PhraseList.B_LINEAGE);
    this.namesOfT = terminology.phrases(PhraseList.T_LINEAGE);
    this.inWords = new LeukemiaInWords(terminology, lesions);
  }

  /** A Condition that says acute lymphoblastic leukemia, with what its codes stand for. */
  public record LeukemiaCondition(
      Condition condition, Set<String> concepts, boolean suspected, Evidence evidence) {}

  /**
   * The leukemia Conditions that count: active, not refuted, not entered in error, and not a
   * neighbour.
   */
  public List<LeukemiaCondition> leukemia(List<Condition> conditions) {
    List<LeukemiaCondition> found = new ArrayList<>();
    for (Condition condition : conditions) {
      if (!Conditions.isDenied(condition) && Conditions.isCurrent(condition)) {
        LeukemiaInWords.Said said = said(condition);
        Set<String> concepts = concepts(condition, said);
        if (isAny(concepts, ConceptGroup.LEUKEMIA) || isAny(concepts, ConceptGroup.SUBTYPES)) {
          found.add(
              new LeukemiaCondition(
                  condition,
                  concepts,
                  Conditions.isSuspected(condition)
                      // Doubt in the words counts where the diagnosis stands in words alone.
                      || said == LeukemiaInWords.Said.SUSPECTED,
                  Conditions.evidence(condition)));
        }
      }
    }
    return found;
  }

  /** What the words say where no code is known and no other leukemia is named. */
  private LeukemiaInWords.Said said(Condition condition) {
    String text = Codings.allWords(condition.code());
    return codings.concepts(condition.code()).isEmpty()
            && !isAny(codings.named(text), ConceptGroup.OTHER_LEUKEMIAS)
        ? inWords.read(text)
        : LeukemiaInWords.Said.NOTHING;
  }

  /**
   * The problems that name acute lymphoblastic leukemia and are not understood as a whole: they
   * neither say that there is one nor that there is none.
   */
  public List<Evidence> notUnderstood(List<Condition> conditions) {
    return conditions.stream()
        .filter(condition -> !Conditions.isDenied(condition) && Conditions.isCurrent(condition))
        .filter(condition -> said(condition) == LeukemiaInWords.Said.NOT_UNDERSTOOD)
        .map(Conditions::evidence)
        .toList();
  }

  /**
   * Another leukemia on the same problem list: one of the two entries is wrong, or the case is a
   * special one.
   */
  public List<Evidence> neighbours(List<Condition> conditions) {
    return conditions.stream()
        .filter(condition -> !Conditions.isDenied(condition) && Conditions.isCurrent(condition))
        .filter(
            condition ->
                isAny(codings.conceptsOrNamed(condition.code()), ConceptGroup.OTHER_LEUKEMIAS))
        .map(Conditions::evidence)
        .toList();
  }

  private Set<String> concepts(Condition condition, LeukemiaInWords.Said said) {
    CodeableConcept code = condition.code();
    Set<String> concepts = new LinkedHashSet<>(codings.concepts(code));
    boolean otherDisease = isAny(concepts, ConceptGroup.OTHER_DISEASES);
    boolean named =
        switch (said) {
          case LEUKEMIA, SUSPECTED -> true;
          case NOTHING, NOT_UNDERSTOOD -> false;
        };
    if (named) {
      concepts.addAll(codings.terminology().members(ConceptGroup.LEUKEMIA_BY_NAME));
    }
    if (otherDisease && !isAny(concepts, ConceptGroup.LEUKEMIA)) {
      return Set.of();
    }
    // A morphology of leukemia and lymphoma says which leukemia it is, not that a lymphoma is one.
    condition.histology().forEach(tissue -> concepts.addAll(codings.concepts(tissue)));
    return concepts;
  }

  public PatientFacts read(PatientFacts facts, List<LeukemiaCondition> leukemia) {
    return facts.with(Facts.DIAGNOSIS, diagnosis(leukemia)).with(Facts.LINEAGE, lineage(leukemia));
  }

  private static Finding<Diagnosis> diagnosis(List<LeukemiaCondition> leukemia) {
    List<Evidence> confirmed =
        leukemia.stream().filter(c -> !c.suspected()).map(LeukemiaCondition::evidence).toList();
    if (!confirmed.isEmpty()) {
      return new Known<>(Diagnosis.CONFIRMED, sorted(confirmed), List.of());
    }
    List<Evidence> suspected = leukemia.stream().map(LeukemiaCondition::evidence).toList();
    return new Known<>(
        suspected.isEmpty() ? Diagnosis.NONE : Diagnosis.SUSPECTED, sorted(suspected), List.of());
  }

  private Finding<Lineage> lineage(List<LeukemiaCondition> leukemia) {
    List<Evidence> b = new ArrayList<>();
    List<Evidence> t = new ArrayList<>();
    for (LeukemiaCondition condition : leukemia) {
      Words words = Words.of(Codings.allWords(condition.condition().code()));
      boolean coded = statesLineage(condition.concepts());
      if (saysB(condition.concepts()) || (!coded && words.containAny(namesOfB))) {
        b.add(condition.evidence());
      }
      if (isAny(condition.concepts(), ConceptGroup.T_LINEAGE)
          || (!coded && words.containAny(namesOfT))) {
        t.add(condition.evidence());
      }
    }
    if (!b.isEmpty() && !t.isEmpty()) {
      List<Evidence> both = new ArrayList<>(b);
      both.addAll(t);
      return new Unknown<>(
          UnknownReason.CONTRADICTORY, "the problem list names both B and T lineage", sorted(both));
    }
    if (!b.isEmpty()) {
      return new Known<>(Lineage.B, sorted(b), List.of());
    }
    return t.isEmpty() ? Finding.notRecorded() : new Known<>(Lineage.T, sorted(t), List.of());
  }

  private boolean statesLineage(Set<String> concepts) {
    return saysB(concepts) || isAny(concepts, ConceptGroup.T_LINEAGE);
  }

  private boolean saysB(Set<String> concepts) {
    return isAny(concepts, ConceptGroup.B_LINEAGE);
  }

  private boolean isAny(Set<String> concepts, ConceptGroup group) {
    return codings.terminology().isAny(concepts, group);
  }

  /**
   * The day of diagnosis: the earliest onset or recording of a leukemia Condition that names the
   * disease itself; a code for remission or relapse began with that stage.
   */
  public Optional<RecordedDate> diagnosed(List<LeukemiaCondition> leukemia) {
    return leukemia.stream()
        .filter(condition -> !isAny(condition.concepts(), ConceptGroup.LATER_STAGES))
        .map(LeukemiaCondition::condition)
        .flatMap(condition -> Conditions.onset(condition).stream())
        .min(Comparator.comparing(RecordedDate::earliest));
  }

  private static List<Evidence> sorted(List<Evidence> evidence) {
    return evidence.stream().sorted(Evidence.NEWEST_FIRST).toList();
  }
}
