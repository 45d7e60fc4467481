package org.karyon.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.OptionAdvice.Status;
import org.karyon.assessment.OrderFinding;
import org.karyon.assessment.RiskAssessment;
import org.karyon.facts.Amount;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.Presence;
import org.karyon.guideline.RiskFeature;
import org.karyon.proof.PatientsByChance.Patient;

/**
 * What more knowledge and less knowledge may do to the advice: a fact that is added decides what
 * was open and leaves what was decided, a fact that is forgotten opens it again, and a resource
 * that is taken away changes nothing but what it spoke of.
 */
@Tag("slow")
class LessAndMoreTest {

  private static final Instrument INSTRUMENT = EveryPatient.INSTRUMENT;

  private static final Set<Fact<?>> FEATURES = new TreeSet<>(Comparator.comparing(Fact::id));

  static {
    EveryPatient.GUIDELINE.features().stream().map(RiskFeature::fact).forEach(FEATURES::add);
    FEATURES.add(Facts.KMT2A_AFF1);
  }

  /** Those that follow from others and are never read by themselves. */
  private static final Set<String> DERIVED =
      Set.of("ageGroup", "poorFeature", "favorableFeature", "phLikeClass");

  /** What is decided stays so when a fact is forgotten, or becomes open; never another decision. */
  @Test
  void forgettingAFactNeverMakesTheAdviceMoreSpecific() {
    EveryPatient.holds(
        (patient, random) -> {
          PatientRecord record = EveryPatient.read(patient);
          Assessment before = INSTRUMENT.assess(record);
          List<Fact<?>> facts =
              record.facts().all().keySet().stream()
                  .filter(fact -> !FEATURES.contains(fact))
                  .toList();
          if (facts.isEmpty()) {
            return Optional.empty();
          }
          Fact<?> fact = facts.get(random.nextInt(facts.size()));
          Assessment after = INSTRUMENT.assess(record.withFacts(forget(record.facts(), fact)));
          return moreSpecific(before, after).map(option -> option + " without " + fact.id());
        });
  }

  private static <V extends FactValue> PatientFacts forget(PatientFacts facts, Fact<V> fact) {
    return facts.with(fact, Finding.notRecorded());
  }

  private static Optional<String> moreSpecific(Assessment before, Assessment after) {
    if (before.treatment().isEmpty() || after.treatment().isEmpty()) {
      return Optional.empty();
    }
    return after.treatment().get().options(Status.APPLIES).stream()
        .filter(
            option ->
                before.treatment().get().options(Status.APPLIES).stream()
                    .noneMatch(earlier -> earlier.option().id().equals(option.option().id())))
        .map(option -> option.option().id())
        .findFirst();
  }

  /**
   * Each fact that is not known is given a value that the record still allows. A genetic feature
   * that was not looked for counts as absent once both studies are done (I-11); there a later
   * result may decide anew.
   */
  @Test
  void addingAFactNeverContradictsADecision() {
    EveryPatient.holds(
        (patient, random) -> {
          PatientRecord record = EveryPatient.read(patient);
          Assessment before = INSTRUMENT.assess(record);
          boolean closed = before.facts().get(Facts.POOR_FEATURE).is(Presence.ABSENT);
          for (Fact<?> fact : Facts.all()) {
            if (DERIVED.contains(fact.id())
                || (closed && FEATURES.contains(fact))
                || mayExplain(fact, before)
                || (SETTLED_BY.containsKey(fact) && isKnown(before, SETTLED_BY.get(fact)))
                || (fact.equals(Facts.LINEAGE)
                    && before.facts().get(Facts.PH_LIKE).is(Presence.PRESENT))) {
              continue;
            }
            Optional<PatientFacts> more = learned(record.facts(), fact, random);
            if (more.isPresent()) {
              Assessment after = INSTRUMENT.assess(record.withFacts(more.get()));
              Optional<String> contradicted = contradicted(before, after);
              if (contradicted.isPresent()) {
                return Optional.of(
                    contradicted.get()
                        + " when "
                        + fact.id()
                        + " is "
                        + more.get().get(fact).value().map(FactValue::id).orElse(""));
              }
            }
          }
          return Optional.empty();
        });
  }

  /**
   * A residual feature such as a complex karyotype gives way to what explains it (I-08); the group
   * is called provisional as long as it may.
   */
  private static boolean mayExplain(Fact<?> fact, Assessment assessment) {
    return assessment.risk().map(RiskAssessment::provisional).orElse(true)
        && EveryPatient.GUIDELINE.features().stream()
            .filter(feature -> assessment.facts().get(feature.fact()).is(Presence.PRESENT))
            .anyMatch(feature -> feature.explainedBy().contains(fact));
  }

  /**
   * What is settled with another fact, so that adding it would only contradict the record: a
   * Ph-like leukemia has no BCR::ABL1 and is none of T lineage, one that is not has no such class,
   * and KMT2A that is not rearranged is not fused with AFF1.
   */
  private static final Map<Fact<?>, Fact<?>> SETTLED_BY =
      Map.of(
          Facts.BCR_ABL1, Facts.PH_LIKE,
          Facts.JAK_STAT, Facts.PH_LIKE,
          Facts.ABL_CLASS, Facts.PH_LIKE,
          Facts.KMT2A_AFF1, Facts.KMT2A_REARRANGED);

  private static boolean isKnown(Assessment assessment, Fact<?> fact) {
    return assessment.facts().get(fact).value().isPresent();
  }

  private static <V extends FactValue> Optional<PatientFacts> learned(
      PatientFacts facts, Fact<V> fact, Random random) {
    return switch (facts.get(fact)) {
      case Known<V> known -> Optional.empty();
      case Unknown<V> unknown -> {
        List<V> possible = unknown.candidates().isEmpty() ? values(fact) : unknown.candidates();
        V value = possible.get(random.nextInt(possible.size()));
        yield Optional.of(facts.with(fact, new Known<>(value, List.of(), List.of())));
      }
    };
  }

  private static <V extends FactValue> List<V> values(Fact<V> fact) {
    return fact.isAmount()
        ? Stream.of("1", "17", "19", "20", "45", "70", "1500")
            .map(number -> fact.type().cast(new Amount(new BigDecimal(number))))
            .toList()
        : fact.terms();
  }

  private static Optional<String> contradicted(Assessment before, Assessment after) {
    if (before.treatment().isPresent() && after.treatment().isPresent()) {
      Map<String, Status> then =
          after.treatment().get().options().stream()
              .collect(Collectors.toMap(o -> o.option().id(), OptionAdvice::status));
      for (OptionAdvice option : before.treatment().get().options()) {
        Status now = then.getOrDefault(option.option().id(), Status.EXCLUDED);
        if (option.status() != Status.NEEDS && option.status() != now) {
          return Optional.of(option.option().id() + ": " + option.status() + " becomes " + now);
        }
      }
    }
    if (before.risk().filter(risk -> !risk.provisional()).isPresent() && after.risk().isPresent()) {
      Optional<?> was = before.risk().flatMap(RiskAssessment::group);
      Optional<?> is = after.risk().flatMap(RiskAssessment::group);
      if (was.isPresent() && !was.equals(is)) {
        return Optional.of("risk: " + was + " becomes " + is);
      }
    }
    for (OrderFinding finding : before.orders().findings()) {
      if (finding.state() == OrderFinding.State.CONFLICT
          && after.orders().findings().stream()
              .noneMatch(
                  now ->
                      now.check().equals(finding.check())
                          && now.state() == OrderFinding.State.CONFLICT)) {
        return Optional.of("check " + finding.check().id() + " no longer speaks");
      }
    }
    return Optional.empty();
  }

  /** Every resource of every example is taken away once. */
  @TestFactory
  Stream<DynamicTest> aResourceThatIsTakenAwayChangesOnlyWhatItSpokeOf() {
    return EveryPatient.examples().entrySet().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getKey(),
                    () -> {
                      Patient patient = example.getValue();
                      List<String> wrong = new ArrayList<>();
                      PatientRecord before = EveryPatient.read(patient);
                      for (int index = 1; index < patient.resources().size(); index++) {
                        wrong.addAll(changed(patient, index, before));
                      }
                      assertThat(wrong).isEmpty();
                    }));
  }

  @Test
  void ofPatientsByChanceItChangesOnlyWhatItSpokeOfToo() {
    EveryPatient.holds(
        (patient, random) -> {
          PatientRecord before = EveryPatient.read(patient);
          return IntStream.range(1, patient.resources().size())
              .boxed()
              .flatMap(index -> changed(patient, index, before).stream())
              .findFirst();
        });
  }

  /** Facts that are known now and were not, or were otherwise, though the resource was silent. */
  private static List<String> changed(Patient patient, int index, PatientRecord record) {
    PatientFacts before = record.facts();
    PatientFacts after = EveryPatient.read(patient.without(index)).facts();
    String gone =
        patient.resources().get(index).path("resourceType").asString()
            + '/'
            + patient.resources().get(index).path("id").asString();
    // What could not be read of a resource is said, and may have been any of this.
    boolean broken = record.gaps().stream().anyMatch(gap -> gap.subject().equals(gone));
    List<String> changed = new ArrayList<>();
    for (Fact<?> fact : after.all().keySet()) {
      Optional<? extends FactValue> was = before.get(fact).value();
      Optional<? extends FactValue> is = after.get(fact).value();
      boolean treatment =
          (ON_THE_WAY.contains(fact) || GENETIC.contains(fact))
              && gone.matches("(Medication|Procedure).*");
      boolean milestone =
          ON_THE_WAY.contains(fact)
              && record.timeline().stream()
                  .anyMatch(step -> step.evidence().resource().equals(gone));
      boolean way = treatment || milestone;
      if (is.isPresent() && !is.equals(was) && !way && !broken && !spoke(before, fact, gone)) {
        changed.add(
            "%s: %s becomes %s without %s"
                .formatted(
                    fact.id(), was.map(FactValue::id).orElse("unknown"), is.get().id(), gone));
      }
    }
    return changed;
  }

  /** What a result under treatment does not exclude. */
  private static final Set<Fact<?>> GENETIC =
      Stream.concat(FEATURES.stream(), Stream.<Fact<?>>of(Facts.BCR_ABL1, Facts.PH_LIKE))
          .collect(Collectors.toUnmodifiableSet());

  /** What means one thing at one place of the way through treatment and another at the next. */
  private static final Set<Fact<?>> ON_THE_WAY =
      Set.of(
          Facts.COURSE, Facts.MRD, Facts.REMISSION, Facts.EARLIER_MRD, Facts.MARROW_BLAST_PERCENT);

  private static boolean spoke(PatientFacts before, Fact<?> fact, String resource) {
    return Stream.concat(Stream.of(fact), FOLLOWS.getOrDefault(fact, List.of()).stream())
        .map(before::get)
        .flatMap(found -> Stream.concat(found.evidence().stream(), against(found).stream()))
        .map(Evidence::resource)
        .anyMatch(resource::equals);
  }

  /**
   * What says when a fact is to be read: the course begins with the diagnosis, which MRD counts
   * hangs on the course, which one is earlier on the one that counts, and marrow blasts are those
   * of the diagnosis only before treatment.
   */
  private static final Map<Fact<?>, List<Fact<?>>> FOLLOWS =
      Map.of(
          Facts.COURSE, List.of(Facts.DIAGNOSIS),
          Facts.MRD, List.of(Facts.COURSE, Facts.EXTRAMEDULLARY),
          Facts.REMISSION, List.of(Facts.COURSE, Facts.EXTRAMEDULLARY),
          Facts.EARLIER_MRD, List.of(Facts.MRD, Facts.COURSE, Facts.EXTRAMEDULLARY),
          Facts.MARROW_BLAST_PERCENT, List.of(Facts.COURSE));

  private static List<Evidence> against(Finding<?> finding) {
    return switch (finding) {
      case Known<?> known -> known.contradictedBy();
      case Unknown<?> unknown -> List.of();
    };
  }

  /** Whatever is taken away: silence is no answer, so that each negative has a result behind it. */
  @Test
  void aNegativeAlwaysNamesTheResultThatSaysSo() {
    EveryPatient.holds(
        (patient, random) -> {
          for (int index = 0; index < patient.resources().size(); index++) {
            Patient fewer = index == 0 ? patient : patient.without(index);
            PatientFacts facts = EveryPatient.read(fewer).facts();
            for (Fact<?> fact : NEVER_BY_SILENCE) {
              boolean absent =
                  facts
                      .get(fact)
                      .value()
                      .filter(value -> Set.of("absent", "negative").contains(value.id()))
                      .isPresent();
              if (absent && facts.get(fact).evidence().isEmpty()) {
                return Optional.of(fact.id() + " is absent by silence");
              }
            }
          }
          return Optional.empty();
        });
  }

  private static final List<Fact<?>> NEVER_BY_SILENCE =
      Stream.concat(
              Stream.<Fact<?>>of(
                  Facts.BCR_ABL1,
                  Facts.PH_LIKE,
                  Facts.CD19,
                  Facts.CD22,
                  Facts.MRD,
                  Facts.FRAIL,
                  Facts.HEPATIC_RISK),
              FEATURES.stream())
          .toList();

  /** The patients by chance are of every kind: each value of each fact is met with. */
  @Test
  void everyValueOfEveryFactIsMetWith() {
    PatientsByChance patients = EveryPatient.byChance(20261123);
    Set<String> wanted = new TreeSet<>();
    for (Fact<?> fact : Facts.all()) {
      if (fact.isAmount()) {
        wanted.add(fact.id() + " known");
      } else {
        fact.terms().forEach(term -> wanted.add(fact.id() + ' ' + term.id()));
      }
    }
    // A list of medicines that names no CAR-T cells does not say that there were none.
    List.of(
            Facts.PRIOR_ALLO_HSCT,
            Facts.PRIOR_BLINATUMOMAB,
            Facts.PRIOR_CAR_T,
            Facts.PRIOR_INOTUZUMAB)
        .forEach(fact -> wanted.remove(fact.id() + " absent"));
    for (int number = 0; number < 1500 && !wanted.isEmpty(); number++) {
      EveryPatient.assess(patients.next())
          .facts()
          .all()
          .forEach(
              (fact, finding) -> {
                String value =
                    finding.value().map(known -> fact.isAmount() ? "known" : known.id()).orElse("");
                wanted.remove(fact.id() + ' ' + value);
              });
    }
    assertThat(wanted).isEmpty();
  }
}
