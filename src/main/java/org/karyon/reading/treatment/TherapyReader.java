package org.karyon.reading.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Condition;
import org.karyon.chart.resource.Medication;
import org.karyon.chart.resource.MedicationAdministration;
import org.karyon.chart.resource.MedicationElement;
import org.karyon.chart.resource.MedicationRequest;
import org.karyon.chart.resource.MedicationStatement;
import org.karyon.chart.resource.Procedure;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.facts.DataGap;
import org.karyon.facts.Evidence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTherapy;
import org.karyon.facts.RecordedTherapy.State;
import org.karyon.guideline.Guideline;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Conditions;
import org.karyon.reading.resources.Guard;
import org.karyon.reading.resources.RecordResources;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;

/**
 * Reads treatment that was given or is active: drugs, transplantation, CAR-T cells, intrathecal
 * chemotherapy.
 */
public final class TherapyReader {

  private final Codings codings;
  private final List<String> notATreatment;
  private final List<String> notGiven;
  private final List<String> denials;
  private final LocalDate asOf;
  private final MedicationReader medications;
  private final List<DataGap> gaps = new ArrayList<>();
  private final Set<String> broken = new LinkedHashSet<>();
  private final List<Evidence> notUnderstood = new ArrayList<>();
  private final List<Evidence> planned = new ArrayList<>();

  public TherapyReader(
      Guideline guideline, Codings codings, LocalDate asOf, List<Medication> medications) {
    this.codings = codings;
    this.notATreatment = codings.terminology().phrases(PhraseList.NOT_A_TREATMENT);
    this.notGiven = codings.terminology().phrases(PhraseList.NOT_GIVEN);
    this.denials = codings.terminology().phrases(PhraseList.DENIAL_OF_STATUS);
    this.asOf = asOf;
    this.medications = new MedicationReader(guideline, codings, medications);
  }

  /**
   * What was read of treatment.
   *
   * @param therapies what was given or is active
   * @param gaps the resources whose drug is not known
   * @param broken their kinds
   * @param notUnderstood treatment, or what may be one, of which the record does not tell what it
   *     is
   * @param planned treatment of the leukemia that is proposed, planned or drafted in the record
   */
  public record Read(
      List<RecordedTherapy> therapies,
      List<DataGap> gaps,
      Set<String> broken,
      List<Evidence> notUnderstood,
      List<Evidence> planned) {}

  public Read read(RecordResources record, Guard guard) {
    List<RecordedTherapy> therapies = new ArrayList<>();
    guard.each(
        record.medicationRequests(),
        MedicationRequest::reference,
        r -> request(r).ifPresent(therapies::add));
    guard.each(
        record.medicationAdministrations(),
        MedicationAdministration::reference,
        a -> given(a).ifPresent(therapies::add));
    guard.each(
        record.medicationStatements(),
        MedicationStatement::reference,
        s -> stated(s).ifPresent(therapies::add));
    guard.each(
        record.procedures(), Procedure::reference, p -> procedure(p).ifPresent(therapies::add));
    guard.each(
        record.conditions(), Condition::reference, c -> history(c).ifPresent(therapies::add));
    therapies.removeIf(
        t -> t.start().filter(start -> start.earliest().isAfter(asOf.plusDays(1))).isPresent());
    return new Read(
        therapies,
        List.copyOf(gaps),
        Set.copyOf(broken),
        List.copyOf(notUnderstood),
        List.copyOf(planned));
  }

  private Optional<RecordedTherapy> request(MedicationRequest request) {
    boolean proposed =
        request
            .intent()
            .filter(
                intent ->
                    intent == MedicationRequest.Intent.PROPOSAL
                        || intent == MedicationRequest.Intent.PLAN)
            .isPresent();
    if (request.doNotPerform()) {
      return Optional.empty();
    }
    if (proposed || request.status().equals(Optional.of(MedicationRequest.Status.DRAFT))) {
      plan(request);
      return Optional.empty();
    }
    return drug(
        ResourceKind.MEDICATION_REQUEST,
        request.reference(),
        request.medication(),
        request.status().map(Given::of).orElse(Given.UNKNOWN),
        Route.of(codings, request.dosages()),
        request.authoredOn(),
        request.until());
  }

  private void plan(MedicationRequest request) {
    boolean open =
        request
            .status()
            .filter(
                status ->
                    status == MedicationRequest.Status.ACTIVE
                        || status == MedicationRequest.Status.DRAFT
                        || status == MedicationRequest.Status.ON_HOLD)
            .isPresent();
    medications
        .read(request.medication(), Route.of(codings, request.dosages()))
        .filter(
            drug -> open && TreatmentStart.isAntileukemic(codings.terminology(), drug.concepts()))
        .ifPresent(
            drug ->
                planned.add(
                    new Evidence(
                        request.reference(),
                        "Planned treatment",
                        drug.words(),
                        request.authoredOn())));
  }

  private Optional<RecordedTherapy> given(MedicationAdministration administration) {
    return drug(
        ResourceKind.MEDICATION_ADMINISTRATION,
        administration.reference(),
        administration.medication(),
        administration.status().map(Given::of).orElse(Given.UNKNOWN),
        Route.of(codings, List.of(administration.dosage())),
        administration.effective(),
        administration.until());
  }

  private Optional<RecordedTherapy> stated(MedicationStatement statement) {
    return drug(
        ResourceKind.MEDICATION_STATEMENT,
        statement.reference(),
        statement.medication(),
        statement.status().map(Given::of).orElse(Given.UNKNOWN),
        Route.of(codings, statement.dosages()),
        statement.effective().or(statement::dateAsserted),
        statement.until());
  }

  private Optional<RecordedTherapy> procedure(Procedure procedure) {
    Given given = procedure.status().map(Given::of).orElse(Given.UNKNOWN);
    Set<String> coded = codings.conceptsOfName(procedure.code());
    Set<String> concepts = new LinkedHashSet<>(coded.isEmpty() ? named(procedure.code()) : coded);
    concepts.retainAll(codings.terminology().members(ConceptGroup.TREATMENT_PROCEDURES));
    if (concepts.isEmpty()) {
      return Optional.empty();
    }
    if (given == Given.UNKNOWN) {
      unclear(procedure.reference(), Codings.words(procedure.code()), procedure.performed());
    }
    return given
        .state()
        .map(
            state ->
                therapy(
                    procedure.reference(),
                    concepts,
                    Codings.words(procedure.code()),
                    state,
                    codings.terminology().isAny(concepts, ConceptGroup.INTRATHECAL_TREATMENT),
                    coded.isEmpty(),
                    procedure.performed(),
                    procedure.until()));
  }

  private Set<String> named(CodeableConcept code) {
    String words = Codings.allWords(code);
    return Words.of(words).containAny(notATreatment) ? Set.of() : codings.named(words);
  }

  /** A transplant is far more often a status code on the problem list than a Procedure. */
  private Optional<RecordedTherapy> history(Condition condition) {
    Set<String> concepts = new LinkedHashSet<>(codings.concepts(condition.code()));
    if (codings.terminology().isAny(concepts, ConceptGroup.CHEMOTHERAPY_ON_THE_PROBLEM_LIST)
        && !Conditions.isDenied(condition)) {
      unclear(condition.reference(), Codings.words(condition.code()), Conditions.onset(condition));
    }
    concepts.retainAll(codings.terminology().members(ConceptGroup.TREATMENT_ON_THE_PROBLEM_LIST));
    if (concepts.isEmpty() || Conditions.isDenied(condition)) {
      return Optional.empty();
    }
    return Optional.of(
        therapy(
            condition.reference(),
            concepts,
            Codings.words(condition.code()),
            State.PAST,
            false,
            false,
            Conditions.onset(condition),
            Optional.empty()));
  }

  private Optional<RecordedTherapy> drug(
      ResourceKind<?> kind,
      String reference,
      MedicationElement medication,
      Given given,
      Route route,
      Optional<RecordedDate> date,
      Optional<RecordedDate> until) {
    if (given == Given.UNKNOWN) {
      withoutStatus(reference, medication, date);
    }
    if (given.state().isEmpty()) {
      return Optional.empty();
    }
    Optional<MedicationReader.Drug> known = medications.read(medication, route);
    if (known.isEmpty()) {
      broken.add(kind.type());
      gaps.add(
          new DataGap(
              DataGap.Kind.NOT_READ,
              reference,
              "The drug is named by a reference that the record does not hold; it is unknown."));
    }
    known
        .filter(drug -> !drug.told())
        .ifPresent(
            drug ->
                leaveOpen(
                    reference,
                    drug.words(),
                    date,
                    "The drug of this entry could not be told%s; whether it treats the leukemia is unknown."
                        .formatted(drug.words().isEmpty() ? "" : " (" + drug.words() + ")")));
    Optional<MedicationReader.Drug> denied =
        known.filter(drug -> drug.fromText() && !drug.concepts().isEmpty() && isDenied(drug));
    if (denied.isPresent()) {
      leaveOpen(
          reference,
          denied.get().words(),
          date,
          "The words of this entry do not say that the drug was given (%s); whether it was is unknown."
              .formatted(denied.get().words()));
      return Optional.empty();
    }
    return known
        .filter(drug -> !drug.concepts().isEmpty())
        .map(
            drug ->
                therapy(
                    reference,
                    drug.concepts(),
                    drug.words(),
                    given.state().get(),
                    drug.intrathecal(),
                    drug.fromText(),
                    date,
                    until));
  }

  /** "No vincristine", "asparaginase allergy": the name alone is no treatment. */
  private boolean isDenied(MedicationReader.Drug drug) {
    Words words = Words.of(drug.words());
    return words.containAny(notGiven) || words.beginWithAny(denials);
  }

  /** Nobody knows whether it was given, which is not the same as that it was not. */
  private void withoutStatus(
      String reference, MedicationElement medication, Optional<RecordedDate> date) {
    medications
        .read(medication, Route.NONE)
        .filter(drug -> !drug.concepts().isEmpty() || !drug.told())
        .ifPresent(
            drug ->
                leaveOpen(
                    reference,
                    drug.words(),
                    date,
                    "This entry has no status; whether the treatment was given is unknown."));
  }

  private void leaveOpen(String reference, String words, Optional<RecordedDate> date, String why) {
    unclear(reference, words, date);
    gaps.add(new DataGap(DataGap.Kind.NOT_READ, reference, why));
  }

  private void unclear(String reference, String words, Optional<RecordedDate> date) {
    if (date.filter(day -> day.earliest().isAfter(asOf.plusDays(1))).isEmpty()) {
      notUnderstood.add(new Evidence(reference, "Treatment that is not understood", words, date));
    }
  }

  private static RecordedTherapy therapy(
      String reference,
      Set<String> concepts,
      String words,
      State state,
      boolean intrathecal,
      boolean fromText,
      Optional<RecordedDate> date,
      Optional<RecordedDate> until) {
    Evidence evidence = new Evidence(reference, "Treatment", words, date);
    return new RecordedTherapy(
        concepts, words, state, intrathecal, fromText, date, until.or(() -> date), evidence);
  }
}
