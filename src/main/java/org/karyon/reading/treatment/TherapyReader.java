package org.karyon.reading.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Type;
import org.karyon.chart.Chart;
import org.karyon.facts.Evidence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTherapy;
import org.karyon.facts.RecordedTherapy.State;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderChecks;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Conditions;
import org.karyon.reading.resources.Dates;

/**
 * Reads treatment that was given or is active: drugs, transplantation, CAR-T cells, intrathecal
 * chemotherapy.
 */
public final class TherapyReader {

  private static final Set<String> PROCEDURES =
      Set.of(
          "allo-hsct",
          "hsct-donor-unspecified",
          "car-t",
          OrderChecks.INTRATHECAL,
          "chemotherapy",
          "prior-allo-hsct",
          "prior-hsct",
          "prior-cart");

  private final Codings codings;
  private final LocalDate asOf;
  private final Chart chart;
  private final MedicationReader medications;

  public TherapyReader(Guideline guideline, Codings codings, LocalDate asOf, Chart chart) {
    this.codings = codings;
    this.asOf = asOf;
    this.chart = chart;
    this.medications = new MedicationReader(guideline, codings, chart.all(Medication.class));
  }

  public List<RecordedTherapy> read() {
    List<RecordedTherapy> therapies = new ArrayList<>();
    chart.all(MedicationRequest.class).forEach(r -> request(r).ifPresent(therapies::add));
    chart.all(MedicationAdministration.class).forEach(a -> given(a).ifPresent(therapies::add));
    chart.all(MedicationStatement.class).forEach(s -> stated(s).ifPresent(therapies::add));
    chart.all(Procedure.class).forEach(p -> procedure(p).ifPresent(therapies::add));
    chart.all(Condition.class).forEach(c -> history(c).ifPresent(therapies::add));
    therapies.removeIf(
        t -> t.start().filter(start -> start.earliest().isAfter(asOf.plusDays(1))).isPresent());
    return therapies;
  }

  private Optional<RecordedTherapy> request(MedicationRequest request) {
    if (request.getStatus() == null
        || Boolean.TRUE.equals(request.getDoNotPerformElement().getValue())) {
      return Optional.empty();
    }
    Optional<State> state =
        switch (request.getStatus()) {
          case ACTIVE, ONHOLD -> Optional.of(State.ACTIVE);
          case COMPLETED, STOPPED -> Optional.of(State.PAST);
          case CANCELLED, ENTEREDINERROR, DRAFT, UNKNOWN, NULL -> Optional.empty();
        };
    boolean proposed =
        request.getIntent() != null
            && Set.of("proposal", "plan").contains(request.getIntent().toCode());
    if (proposed) {
      return Optional.empty();
    }
    return state.flatMap(
        known ->
            drug(
                request,
                request.getMedication(),
                known,
                Route.of(codings, request.getDosageInstruction()),
                Dates.moment(request.getAuthoredOnElement())));
  }

  private Optional<RecordedTherapy> given(MedicationAdministration administration) {
    if (administration.getStatus() == null) {
      return Optional.empty();
    }
    Optional<State> state =
        switch (administration.getStatus()) {
          case INPROGRESS, ONHOLD -> Optional.of(State.ACTIVE);
          case COMPLETED, STOPPED -> Optional.of(State.PAST);
          case NOTDONE, ENTEREDINERROR, UNKNOWN, NULL -> Optional.empty();
        };
    return state.flatMap(
        known ->
            drug(
                administration,
                administration.getMedication(),
                known,
                Route.of(
                    codings,
                    administration.getDosage().getRoute(),
                    Optional.ofNullable(administration.getDosage().getText())),
                Dates.of(administration.getEffective())));
  }

  private Optional<RecordedTherapy> stated(MedicationStatement statement) {
    if (statement.getStatus() == null) {
      return Optional.empty();
    }
    Optional<State> state =
        switch (statement.getStatus()) {
          case ACTIVE, ONHOLD -> Optional.of(State.ACTIVE);
          case COMPLETED, STOPPED -> Optional.of(State.PAST);
          case INTENDED, NOTTAKEN, ENTEREDINERROR, UNKNOWN, NULL -> Optional.empty();
        };
    return state.flatMap(
        known ->
            drug(
                statement,
                statement.getMedication(),
                known,
                Route.of(codings, statement.getDosage()),
                Dates.of(statement.getEffective())
                    .or(() -> Dates.moment(statement.getDateAssertedElement()))));
  }

  private Optional<RecordedTherapy> procedure(Procedure procedure) {
    if (procedure.getStatus() == null) {
      return Optional.empty();
    }
    Optional<State> state =
        switch (procedure.getStatus()) {
          case INPROGRESS, ONHOLD -> Optional.of(State.ACTIVE);
          case COMPLETED, STOPPED -> Optional.of(State.PAST);
          case PREPARATION, NOTDONE, ENTEREDINERROR, UNKNOWN, NULL -> Optional.empty();
        };
    Set<String> concepts = new LinkedHashSet<>(codings.concepts(procedure.getCode()));
    concepts.retainAll(PROCEDURES);
    if (state.isEmpty() || concepts.isEmpty()) {
      return Optional.empty();
    }
    Optional<RecordedDate> date = Dates.of(procedure.getPerformed());
    return Optional.of(
        therapy(
            procedure,
            concepts,
            Codings.words(procedure.getCode()),
            state.get(),
            concepts.contains(OrderChecks.INTRATHECAL),
            false,
            date));
  }

  /** A transplant is far more often a status code on the problem list than a Procedure. */
  private Optional<RecordedTherapy> history(Condition condition) {
    Set<String> concepts = new LinkedHashSet<>(codings.concepts(condition.getCode()));
    concepts.retainAll(Set.of("prior-allo-hsct", "prior-hsct", "prior-cart"));
    if (concepts.isEmpty() || Conditions.isDenied(condition)) {
      return Optional.empty();
    }
    return Optional.of(
        therapy(
            condition,
            concepts,
            Codings.words(condition.getCode()),
            State.PAST,
            false,
            false,
            Conditions.onset(condition)));
  }

  private Optional<RecordedTherapy> drug(
      DomainResource resource,
      Type medication,
      State state,
      Route route,
      Optional<RecordedDate> date) {
    Optional<MedicationReader.Drug> known = medications.read(resource, medication, route);
    if (known.isEmpty()) {
      chart.setAside(
          resource,
          "The drug is named by a reference that the record does not hold; it is unknown.");
    }
    return known
        .filter(drug -> !drug.concepts().isEmpty())
        .map(
            drug ->
                therapy(
                    resource,
                    drug.concepts(),
                    drug.words(),
                    state,
                    drug.intrathecal(),
                    drug.fromText(),
                    date));
  }

  private static RecordedTherapy therapy(
      DomainResource resource,
      Set<String> concepts,
      String words,
      State state,
      boolean intrathecal,
      boolean fromText,
      Optional<RecordedDate> date) {
    Evidence evidence =
        new Evidence(
            resource.fhirType() + '/' + resource.getIdElement().getIdPart(),
            "Treatment",
            words,
            date);
    return new RecordedTherapy(concepts, words, state, intrathecal, fromText, date, evidence);
  }
}
