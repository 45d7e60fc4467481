package org.karyon.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.karyon.chart.Chart;
import org.karyon.chart.resource.Condition;
import org.karyon.chart.resource.Patient;
import org.karyon.facts.Course;
import org.karyon.facts.DataGap;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Milestone;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.OrdersOnScreen;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Lesion;
import org.karyon.guideline.ParameterId;
import org.karyon.reading.genetics.DiagnosedLesions;
import org.karyon.reading.genetics.GeneticKnowledge;
import org.karyon.reading.genetics.GeneticsReader;
import org.karyon.reading.patient.AgeReader;
import org.karyon.reading.patient.BlastReader;
import org.karyon.reading.patient.DiagnosisReader;
import org.karyon.reading.patient.DiagnosisReader.LeukemiaCondition;
import org.karyon.reading.patient.FitnessReader;
import org.karyon.reading.patient.ImmunophenotypeReader;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Guard;
import org.karyon.reading.resources.RecordResources;
import org.karyon.reading.resources.Result;
import org.karyon.reading.response.CourseReader;
import org.karyon.reading.response.ExtramedullaryDisease;
import org.karyon.reading.response.ExtramedullaryReader;
import org.karyon.reading.response.RemissionReader;
import org.karyon.reading.response.ResidualDiseaseReader;
import org.karyon.reading.response.TimelineReader;
import org.karyon.reading.treatment.DraftedOrderReader;
import org.karyon.reading.treatment.PriorTherapies;
import org.karyon.reading.treatment.TreatmentStart;
import org.karyon.reading.words.ReportLanguage;

/**
 * Settles the facts of one chart, theme by theme. Each theme is guarded: what nobody foresaw costs
 * the resource or the theme, never the request.
 */
final class RecordReading {

  private static final Set<String> TREATMENT_RESOURCES =
      Set.of("MedicationRequest", "MedicationStatement", "MedicationAdministration", "Procedure");

  /** What is the same for all charts. */
  record Readers(
      Guideline guideline,
      Codings codings,
      DiagnosisReader diagnoses,
      GeneticKnowledge genetics,
      TestReader tests,
      ReportLanguage language) {}

  /** The chart, settled, and what was read of it so far. */
  record Settled(
      Chart chart,
      Optional<Patient> patient,
      RecordResources resources,
      ChartReading read,
      LocalDate asOf,
      List<LeukemiaCondition> leukemia) {}

  private final Guideline guideline;
  private final Codings codings;
  private final Readers readers;
  private final Guard guard;
  private final Settled settled;
  private final RecordResources resources;
  private final LocalDate asOf;
  private final List<Result> findings;
  private final List<DataGap> gaps = new ArrayList<>();
  private final List<DataGap> remarks = new ArrayList<>();
  private final TreatmentRead treatment;
  private final Optional<RecordedDate> diagnosed;

  RecordReading(Readers readers, Guard guard, Settled settled) {
    this.readers = readers;
    this.guideline = readers.guideline();
    this.codings = readers.codings();
    this.guard = guard;
    this.settled = settled;
    this.resources = settled.resources();
    this.asOf = settled.asOf();
    this.findings = resources.findings();
    this.diagnosed =
        guard.theme(
            "Date of diagnosis",
            () -> readers.diagnoses().diagnosed(settled.leukemia()),
            Optional::empty);
    this.treatment = TreatmentRead.of(guideline, codings, guard, settled, diagnosed);
    gaps.addAll(settled.chart().gaps());
    gaps.addAll(settled.read().gaps());
    gaps.addAll(treatment.gaps());
  }

  PatientRecord read(PatientFacts diagnosis, OrderSelection selection) {
    PatientFacts facts =
        settle(
            "Age",
            diagnosis,
            known ->
                known.with(Facts.AGE_YEARS, new AgeReader(guideline, asOf).read(settled.patient())),
            Facts.AGE_YEARS);
    facts =
        settle(
            "Blasts",
            facts,
            known ->
                overResults(
                    resources.results(),
                    results ->
                        new BlastReader(guideline, treatment.firstTreatment())
                            .read(known, results)),
            Facts.MARROW_BLAST_PERCENT,
            Facts.PERIPHERAL_BLASTS_PER_MICROLITRE);
    facts =
        settle(
            "Immunophenotype",
            facts,
            known ->
                overResults(
                    findings, results -> new ImmunophenotypeReader(guideline).read(known, results)),
            Facts.CD20_PERCENT,
            Facts.CD19,
            Facts.CD22);
    GeneticsReader.Genetics genetics = genetics(facts);
    facts = genetics.facts();
    remarks.addAll(genetics.remarks());
    ExtramedullaryReader extramedullaryReader = new ExtramedullaryReader(codings);
    ExtramedullaryDisease extramedullary = extramedullary(extramedullaryReader);
    facts = facts.with(Facts.EXTRAMEDULLARY, extramedullary.finding());
    CourseReader.History history = history(extramedullary);
    ResidualDiseaseReader.Residual residual = residual(facts, history);
    remarks.addAll(residual.remarks());
    facts = remission(facts, history, residual);
    FitnessReader.Read fitness = fitness(facts, extramedullaryReader);
    facts =
        settle(
            "Earlier treatment",
            fitness.facts(),
            known -> PriorTherapies.read(known, codings.terminology(), treatment.therapies()));
    remarks.addAll(contradictions(facts));
    List<RecordedTest> done = readers.tests().read(resources, genetics, guard);
    OrdersOnScreen orders = orders(selection);
    gaps.addAll(remarks);
    List<Milestone> timeline =
        guard.theme("Timeline", () -> timeline(genetics, history, residual), List::of);
    gaps.addAll(guard.gaps());
    return new PatientRecord(
        asOf,
        facts,
        done,
        treatment.therapies(),
        orders,
        treatment.firstTreatment(),
        diagnosed,
        timeline,
        gaps,
        fitness.notGraded(),
        genetics.notations(),
        settled.chart().unreadable());
  }

  /** Settles facts; where that fails without the fault of one resource, they stay unknown. */
  private PatientFacts settle(
      String what, PatientFacts facts, UnaryOperator<PatientFacts> reader, Fact<?>... settles) {
    return guard.theme(
        what,
        () -> reader.apply(facts),
        () -> {
          PatientFacts unread = facts;
          for (Fact<?> fact : settles) {
            unread = unread(unread, fact);
          }
          return unread;
        });
  }

  private static <V extends FactValue> PatientFacts unread(PatientFacts facts, Fact<V> fact) {
    return facts.with(fact, unread());
  }

  private static <V extends FactValue> Finding<V> unread() {
    return new Unknown<>(
        UnknownReason.NOT_READABLE, "what the record says of it could not be read", List.of());
  }

  private <T> T overResults(List<Result> results, Function<List<Result>, T> reader) {
    return guard.over(results, Result::resource, reader);
  }

  private GeneticsReader.Genetics genetics(PatientFacts facts) {
    return guard.theme(
        "Genetics",
        () ->
            overResults(
                findings,
                results ->
                    new GeneticsReader(
                            guideline,
                            readers.genetics(),
                            readers.language(),
                            treatment.firstTreatment(),
                            facts.get(Facts.LINEAGE).value())
                        .read(
                            facts,
                            new DiagnosedLesions(guideline.lesions()).of(settled.leukemia()),
                            results)),
        () -> {
          PatientFacts unread = facts;
          for (Lesion lesion : guideline.lesions()) {
            unread = unread(unread, lesion.fact());
          }
          return new GeneticsReader.Genetics(
              unread, Set.of(), Set.of(), Set.of(), List.of(), List.of());
        });
  }

  private ExtramedullaryDisease extramedullary(ExtramedullaryReader reader) {
    return guard.theme(
        "Leukemia outside the marrow",
        () ->
            guard.over(
                resources.conditions(),
                Condition::reference,
                conditions -> overResults(findings, results -> reader.read(conditions, results))),
        () -> new ExtramedullaryDisease(List.of(), List.of(), List.of()));
  }

  private CourseReader.History history(ExtramedullaryDisease extramedullary) {
    return guard.theme(
        "Course",
        () ->
            overResults(
                findings,
                results ->
                    new CourseReader(guideline, asOf)
                        .read(
                            settled.leukemia(),
                            diagnosed.map(RecordedDate::earliest),
                            results,
                            treatment.treated(),
                            treatment.notUnderstood(),
                            extramedullary,
                            treatmentReadable())),
        () -> new CourseReader.History(unread(), Optional.empty(), List.of(), List.of()));
  }

  private ResidualDiseaseReader.Residual residual(
      PatientFacts facts, CourseReader.History history) {
    return guard.theme(
        "Residual disease",
        () ->
            overResults(
                findings,
                results ->
                    new ResidualDiseaseReader(
                            guideline,
                            asOf,
                            TreatmentStart.beforeResponse(
                                treatment.firstTreatment(),
                                history.course(),
                                asOf,
                                guideline.whole(ParameterId.EARLIEST_REMISSION_DAYS)),
                            history.lastRelapse(),
                            transcripts(facts, history.course()),
                            readers.language())
                        .read(results)),
        () -> new ResidualDiseaseReader.Residual(unread(), List.of(), List.of()));
  }

  private static ResidualDiseaseReader.Transcripts transcripts(
      PatientFacts facts, Finding<Course> course) {
    if (!facts.get(Facts.BCR_ABL1).is(Presence.PRESENT)) {
      return ResidualDiseaseReader.Transcripts.NONE;
    }
    return course.is(Course.COMPLETE_REMISSION)
        ? ResidualDiseaseReader.Transcripts.ALL
        : ResidualDiseaseReader.Transcripts.NAMED;
  }

  private PatientFacts remission(
      PatientFacts facts, CourseReader.History history, ResidualDiseaseReader.Residual residual) {
    RemissionReader remission = new RemissionReader(guideline, asOf);
    PatientFacts inTime =
        settle(
            "Remission",
            facts,
            known -> {
              PatientFacts course =
                  known
                      .with(
                          Facts.COURSE,
                          remission.offTreatment(
                              history.course(),
                              treatment.treated(),
                              treatment.notUnderstood(),
                              treatment.planned(),
                              residual.history()))
                      .with(Facts.MRD, residual.finding());
              return course
                  .with(
                      Facts.REMISSION,
                      remission.remission(course.get(Facts.COURSE), history.relapses()))
                  .with(
                      Facts.EARLIER_MRD,
                      remission.earlierMrd(
                          course.get(Facts.COURSE),
                          residual.finding(),
                          residual.history(),
                          history.lastRelapse(),
                          isReadable("Observation") && isReadable("DiagnosticReport")));
            },
            Facts.COURSE,
            Facts.REMISSION,
            Facts.EARLIER_MRD);
    return inTime.with(Facts.MRD, residual.finding());
  }

  private FitnessReader.Read fitness(PatientFacts facts, ExtramedullaryReader extramedullary) {
    return guard.theme(
        "Fitness",
        () ->
            guard.over(
                resources.conditions(),
                Condition::reference,
                conditions ->
                    overResults(
                        resources.results(),
                        results ->
                            new FitnessReader(guideline, codings, asOf)
                                .read(
                                    facts,
                                    conditions,
                                    ownLeukemia(conditions, extramedullary),
                                    results,
                                    isReadable("Condition")))),
        () ->
            new FitnessReader.Read(
                unread(unread(unread(facts, Facts.COMORBIDITY), Facts.FRAIL), Facts.HEPATIC_RISK),
                List.of()));
  }

  /** The entries of the problem list that name a leukemia. */
  private Set<String> ownLeukemia(List<Condition> conditions, ExtramedullaryReader extramedullary) {
    Set<String> own = new LinkedHashSet<>();
    conditions.stream()
        .filter(extramedullary::names)
        .forEach(condition -> own.add(condition.reference()));
    settled.leukemia().forEach(condition -> own.add(condition.evidence().resource()));
    readers.diagnoses().neighbours(conditions).forEach(other -> own.add(other.resource()));
    return own;
  }

  private List<DataGap> contradictions(PatientFacts facts) {
    return guard.theme(
        "Contradictions",
        () -> {
          List<DataGap> found =
              new ArrayList<>(new Contradictions(guideline, treatment.firstTreatment()).of(facts));
          guard
              .over(resources.conditions(), Condition::reference, readers.diagnoses()::neighbours)
              .forEach(neighbour -> found.add(Contradictions.neighbour(neighbour)));
          return found;
        },
        List::of);
  }

  private OrdersOnScreen orders(OrderSelection selection) {
    return guard.theme(
        "Orders on the screen",
        () -> {
          DraftedOrderReader.Read drafted =
              new DraftedOrderReader(guideline, codings, resources, guard).read(selection);
          gaps.addAll(drafted.gaps());
          return drafted.orders();
        },
        OrdersOnScreen::none);
  }

  private List<Milestone> timeline(
      GeneticsReader.Genetics genetics,
      CourseReader.History history,
      ResidualDiseaseReader.Residual residual) {
    return new TimelineReader(codings.terminology())
        .diagnosis(settled.leukemia(), diagnosed, treatment.firstTreatment())
        .genetics(findings, genetics.interpreted())
        .treatment(treatment.treated(), treatment.firstTreatment())
        .responses(history.responses())
        .residualDisease(residual.history())
        .read();
  }

  private boolean treatmentReadable() {
    return TREATMENT_RESOURCES.stream().allMatch(this::isReadable);
  }

  private boolean isReadable(String type) {
    return !settled.chart().unreadable().contains(type)
        && !settled.read().broken().contains(type)
        && !treatment.broken().contains(type)
        && !guard.broken().contains(type);
  }
}
