package org.karyon.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.karyon.chart.Chart;
import org.karyon.chart.ChartUnavailable;
import org.karyon.facts.Amount;
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
import org.karyon.guideline.Parameter;
import org.karyon.reading.genetics.DiagnosedLesions;
import org.karyon.reading.genetics.GeneticsReader;
import org.karyon.reading.genetics.KaryotypeInterpreter;
import org.karyon.reading.genetics.LesionReader;
import org.karyon.reading.patient.BlastReader;
import org.karyon.reading.patient.DiagnosisReader;
import org.karyon.reading.patient.DiagnosisReader.LeukemiaCondition;
import org.karyon.reading.patient.FitnessReader;
import org.karyon.reading.patient.ImmunophenotypeReader;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Dates;
import org.karyon.reading.resources.ObservationResults;
import org.karyon.reading.resources.ReportResults;
import org.karyon.reading.resources.Result;
import org.karyon.reading.response.CourseReader;
import org.karyon.reading.response.ResidualDiseaseReader;
import org.karyon.reading.response.TimelineReader;
import org.karyon.reading.treatment.DraftedOrderReader;
import org.karyon.reading.treatment.PriorTherapies;
import org.karyon.reading.treatment.TherapyReader;
import org.karyon.reading.treatment.TreatmentStart;

/**
 * Reads one patient's chart into facts; the leukemia first, and nothing else when there is none.
 */
public final class RecordReader {

  private static final String PROBLEM = "Condition";
  private static final Set<String> TREATMENT_RESOURCES =
      Set.of("MedicationRequest", "MedicationStatement", "MedicationAdministration", "Procedure");

  private final Guideline guideline;
  private final Codings codings;
  private final DiagnosisReader diagnoses;
  private final KaryotypeInterpreter karyotypes;

  /**
   * Prepares reading by one guideline.
   *
   * @param guideline the knowledge with its terminology
   */
  public RecordReader(Guideline guideline) {
    this.guideline = guideline;
    this.codings = new Codings(guideline.terminology());
    this.diagnoses = new DiagnosisReader(codings);
    this.karyotypes = new KaryotypeInterpreter(guideline);
  }

  /**
   * The kinds of resource that reading looks at.
   *
   * @return resource classes; each must be asked for in the discovery document
   */
  public static List<Class<? extends Resource>> reads() {
    return List.of(
        Patient.class,
        Condition.class,
        Observation.class,
        DiagnosticReport.class,
        MedicationRequest.class,
        MedicationStatement.class,
        MedicationAdministration.class,
        Procedure.class,
        ServiceRequest.class);
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
    List<LeukemiaCondition> leukemia = diagnoses.leukemia(chart.all(Condition.class));
    PatientFacts facts = diagnoses.read(PatientFacts.none(), leukemia);
    boolean dead = chart.patient().filter(RecordReader::isDeceased).isPresent();
    if (dead) {
      return without(asOf, new Known<>(Diagnosis.NONE, List.of(), List.of()), List.of());
    }
    if (facts.get(Facts.DIAGNOSIS).is(Diagnosis.NONE)) {
      return without(asOf, absence(chart), chart.gaps());
    }
    return new Reading(chart, asOf, leukemia).read(facts, selection);
  }

  /** Only a problem list that was read as a whole says that there is no leukemia. */
  private static Finding<Diagnosis> absence(Chart chart) {
    Optional<String> incomplete = chart.whyUnreadable(PROBLEM);
    if (incomplete.isPresent()) {
      throw new ChartUnavailable(
          "conditions",
          "only a part of the problem list could be had, and it names no leukemia: "
              + incomplete.get());
    }
    return chart.broken().contains(PROBLEM)
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
        Set.of());
  }

  private static boolean isDeceased(Patient patient) {
    return patient.hasDeceasedDateTimeType()
        || (patient.hasDeceasedBooleanType()
            && Boolean.TRUE.equals(patient.getDeceasedBooleanType().getValue()));
  }

  /** The reading of one chart; holds what its steps share. */
  private final class Reading {

    private final Chart chart;
    private final LocalDate asOf;
    private final List<LeukemiaCondition> leukemia;
    private final List<Result> results = new ArrayList<>();
    private final List<RecordedTherapy> therapies;
    private final List<RecordedTherapy> treated;
    private final Optional<RecordedDate> diagnosed;
    private final Optional<LocalDate> firstTreatment;
    private final List<DataGap> remarks = new ArrayList<>();

    Reading(Chart chart, LocalDate asOf, List<LeukemiaCondition> leukemia) {
      this.chart = chart;
      this.asOf = asOf;
      this.leukemia = leukemia;
      ObservationResults observations = new ObservationResults(codings, asOf);
      chart.all(Observation.class).forEach(o -> results.addAll(guarded(o, observations::read)));
      ReportResults reports = new ReportResults(codings, asOf);
      chart.all(DiagnosticReport.class).forEach(r -> results.addAll(guarded(r, reports::read)));
      this.therapies = new TherapyReader(guideline, codings, asOf, chart).read();
      this.diagnosed = DiagnosisReader.diagnosed(leukemia);
      this.treated =
          TreatmentStart.antileukemic(therapies, diagnosed, days("treatmentBeforeDiagnosisDays"));
      this.firstTreatment = TreatmentStart.of(treated);
    }

    private int days(String parameter) {
      return guideline.parameter(parameter).value().intValueExact();
    }

    /**
     * A resource that breaks a promise of FHIR in a way nobody foresaw costs itself, and is named.
     */
    private <R extends Resource> List<Result> guarded(R resource, Function<R, List<Result>> read) {
      try {
        return read.apply(resource);
      } catch (RuntimeException unforeseen) {
        chart.setAside(
            resource, "This resource could not be read and was left out; what it says is unknown.");
        return List.of();
      }
    }

    PatientRecord read(PatientFacts diagnosis, OrderSelection selection) {
      PatientFacts facts = diagnosis.with(Facts.AGE_YEARS, age());
      facts = new BlastReader(guideline, firstTreatment).read(facts, results);
      facts = new ImmunophenotypeReader(guideline).read(facts, results);
      GeneticsReader.Genetics genetics = genetics(facts);
      facts = genetics.facts();
      remarks.addAll(genetics.remarks());
      CourseReader.Reading history =
          new CourseReader(guideline, asOf).read(leukemia, results, treated, treatmentReadable());
      Finding<Course> course = history.course();
      facts = facts.with(Facts.COURSE, course);
      ResidualDiseaseReader.Reading residual =
          new ResidualDiseaseReader(
                  guideline,
                  asOf,
                  TreatmentStart.beforeResponse(
                      firstTreatment, course, asOf, days("earliestRemissionDays")),
                  history.lastRelapse())
              .read(results);
      remarks.addAll(residual.remarks());
      facts = facts.with(Facts.MRD, residual.finding());
      facts =
          new FitnessReader(guideline, codings, asOf)
              .read(facts, chart.all(Condition.class), results, isReadable("Condition"));
      facts = PriorTherapies.read(facts, therapies);
      marrowContradiction(facts).ifPresent(remarks::add);
      lateExclusion(facts).ifPresent(remarks::add);
      diagnoses.neighbours(chart.all(Condition.class)).stream()
          .map(
              neighbour ->
                  new DataGap(
                      DataGap.Kind.CONTRADICTS,
                      neighbour.resource(),
                      "Another leukemia stands on the problem list beside acute lymphoblastic"
                          + " leukemia; this guideline speaks only of the latter."))
          .forEach(remarks::add);
      List<RecordedTest> tests =
          new TestReader(codings, guideline.lesions()).read(chart, results, genetics);
      OrdersOnScreen orders = new DraftedOrderReader(guideline, codings, chart).read(selection);
      List<DataGap> gaps = new ArrayList<>(chart.gaps());
      gaps.addAll(remarks);
      return new PatientRecord(
          asOf,
          facts,
          tests,
          therapies,
          orders,
          firstTreatment,
          diagnosed,
          new TimelineReader()
              .diagnosis(leukemia, diagnosed, firstTreatment)
              .genetics(results, genetics.interpreted())
              .treatment(treated, firstTreatment)
              .responses(history.responses())
              .residualDisease(residual.history())
              .read(),
          gaps,
          chart.unreadable());
    }

    private GeneticsReader.Genetics genetics(PatientFacts facts) {
      return new GeneticsReader(
              guideline,
              karyotypes,
              new LesionReader(
                  guideline.lesions(),
                  guideline.parameter("lowLevelFishPercent").value(),
                  firstTreatment),
              facts.get(Facts.LINEAGE).value())
          .read(facts, new DiagnosedLesions(guideline.lesions()).of(leukemia), results);
    }

    /**
     * The age on the evaluation date; a birth date without a day is only used where the age is the
     * same for every day it can mean.
     */
    private Finding<Amount> age() {
      Optional<RecordedDate> birth =
          chart.patient().flatMap(patient -> Dates.moment(patient.getBirthDateElement()));
      if (birth.isEmpty()) {
        return Finding.notRecorded();
      }
      Evidence evidence =
          new Evidence(
              "Patient/" + chart.patient().orElseThrow().getIdElement().getIdPart(),
              "Birth date",
              birth.get().text(),
              Optional.empty());
      int oldest = Period.between(birth.get().earliest(), asOf).getYears();
      int youngest = Period.between(birth.get().latest(), asOf).getYears();
      if (birth.get().earliest().isAfter(asOf)) {
        return new Unknown<>(
            UnknownReason.NOT_INTERPRETABLE, "the birth date is in the future", List.of(evidence));
      }
      return oldest == youngest || sameAgeGroup(oldest, youngest)
          ? new Known<>(Amount.of(youngest), List.of(evidence), List.of())
          : new Unknown<>(
              UnknownReason.NOT_INTERPRETABLE,
              "the birth date has no day, and the age group depends on it",
              List.of(evidence));
    }

    private boolean sameAgeGroup(int oldest, int youngest) {
      return List.of("ayaFromYears", "adultFromYears", "olderFromYears").stream()
          .map(id -> guideline.parameter(id).value())
          .noneMatch(
              limit ->
                  limit.compareTo(BigDecimal.valueOf(youngest)) > 0
                      && limit.compareTo(BigDecimal.valueOf(oldest)) <= 0);
    }

    private boolean treatmentReadable() {
      return TREATMENT_RESOURCES.stream().allMatch(this::isReadable);
    }

    private boolean isReadable(String type) {
      return !chart.unreadable().contains(type) && !chart.broken().contains(type);
    }

    /** A fusion that was only looked for in remission may have been missed. */
    private Optional<DataGap> lateExclusion(PatientFacts facts) {
      Finding<Presence> fusion = facts.get(Facts.BCR_ABL1);
      boolean inRemission =
          fusion.is(Presence.ABSENT) && facts.get(Facts.COURSE).is(Course.COMPLETE_REMISSION);
      return fusion.evidence().stream()
          .filter(unused -> inRemission && fusion.evidence().stream().allMatch(this::isLate))
          .findFirst()
          .map(
              evidence ->
                  new DataGap(
                      DataGap.Kind.REMARK,
                      evidence.resource(),
                      "BCR::ABL1 was only looked for after treatment began; a result from the time"
                          + " of diagnosis is not in the record."));
    }

    private boolean isLate(Evidence evidence) {
      return evidence.date().isPresent()
          && firstTreatment.isPresent()
          && evidence.date().get().earliest().isAfter(firstTreatment.get());
    }

    /** A confirmed code beside a marrow under 20 % is shown, not resolved (L13). */
    private Optional<DataGap> marrowContradiction(PatientFacts facts) {
      Parameter limit = guideline.parameter("marrowBlastDiagnosticPercent");
      boolean under =
          facts
              .get(Facts.MARROW_BLAST_PERCENT)
              .value()
              .filter(percent -> percent.number().compareTo(limit.value()) < 0)
              .isPresent();
      boolean contradicts =
          under
              && facts.get(Facts.DIAGNOSIS).is(Diagnosis.CONFIRMED)
              && facts.get(Facts.COURSE).is(Course.NEWLY_DIAGNOSED);
      return contradicts
          ? Optional.of(
              new DataGap(
                  DataGap.Kind.CONTRADICTS,
                  facts.get(Facts.MARROW_BLAST_PERCENT).evidence().get(0).resource(),
                  "The marrow shows fewer than %s %% lymphoblasts (L13), which contradicts the confirmed diagnosis on the problem list."
                      .formatted(limit.value().toPlainString())))
          : Optional.empty();
    }
  }
}
