package org.karyon.reading.genetics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.facts.DataGap;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Lineage;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.facts.ReadNotation;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.reading.genetics.LesionEvidence.Says;
import org.karyon.reading.resources.Result;
import org.karyon.reading.words.ReportLanguage;
import org.karyon.terminology.ConceptGroup;

/**
 * Reads karyotypes, single lesion tests, variants, the DNA index and narratives into the genetic
 * facts. A text in notation is read as notation, and the sentences around it as a narrative.
 */
public final class GeneticsReader {

  private final Guideline guideline;
  private final KaryotypeInterpreter karyotypes;
  private final LesionReader lesions;
  private final DnaIndexReader dnaIndex;
  private final NarrativeReader narratives;
  private final Optional<Lineage> lineage;

  private final List<LesionEvidence> evidence = new ArrayList<>();
  private final Set<String> banded = new LinkedHashSet<>();
  private final Set<String> molecular = new LinkedHashSet<>();
  private final Set<String> interpreted = new LinkedHashSet<>();
  private final Set<DataGap> remarks = new LinkedHashSet<>();
  private final List<ReadNotation> written = new ArrayList<>();
  private final Map<String, List<DataGap>> unread = new LinkedHashMap<>();

  public GeneticsReader(
      Guideline guideline,
      GeneticKnowledge knowledge,
      ReportLanguage language,
      Optional<LocalDate> firstTreatment,
      Optional<Lineage> lineage) {
    this.guideline = guideline;
    this.karyotypes = knowledge.karyotypes();
    this.narratives =
        new NarrativeReader(
            guideline.terminology(), knowledge.names(), language, knowledge.ploidy());
    this.lesions =
        new LesionReader(
            guideline.terminology(),
            guideline.lesions(),
            guideline.number(ParameterId.LOW_LEVEL_FISH_PERCENT),
            firstTreatment,
            knowledge.names(),
            narratives);
    this.dnaIndex = new DnaIndexReader(guideline);
    this.lineage = lineage;
  }

  /**
   * What was read.
   *
   * @param facts the facts with the genetic ones settled
   * @param banded resources that hold a karyotype
   * @param molecular resources that hold a FISH, array, PCR or sequencing result
   * @param interpreted resources that gave an answer: an adequate karyotype, or a test of a lesion
   * @param remarks what a clinician should know of the texts
   * @param notations the final results in notation, as they were read
   */
  public record Genetics(
      PatientFacts facts,
      Set<String> banded,
      Set<String> molecular,
      Set<String> interpreted,
      List<DataGap> remarks,
      List<ReadNotation> notations) {}

  public Genetics read(PatientFacts facts, List<LesionEvidence> diagnosed, List<Result> results) {
    evidence.addAll(diagnosed);
    results.forEach(this::read);
    unread.values().forEach(remarks::addAll);
    PatientFacts settled = new SettleLesions(guideline.lesions()).settle(facts, evidence);
    return new Genetics(settled, banded, molecular, interpreted, List.copyOf(remarks), written);
  }

  private void read(Result result) {
    List<KaryotypeInterpreter.NotationReading> notations =
        result.karyotypes().stream()
            .flatMap(text -> karyotypes.readAll(text, result, lineage).stream())
            .filter(reading -> noted(reading, result))
            .toList();
    List<LesionEvidence> tested = new ArrayList<>(lesions.read(result));
    tested.addAll(dnaIndex.read(result));
    if (!notations.isEmpty()) {
      // The notation is the answer, although its words are none.
      tested.removeIf(said -> said.says() == Says.INDETERMINATE);
    }
    tested.addAll(told(result, notations, tested));
    if (!tested.isEmpty()) {
      unread.remove(result.resource());
      keep(tested, result, notations);
    }
    if (result.isFinal()) {
      for (KaryotypeInterpreter.NotationReading notation : notations) {
        evidence.addAll(notation.evidence());
        written.add(written(notation, result));
      }
    }
  }

  private static ReadNotation written(
      KaryotypeInterpreter.NotationReading notation, Result result) {
    Set<Says> said =
        notation.evidence().stream().map(LesionEvidence::says).collect(Collectors.toSet());
    boolean changed =
        notation.changed() || said.contains(Says.PRESENT) || said.contains(Says.POSSIBLE);
    boolean excluded = notation.adequate() || said.contains(Says.ABSENT);
    return new ReadNotation(
        new Evidence(result.resource(), result.words(), notation.text(), result.date()),
        notation.text(),
        changed
            ? Optional.of(Presence.PRESENT)
            : excluded ? Optional.of(Presence.ABSENT) : Optional.empty(),
        lesions(notation, Says.PRESENT),
        lesions(notation, Says.POSSIBLE));
  }

  private static List<Fact<Presence>> lesions(
      KaryotypeInterpreter.NotationReading notation, Says says) {
    return notation.evidence().stream()
        .filter(lesion -> lesion.says() == says)
        .map(LesionEvidence::lesion)
        .distinct()
        .sorted(Comparator.comparing(Fact::id))
        .toList();
  }

  /** What the words tell beyond the answer of the test: which class, or other lesions. */
  private List<LesionEvidence> told(
      Result result,
      List<KaryotypeInterpreter.NotationReading> notations,
      List<LesionEvidence> answered) {
    Set<Fact<Presence>> known =
        answered.stream().map(LesionEvidence::lesion).collect(Collectors.toSet());
    List<LesionEvidence> told = new ArrayList<>();
    if (narratives.isNarrative(result)) {
      boolean banded = notations.stream().anyMatch(KaryotypeInterpreter.NotationReading::banded);
      List<String> sentences = sentences(result, notations);
      told.addAll(narratives.read(result, sentences, banded));
      if (sentences.stream().anyMatch(text -> text.length() > ReportLanguage.LONGEST)) {
        String message =
            "This text is longer than "
                + ReportLanguage.LONGEST
                + " characters and was not read; what it says is unknown.";
        remarks.add(new DataGap(DataGap.Kind.NOT_READ, result.resource(), message));
      }
    }
    told.removeIf(said -> known.contains(said.lesion()));
    return told;
  }

  private static List<String> sentences(
      Result result, List<KaryotypeInterpreter.NotationReading> notations) {
    return notations.isEmpty()
        ? result.text().stream().toList()
        : notations.stream().flatMap(reading -> reading.freeText().stream()).toList();
  }

  private void keep(
      List<LesionEvidence> tested,
      Result result,
      List<KaryotypeInterpreter.NotationReading> notations) {
    evidence.addAll(tested);
    boolean banding =
        result.has(ConceptGroup.KARYOTYPES)
            || notations.stream().anyMatch(KaryotypeInterpreter.NotationReading::banded);
    // In the sentences beside a karyotype only an exclusion shows that another method was used.
    if (!banding || tested.stream().anyMatch(said -> said.says() == Says.ABSENT)) {
      molecular.add(result.resource());
    }
    if (!banding && tested.stream().anyMatch(said -> said.says().isAnswer())) {
      interpreted.add(result.resource());
    }
  }

  /** Keeps what a notation says beside the lesions, and says whether it could be read. */
  private boolean noted(KaryotypeInterpreter.NotationReading reading, Result result) {
    DataGap.Kind kind = reading.interpretable() ? DataGap.Kind.REMARK : DataGap.Kind.NOT_READ;
    List<DataGap> said =
        reading.remarks().stream()
            .map(remark -> new DataGap(kind, result.resource(), remark))
            .toList();
    if (!reading.interpretable()) {
      // What is not a karyotype may still be a narrative that is read as one.
      if (result.has(ConceptGroup.KARYOTYPES)) {
        unread.computeIfAbsent(result.resource(), unused -> new ArrayList<>()).addAll(said);
      }
      return false;
    }
    remarks.addAll(said);
    if (reading.banded()) {
      banded.add(result.resource());
    }
    if (reading.molecular()) {
      molecular.add(result.resource());
    }
    boolean answered = reading.evidence().stream().anyMatch(read -> read.says().isAnswer());
    boolean cytogenetics = reading.banded() || result.has(ConceptGroup.KARYOTYPES);
    if (cytogenetics ? reading.adequate() : answered) {
      interpreted.add(result.resource());
    }
    return true;
  }
}
