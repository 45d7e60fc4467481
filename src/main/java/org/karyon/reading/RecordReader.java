package org.karyon.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.chart.Chart;
import org.karyon.chart.ChartUnavailable;
import org.karyon.chart.ReadResources;
import org.karyon.chart.resource.Condition;
import org.karyon.chart.resource.Patient;
import org.karyon.chart.resource.ResourceKind;
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
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.reading.genetics.GeneticKnowledge;
import org.karyon.reading.patient.DiagnosisReader;
import org.karyon.reading.patient.DiagnosisReader.LeukemiaCondition;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Guard;
import org.karyon.reading.resources.RecordResources;
import org.karyon.reading.resources.Screen;
import org.karyon.reading.words.ReportLanguage;
import org.karyon.terminology.UnknownCodes;

/**
 * Reads one patient's chart into facts; the leukemia first, and nothing else when there is none.
 */
public final class RecordReader {

  private static final String PROBLEM = "Condition";

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
    this.diagnoses = new DiagnosisReader(codings, guideline.lesions());
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
   * @return what was read; only the diagnosis when there is no leukemia or the patient has died. A
   *     resource at which a reader fails, whichever it is, is left out and named
   */
  public PatientRecord read(Chart chart, LocalDate asOf, OrderSelection selection) {
    return new FaultSearch(known -> readAll(known, asOf, selection), this::leukemiaConditions)
        .read(chart);
  }

  private Set<String> leukemiaConditions(Chart chart) {
    return diagnoses.leukemia(chart.all(ResourceKind.CONDITION).resources()).stream()
        .map(condition -> condition.evidence().resource())
        .collect(Collectors.toSet());
  }

  private PatientRecord readAll(Chart chart, LocalDate asOf, OrderSelection selection) {
    Guard guard = new Guard();
    ReadResources<Condition> problems = chart.all(ResourceKind.CONDITION);
    List<LeukemiaCondition> leukemia =
        guard.over(problems.resources(), Condition::reference, diagnoses::leukemia);
    PatientFacts facts = diagnoses.read(PatientFacts.none(), leukemia);
    ReadResources<Patient> patients = chart.all(ResourceKind.PATIENT);
    Optional<Patient> patient = chart.patient(patients);
    if (patient.filter(Patient::deceased).isPresent()) {
      return without(asOf, new Known<>(Diagnosis.NONE, List.of(), List.of()), List.of());
    }
    ChartReading reading = new ChartReading(guard);
    reading.take(ResourceKind.PATIENT, patients);
    reading.take(ResourceKind.CONDITION, problems);
    List<Evidence> notUnderstood =
        guard.over(problems.resources(), Condition::reference, diagnoses::notUnderstood);
    reading.name(notUnderstood.stream().map(RecordReader::notUnderstood).toList());
    if (facts.get(Facts.DIAGNOSIS).is(Diagnosis.NONE)) {
      return without(
          asOf, absence(chart, problems, notUnderstood, guard), gaps(chart, reading, guard));
    }
    Chart settled = chart.settled();
    RecordResources resources = reading.read(settled, problems.resources(), codings, screen, asOf);
    RecordReading.Readers readers =
        new RecordReading.Readers(
            guideline, codings, diagnoses, genetics, tests, language.forOneRecord());
    return new RecordReading(
            readers,
            guard,
            new RecordReading.Settled(settled, patient, resources, reading, asOf, leukemia))
        .read(facts, selection);
  }

  private static List<DataGap> gaps(Chart chart, ChartReading reading, Guard guard) {
    List<DataGap> gaps = new ArrayList<>(chart.gaps());
    gaps.addAll(reading.gaps());
    gaps.addAll(guard.gaps());
    return gaps;
  }

  /** Only a problem list that was read as a whole says that there is no leukemia. */
  private static Finding<Diagnosis> absence(
      Chart chart, ReadResources<Condition> problems, List<Evidence> notUnderstood, Guard guard) {
    Optional<String> incomplete = chart.whyUnreadable(PROBLEM);
    if (incomplete.isPresent()) {
      throw new ChartUnavailable(
          "conditions",
          "only a part of the problem list could be had, and it names no leukemia: "
              + incomplete.get());
    }
    if (problems.isBroken() || guard.broken().contains(PROBLEM)) {
      return new Unknown<>(
          UnknownReason.NOT_READABLE, "an entry of the problem list is not valid", List.of());
    }
    return notUnderstood.isEmpty()
        ? new Known<>(Diagnosis.NONE, List.of(), List.of())
        : new Unknown<>(
            UnknownReason.NOT_INTERPRETABLE,
            "a problem names acute lymphoblastic leukemia and is not understood as a whole",
            notUnderstood);
  }

  private static DataGap notUnderstood(Evidence problem) {
    return new DataGap(
        DataGap.Kind.NOT_READ,
        problem.resource(),
        "\u201c%s\u201d names acute lymphoblastic leukemia and is not understood as a whole; a code would say what is meant."
            .formatted(problem.shows()));
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
        List.of(),
        Set.of());
  }
}
