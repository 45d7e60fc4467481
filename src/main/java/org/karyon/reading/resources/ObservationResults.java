package org.karyon.reading.resources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.resource.Observation;
import org.karyon.chart.resource.Observation.Component;
import org.karyon.chart.resource.PlainNumber;
import org.karyon.chart.resource.Reference;
import org.karyon.facts.RecordedDate;
import org.karyon.terminology.ConceptGroup;

/**
 * Observations to results: each Observation and each of its components that has a value of its own.
 */
public final class ObservationResults {

  private final Codings codings;
  private final LocalDate asOf;
  private final ResultValues values;
  private final Variants variants;
  private final Screen screen;
  private final ResultNames names;
  private final Specimens specimens;
  private final Set<String> benign = new HashSet<>();

  public ObservationResults(Codings codings, Screen screen, LocalDate asOf) {
    this.codings = codings;
    this.asOf = asOf;
    this.values = new ResultValues(codings);
    this.variants = new Variants(codings);
    this.screen = screen;
    this.names = new ResultNames(codings, screen);
    this.specimens = new Specimens(codings.terminology());
  }

  /** Takes up what some results imply of others: a variant without meaning is no mutation. */
  public void implied(List<Observation> observations) {
    for (Observation observation : observations) {
      if (!observation.derivedFrom().isEmpty() && variants.impliesBenign(observation)) {
        observation.derivedFrom().forEach(variant -> benign.add(named(variant, observation)));
      }
      implied(observation.members());
    }
  }

  /** What stands inside a resource is known there alone. */
  private static String named(Reference variant, Observation by) {
    return variant.reference().startsWith("#")
        ? by.reference().split("#", 2)[0] + '#' + variant.id()
        : "Observation/" + variant.id();
  }

  /** Whether nobody can use a plain number of a name. */
  public boolean isUseless(PlainNumber.Name name) {
    return isUseless(name.example(), names.of(name.code()));
  }

  private boolean isUseless(Observation observation, ResultName name) {
    return name.use() == Screen.Use.NONE && screen.isPlain(observation, name.use());
  }

  /** Results that travel inside another resource and are no resources of their own. */
  List<Result> inside(List<Observation> members, ResultSource container) {
    List<Result> results = new ArrayList<>();
    for (Observation member : members) {
      for (Result result : read(member)) {
        results.add(result.inside(container));
      }
    }
    return results;
  }

  public List<Result> read(Observation observation) {
    ResultName name = names.of(observation.code());
    if (isUseless(observation, name)) {
      return List.of();
    }
    Optional<Result.Standing> standing = standing(observation);
    Optional<RecordedDate> date = observation.effective().or(observation::issued);
    // A result from the future is a slip of the pen or of a clock; a day of grace covers time
    // zones.
    boolean future = date.filter(d -> d.earliest().isAfter(asOf.plusDays(1))).isPresent();
    if (standing.isEmpty() || future) {
      return List.of();
    }
    Result whole = whole(observation, name, standing.get(), date);
    if (observation.members().isEmpty()
        && (whole.variant() || observation.components().isEmpty())) {
      return List.of(whole);
    }
    List<Result> inside = inside(observation.members(), whole.source());
    List<Result> results = new ArrayList<>();
    results.add(inside.stream().anyMatch(Result::saysSomething) ? whole.ofPanel() : whole);
    if (!whole.variant()) {
      observation.components().stream()
          .filter(component -> component.value().isPresent() || !component.absent().isEmpty())
          .forEach(component -> results.add(part(component, whole)));
    }
    results.addAll(inside);
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
      Observation observation,
      ResultName name,
      Result.Standing standing,
      Optional<RecordedDate> date) {
    Result result =
        Result.of(
                new ResultSource(
                    observation.reference(),
                    standing,
                    date,
                    method(observation),
                    specimen(observation, name),
                    screen.isPlain(observation, name.use()),
                    false),
                name,
                values.value(observation.value(), observation.absent()))
            .judged(
                values.interpretation(observation.interpretation()),
                ResultValues.upperLimit(observation.ranges(), observation.value()));
    List<String> notations = notations(observation, name);
    if (!notations.isEmpty()) {
      result = result.noting(notations);
    }
    if (!observation.focus().isEmpty()) {
      result = result.about(observation.focus());
    }
    return name.groups().contains(ConceptGroup.VARIANTS)
        ? result.of(variants.read(observation, benign.contains(observation.reference())))
        : result;
  }

  private Result part(Component component, Result whole) {
    ResultName name = names.of(component.code());
    return Result.of(whole.source(), name, values.value(component.value(), component.absent()))
        .judged(
            values.interpretation(component.interpretation()),
            ResultValues.upperLimit(component.ranges(), component.value()))
        .noting(notations(component, name))
        .about(whole.focus());
  }

  private static String method(Observation observation) {
    return observation.method().isEmpty() && observation.notes().isEmpty()
        ? ""
        : (Codings.allWords(observation.method()) + ' ' + String.join(" ", observation.notes()))
            .strip();
  }

  private Result.Specimen specimen(Observation observation, ResultName name) {
    if (observation.bodySite().isEmpty()
        && observation.specimenType().isEmpty()
        && observation.specimen().display().isEmpty()) {
      return name.specimen();
    }
    Set<String> concepts = new LinkedHashSet<>(codings.concepts(observation.bodySite()));
    concepts.addAll(codings.concepts(observation.specimenType()));
    return specimens.read(
        codings.terminology().groups(concepts),
        String.join(
            " ",
            Codings.allWords(observation.bodySite()),
            observation.specimen().display(),
            Codings.allWords(observation.specimenType()),
            name.text()));
  }

  private List<String> notations(Observation observation, ResultName name) {
    List<String> texts = new ArrayList<>();
    for (String text : CytogeneticNotation.of(observation.value())) {
      if (name.notation()
          || CytogeneticNotation.isFish(text)
          || (name.concepts().isEmpty() && CytogeneticNotation.isKaryotype(text))) {
        texts.add(text);
      }
    }
    if (name.groups().contains(ConceptGroup.VARIANTS)) {
      for (Component component : observation.components()) {
        if (names.of(component.code()).groups().contains(ConceptGroup.NOTATION_PARTS)) {
          texts.addAll(CytogeneticNotation.of(component.value()));
        }
      }
    }
    return texts;
  }

  private static List<String> notations(Component component, ResultName name) {
    return CytogeneticNotation.of(component.value()).stream()
        .filter(text -> name.notation() || CytogeneticNotation.isFish(text))
        .toList();
  }
}
