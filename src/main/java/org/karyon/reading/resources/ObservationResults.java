package org.karyon.reading.resources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.resource.Observation;
import org.karyon.chart.resource.Observation.Component;
import org.karyon.facts.RecordedDate;

/**
 * Observations to results: each Observation and each of its components that has a value of its own.
 */
public final class ObservationResults {

  private final Codings codings;
  private final LocalDate asOf;
  private final ResultValues values;
  private final Variants variants;

  public ObservationResults(Codings codings, LocalDate asOf) {
    this.codings = codings;
    this.asOf = asOf;
    this.values = new ResultValues(codings);
    this.variants = new Variants(codings);
  }

  public List<Result> read(Observation observation) {
    Optional<Result.Standing> standing = standing(observation);
    Optional<RecordedDate> date = observation.effective().or(observation::issued);
    // A result from the future is a slip of the pen or of a clock; a day of grace covers time
    // zones.
    boolean future = date.filter(d -> d.earliest().isAfter(asOf.plusDays(1))).isPresent();
    if (standing.isEmpty() || future) {
      return List.of();
    }
    List<Result> results = new ArrayList<>();
    Result whole = whole(observation, standing.get(), date);
    results.add(whole);
    if (!whole.variant()) {
      observation.components().stream()
          .filter(component -> component.value().isPresent() || !component.absent().isEmpty())
          .forEach(component -> results.add(part(component, whole)));
    }
    return results;
  }

  private static Optional<Result.Standing> standing(Observation observation) {
    if (observation.status().isEmpty()) {
      return Optional.of(Result.Standing.PRELIMINARY);
    }
    return switch (observation.status().get()) {
      case FINAL, AMENDED, CORRECTED -> Optional.of(Result.Standing.FINAL);
      case REGISTERED, PRELIMINARY -> Optional.of(Result.Standing.PRELIMINARY);
      case CANCELLED, ENTERED_IN_ERROR, UNKNOWN -> Optional.empty();
    };
  }

  private Result whole(
      Observation observation, Result.Standing standing, Optional<RecordedDate> date) {
    Set<String> concepts = codings.concepts(observation.code());
    return new Result(
        new ResultSource(
            observation.reference(), standing, date, method(observation), specimen(observation)),
        concepts,
        Codings.allWords(observation.code()),
        values.value(observation.value(), observation.absent()),
        values.interpretation(observation.interpretation()),
        ResultValues.upperLimit(observation.ranges(), observation.value()),
        concepts.contains("variant") ? Optional.of(variants.read(observation)) : Optional.empty(),
        notations(observation, concepts),
        observation.focus());
  }

  private Result part(Component component, Result whole) {
    Set<String> concepts = codings.concepts(component.code());
    return new Result(
        whole.source(),
        concepts,
        Codings.allWords(component.code()),
        values.value(component.value(), component.absent()),
        values.interpretation(component.interpretation()),
        ResultValues.upperLimit(component.ranges(), component.value()),
        Optional.empty(),
        notations(component, concepts),
        whole.focus());
  }

  private static String method(Observation observation) {
    return (Codings.allWords(observation.method()) + ' ' + String.join(" ", observation.notes()))
        .strip();
  }

  private Result.Specimen specimen(Observation observation) {
    Set<String> concepts = new LinkedHashSet<>(codings.concepts(observation.bodySite()));
    concepts.addAll(codings.concepts(observation.specimenType()));
    return Specimens.read(
        concepts,
        String.join(
            " ",
            Codings.allWords(observation.bodySite()),
            observation.specimen().display(),
            Codings.allWords(observation.specimenType()),
            Codings.allWords(observation.code())));
  }

  private List<String> notations(Observation observation, Set<String> concepts) {
    List<String> texts = new ArrayList<>();
    boolean expected =
        CytogeneticNotation.isExpected(concepts, Codings.allWords(observation.code()));
    CytogeneticNotation.of(observation.value()).stream()
        .filter(
            text ->
                expected
                    || CytogeneticNotation.isFish(text)
                    || (concepts.isEmpty() && CytogeneticNotation.isKaryotype(text)))
        .forEach(texts::add);
    for (Component component : observation.components()) {
      if (concepts.contains("variant")
          && codings.concepts(component.code()).contains("iscn-component")) {
        texts.addAll(CytogeneticNotation.of(component.value()));
      }
    }
    return texts;
  }

  private static List<String> notations(Component component, Set<String> concepts) {
    boolean expected = CytogeneticNotation.isExpected(concepts, Codings.allWords(component.code()));
    return CytogeneticNotation.of(component.value()).stream()
        .filter(text -> expected || CytogeneticNotation.isFish(text))
        .toList();
  }
}
