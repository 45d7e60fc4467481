package org.karyon.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.karyon.chart.Chart;
import org.karyon.chart.resource.Condition;
import org.karyon.chart.resource.Patient;
import org.karyon.facts.Course;
import org.karyon.facts.DataGap;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Milestone;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.OrdersOnScreen;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTest;
import org.karyon.guideline.Guideline;
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
    this.diagnosed = readers.diagnoses().diagnosed(settled.leukemia());
    this.treatment = TreatmentRead.of(guideline, codings, guard, settled, diagnosed);
    gaps.addAll(settled.chart().gaps());
    gaps.addAll(settled.read().gaps());
    gaps.addAll(treatment.gaps());
  }

  PatientRecord read(PatientFacts diagnosis, OrderSelection selection) {
    PatientFacts facts =
        diagnosis.with(Facts.AGE_YEARS, new AgeReader(guideline, asOf).read(settled.patient()));
    facts = blasts(facts);
    facts = immunophenotype(facts);
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
    facts = PriorTherapies.read(fitness.facts(), codings.terminology(), treatment.therapies());
    remarks.addAll(contradictions(facts));
    List<RecordedTest> done = readers.tests().read(resources, genetics, guard);
    OrdersOnScreen orders = orders(selection);
    gaps.addAll(remarks);
    List<Milestone> timeline = timeline(genetics, history, residual);
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

  private PatientFacts blasts(PatientFacts facts) {
    return overResults(
        resources.results(),
        results -> new BlastReader(guideline, treatment.firstTreatment()).read(facts, results));
  }

  private PatientFacts immunophenotype(PatientFacts facts) {
    return overResults(
        findings, results -> new ImmunophenotypeReader(guideline).read(facts, results));
  }

  private <T> T overResults(List<Result> results, Function<List<Result>, T> reader) {
    return guard.over(results, Result::resource, reader);
  }

  private GeneticsReader.Genetics genetics(PatientFacts facts) {
    return overResults(
        findings,
        results ->
            new GeneticsReader(
                    guideline,
                    readers.genetics(),
                    readers.language(),
                    treatment.firstTreatment(),
                    facts.get(Facts.LINEAGE).value())
                .read(facts, new DiagnosedLesions(guideline).of(settled.leukemia()), results));
  }

  private ExtramedullaryDisease extramedullary(ExtramedullaryReader reader) {
    return guard.over(
        resources.conditions(),
        Condition::reference,
        conditions -> overResults(findings, results -> reader.read(conditions, results)));
  }

  private CourseReader.History history(ExtramedullaryDisease extramedullary) {
    return overResults(
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
                    treatmentReadable()));
  }

  private ResidualDiseaseReader.Residual residual(
      PatientFacts facts, CourseReader.History history) {
    return overResults(
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
                .read(results));
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
    PatientFacts course =
        facts
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
        .with(Facts.REMISSION, remission.remission(course.get(Facts.COURSE), history.relapses()))
        .with(
            Facts.EARLIER_MRD,
            remission.earlierMrd(
                course.get(Facts.COURSE),
                residual.finding(),
                residual.history(),
                history.lastRelapse(),
                isReadable("Observation") && isReadable("DiagnosticReport")));
  }

  private FitnessReader.Read fitness(PatientFacts facts, ExtramedullaryReader extramedullary) {
    return guard.over(
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
                            isReadable("Condition"))));
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
    List<DataGap> found =
        new ArrayList<>(new Contradictions(guideline, treatment.firstTreatment()).of(facts));
    guard
        .over(resources.conditions(), Condition::reference, readers.diagnoses()::neighbours)
        .forEach(neighbour -> found.add(Contradictions.neighbour(neighbour)));
    return found;
  }

  private OrdersOnScreen orders(OrderSelection selection) {
    DraftedOrderReader.Read drafted =
        new DraftedOrderReader(guideline, codings, resources, guard).read(selection);
    gaps.addAll(drafted.gaps());
    return drafted.orders();
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
