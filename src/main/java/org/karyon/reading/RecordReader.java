package org.karyon.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.Chart;
import org.karyon.chart.ChartUnavailable;
import org.karyon.chart.ReadResources;
import org.karyon.chart.resource.Condition;
import org.karyon.chart.resource.Patient;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.facts.Course;
import org.karyon.facts.DataGap;
import org.karyon.facts.Diagnosis;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.OrdersOnScreen;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTherapy;
import org.karyon.facts.UnknownReason;
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
import org.karyon.reading.resources.RecordResources;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.Screen;
import org.karyon.reading.response.CourseReader;
import org.karyon.reading.response.ExtramedullaryDisease;
import org.karyon.reading.response.ExtramedullaryReader;
import org.karyon.reading.response.RemissionReader;
import org.karyon.reading.response.ResidualDiseaseReader;
import org.karyon.reading.response.TimelineReader;
import org.karyon.reading.treatment.DraftedOrderReader;
import org.karyon.reading.treatment.PlannedTreatment;
import org.karyon.reading.treatment.PriorTherapies;
import org.karyon.reading.treatment.TherapyReader;
import org.karyon.reading.treatment.TreatmentStart;
import org.karyon.reading.words.ReportLanguage;
import org.karyon.terminology.UnknownCodes;

/**
 * Reads one patient's chart into facts; the leukemia first, and nothing else when there is none.
 */
public final class RecordReader {

  private static final String PROBLEM = "Condition";
  private static final Set<String> TREATMENT_RESOURCES =
      Set.of("MedicationRequest", "MedicationStatement", "MedicationAdministration", "Procedure");

  private final Guideline guideline;
  private final Screen screen;
  private final Codings codings;
  private final DiagnosisReader diagnoses;
  private final GeneticKnowledge genetics;
  private final TestReader tests;
  private final ReportLanguage language;

  /**
   * Prepares reading by one guideline.
   *
   * @param guideline the knowledge with its terminology
   */
  public RecordReader(Guideline guideline) {
    this(guideline, Screen.of(guideline));
  }

  RecordReader(Guideline guideline, Screen screen) {
    this.guideline = guideline;
    this.screen = screen;
    this.codings = new Codings(guideline.terminology());
    this.diagnoses = new DiagnosisReader(codings);
    this.genetics = new GeneticKnowledge(guideline);
    this.tests = new TestReader(codings, guideline.lesions());
    this.language = ReportLanguage.of(guideline);
  }

  /**
   * The kinds of resource that reading looks at.
   *
   * @return kinds; each must be asked for in the discovery document
   */
  public static List<ResourceKind<?>> reads() {
    return List.of(
        ResourceKind.PATIENT,
        ResourceKind.CONDITION,
        ResourceKind.OBSERVATION,
        ResourceKind.DIAGNOSTIC_REPORT,
        ResourceKind.MEDICATION_REQUEST,
        ResourceKind.MEDICATION_STATEMENT,
        ResourceKind.MEDICATION_ADMINISTRATION,
        ResourceKind.PROCEDURE,
        ResourceKind.SERVICE_REQUEST);
  }

  /**
   * The codes that records named things by and that stand for nothing here.
   *
   * @return the codes, counted since this reader was made
   */
  public UnknownCodes unknownCodes() {
    return codings.unknown();
  }

  /**
   * Reads one chart.
   *
   * @param chart the patient's resources
   * @param asOf the evaluation date
   * @param selection the drafts that are being decided on
   * @return what was read; only the diagnosis when there is no leukemia or the patient has died
   */
  public PatientRecord read(Chart chart, LocalDate asOf, OrderSelection selection) {
    ReadResources<Condition> problems = chart.all(ResourceKind.CONDITION);
    List<LeukemiaCondition> leukemia = diagnoses.leukemia(problems.resources());
    PatientFacts facts = diagnoses.read(PatientFacts.none(), leukemia);
    Optional<Patient> patient = chart.patient();
    if (patient.filter(Patient::deceased).isPresent()) {
      return without(asOf, new Known<>(Diagnosis.NONE, List.of(), List.of()), List.of());
    }
    ChartReading reading = new ChartReading();
    reading.take(ResourceKind.PATIENT, chart.all(ResourceKind.PATIENT));
    reading.take(ResourceKind.CONDITION, problems);
    if (facts.get(Facts.DIAGNOSIS).is(Diagnosis.NONE)) {
      return without(asOf, absence(chart, problems), gaps(chart, reading));
    }
    Chart settled = chart.settled();
    RecordResources resources = reading.read(settled, problems.resources(), codings, screen, asOf);
    return new Reading(settled, patient, resources, reading, asOf, leukemia).read(facts, selection);
  }

  private static List<DataGap> gaps(Chart chart, ChartReading reading) {
    List<DataGap> gaps = new ArrayList<>(chart.gaps());
    gaps.addAll(reading.gaps());
    return gaps;
  }

  /** Only a problem list that was read as a whole says that there is no leukemia. */
  private static Finding<Diagnosis> absence(Chart chart, ReadResources<Condition> problems) {
    Optional<String> incomplete = chart.whyUnreadable(PROBLEM);
    if (incomplete.isPresent()) {
      throw new ChartUnavailable(
          "conditions",
          "only a part of the problem list could be had, and it names no leukemia: "
              + incomplete.get());
    }
    return problems.isBroken()
        ? new Unknown<>(
            UnknownReason.NOT_READABLE, "an entry of the problem list is not valid", List.of())
        : new Known<>(Diagnosis.NONE, List.of(), List.of());
  }

  private static PatientRecord without(
      LocalDate asOf, Finding<Diagnosis> diagnosis, List<DataGap> gaps) {
    return new PatientRecord(
        asOf,
        PatientFacts.none().with(Facts.DIAGNOSIS, diagnosis),
        List.of(),
        List.of(),
        OrdersOnScreen.none(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        gaps,
        List.of(),
        Set.of());
  }

  /** The reading of one chart; holds what its steps share. */
  private final class Reading {

    private final Chart chart;
    private final ReportLanguage words = language.forOneRecord();
    private final Optional<Patient> patient;
    private final RecordResources resources;
    private final LocalDate asOf;
    private final List<LeukemiaCondition> leukemia;
    private final List<Result> results;
    private final List<Result> findings;
    private final List<RecordedTherapy> therapies;
    private final Set<String> broken = new LinkedHashSet<>();
    private final List<DataGap> gaps;
    private final List<RecordedTherapy> treated;
    private final List<Evidence> notUnderstood;
    private final List<Evidence> planned;
    private final Optional<RecordedDate> diagnosed;
    private final Optional<LocalDate> firstTreatment;
    private final List<DataGap> remarks = new ArrayList<>();

    Reading(
        Chart chart,
        Optional<Patient> patient,
        RecordResources resources,
        ChartReading read,
        LocalDate asOf,
        List<LeukemiaCondition> leukemia) {
      this.chart = chart;
      this.patient = patient;
      this.resources = resources;
      this.asOf = asOf;
      this.leukemia = leukemia;
      this.results = resources.results();
      this.findings = resources.findings();
      TherapyReader.Read treatment =
          new TherapyReader(guideline, codings, asOf, resources.medications()).read(resources);
      this.therapies = treatment.therapies();
      this.broken.addAll(read.broken());
      this.broken.addAll(treatment.broken());
      this.gaps = gaps(chart, read);
      this.gaps.addAll(treatment.gaps());
      this.diagnosed = diagnoses.diagnosed(leukemia);
      this.treated =
          TreatmentStart.antileukemic(
              codings.terminology(),
              therapies,
              diagnosed,
              days(ParameterId.TREATMENT_BEFORE_DIAGNOSIS_DAYS));
      this.notUnderstood =
          treatment.notUnderstood().stream()
              .filter(
                  given ->
                      TreatmentStart.isOfThisDisease(
                          given.date(),
                          diagnosed,
                          days(ParameterId.TREATMENT_BEFORE_DIAGNOSIS_DAYS)))
              .toList();
      this.planned =
          new PlannedTreatment(guideline, codings)
              .with(treatment.planned(), resources.serviceRequests());
      this.firstTreatment = TreatmentStart.of(treated);
    }

    private int days(ParameterId parameter) {
      return guideline.whole(parameter);
    }

    PatientRecord read(PatientFacts diagnosis, OrderSelection selection) {
      PatientFacts facts =
          diagnosis.with(Facts.AGE_YEARS, new AgeReader(guideline, asOf).read(patient));
      facts = new BlastReader(guideline, firstTreatment).read(facts, results);
      facts = new ImmunophenotypeReader(guideline).read(facts, findings);
      GeneticsReader.Genetics genetics = genetics(facts);
      facts = genetics.facts();
      remarks.addAll(genetics.remarks());
      ExtramedullaryReader extramedullaryReader = new ExtramedullaryReader(codings);
      ExtramedullaryDisease extramedullary =
          extramedullaryReader.read(resources.conditions(), findings);
      facts = facts.with(Facts.EXTRAMEDULLARY, extramedullary.finding());
      CourseReader.Reading history =
          new CourseReader(guideline, asOf)
              .read(
                  leukemia,
                  diagnosed.map(RecordedDate::earliest),
                  findings,
                  treated,
                  notUnderstood,
                  extramedullary,
                  treatmentReadable());
      Finding<Course> course = history.course();
      ResidualDiseaseReader.Reading residual =
          new ResidualDiseaseReader(
                  guideline,
                  asOf,
                  TreatmentStart.beforeResponse(
                      firstTreatment, course, asOf, days(ParameterId.EARLIEST_REMISSION_DAYS)),
                  history.lastRelapse(),
                  transcripts(facts, course),
                  words)
              .read(findings);
      remarks.addAll(residual.remarks());
      RemissionReader remission = new RemissionReader(guideline, asOf);
      facts =
          facts
              .with(
                  Facts.COURSE,
                  remission.offTreatment(
                      course, treated, notUnderstood, planned, residual.history()))
              .with(Facts.MRD, residual.finding());
      facts =
          facts
              .with(
                  Facts.REMISSION, remission.remission(facts.get(Facts.COURSE), history.relapses()))
              .with(
                  Facts.EARLIER_MRD,
                  remission.earlierMrd(
                      facts.get(Facts.COURSE),
                      residual.finding(),
                      residual.history(),
                      history.lastRelapse(),
                      isReadable("Observation") && isReadable("DiagnosticReport")));
      FitnessReader.Read fitness =
          new FitnessReader(guideline, codings, asOf)
              .read(
                  facts,
                  resources.conditions(),
                  ownLeukemia(extramedullaryReader),
                  results,
                  isReadable("Condition"));
      facts = fitness.facts();
      facts = PriorTherapies.read(facts, codings.terminology(), therapies);
      remarks.addAll(new Contradictions(guideline, firstTreatment).of(facts));
      diagnoses.neighbours(resources.conditions()).stream()
          .map(
              neighbour ->
                  new DataGap(
                      DataGap.Kind.CONTRADICTS,
                      neighbour.resource(),
                      "Another leukemia stands on the problem list beside acute lymphoblastic"
                          + " leukemia; this guideline speaks only of the latter."))
          .forEach(remarks::add);
      List<RecordedTest> done = tests.read(resources, genetics);
      DraftedOrderReader.Read drafted =
          new DraftedOrderReader(guideline, codings, resources).read(selection);
      gaps.addAll(drafted.gaps());
      gaps.addAll(remarks);
      return new PatientRecord(
          asOf,
          facts,
          done,
          therapies,
          drafted.orders(),
          firstTreatment,
          diagnosed,
          new TimelineReader(codings.terminology())
              .diagnosis(leukemia, diagnosed, firstTreatment)
              .genetics(findings, genetics.interpreted())
              .treatment(treated, firstTreatment)
              .responses(history.responses())
              .residualDisease(residual.history())
              .read(),
          gaps,
          fitness.notGraded(),
          genetics.notations(),
          chart.unreadable());
    }

    /** The entries of the problem list that name a leukemia. */
    private Set<String> ownLeukemia(ExtramedullaryReader extramedullary) {
      Set<String> own = new LinkedHashSet<>();
      resources.conditions().stream()
          .filter(extramedullary::names)
          .forEach(condition -> own.add(condition.reference()));
      leukemia.forEach(condition -> own.add(condition.evidence().resource()));
      diagnoses
          .neighbours(resources.conditions())
          .forEach(neighbour -> own.add(neighbour.resource()));
      return own;
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

    private GeneticsReader.Genetics genetics(PatientFacts facts) {
      return new GeneticsReader(
              guideline, genetics, words, firstTreatment, facts.get(Facts.LINEAGE).value())
          .read(facts, new DiagnosedLesions(guideline.lesions()).of(leukemia), findings);
    }

    private boolean treatmentReadable() {
      return TREATMENT_RESOURCES.stream().allMatch(this::isReadable);
    }

    private boolean isReadable(String type) {
      return !chart.unreadable().contains(type) && !broken.contains(type);
    }
  }
}
