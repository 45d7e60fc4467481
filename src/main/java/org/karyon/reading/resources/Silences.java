package org.karyon.reading.resources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Coding;
import org.karyon.chart.resource.Condition;
import org.karyon.chart.resource.DiagnosticReport;
import org.karyon.chart.resource.Observation;
import org.karyon.chart.resource.Procedure;
import org.karyon.chart.resource.ServiceRequest;
import org.karyon.chart.resource.Value;
import org.karyon.facts.DataGap;
import org.karyon.terminology.ConceptGroup;

/**
 * What resources leave unsaid that they would have to say to be used: what they are about, how far
 * they are, what was found. Each is named, because silence is no negative answer; of many of one
 * kind, the first are named and the others counted.
 */
public final class Silences {

  private static final int NAMED = 5;

  private final Codings codings;
  private final Guard guard;
  private final List<DataGap> gaps = new ArrayList<>();
  private final Map<CodeableConcept, Said> said = new HashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  public Silences(Codings codings, Guard guard) {
    this.codings = codings;
    this.guard = guard;
  }

  /** What a name says, which many results carry. */
  private record Said(Optional<String> unnamed, Set<String> concepts) {}

  /** What was found, in the order in which it was met. */
  public List<DataGap> gaps() {
    List<DataGap> all = new ArrayList<>(gaps);
    counts.forEach(
        (message, count) -> {
          if (count > NAMED) {
            all.add(
                new DataGap(
                    DataGap.Kind.NOT_READ,
                    "%d more".formatted(count - NAMED),
                    "The same is so of %d more resources. %s".formatted(count - NAMED, message)));
          }
        });
    return all;
  }

  /** Whether what has this name does not say what it is. */
  public boolean isSilent(CodeableConcept code) {
    return about(code, "").isPresent();
  }

  public void ofConditions(List<Condition> conditions) {
    each(
        conditions,
        Condition::reference,
        condition -> about(condition.code(), "This entry of the problem list"));
  }

  public void ofObservations(List<Observation> observations) {
    each(observations, Observation::reference, this::of);
  }

  /** Of a result with those that travel inside it. */
  private Optional<String> of(Observation observation) {
    Optional<String> unsaid = ofOne(observation).or(() -> missing(observation.absentMembers()));
    return unsaid.isPresent() ? unsaid : inside(observation.members());
  }

  private Optional<String> inside(List<Observation> members) {
    return members.stream()
        .map(this::ofOne)
        .flatMap(Optional::stream)
        .findFirst()
        .map(message -> "Of a result inside this resource: " + message);
  }

  private static Optional<String> missing(List<String> absent) {
    return absent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "A result that this resource names as inside it is not there; what it says is"
                + " unknown.");
  }

  private Optional<String> ofOne(Observation observation) {
    Said name =
        said.computeIfAbsent(
            observation.code(),
            code -> new Said(about(code, "This result"), codings.concepts(code)));
    if (name.unnamed().isPresent()) {
      return name.unnamed();
    }
    Set<String> concepts = name.concepts();
    if (concepts.isEmpty()) {
      return Optional.empty();
    }
    if (observation.status().isEmpty()) {
      return Optional.of("This result has no status, so that it decides nothing.");
    }
    boolean part =
        observation.components().stream()
            .anyMatch(
                component ->
                    isUnnamed(component.code()) || impossible(component.code()).isPresent());
    if (part) {
      return Optional.of("A part of this result does not say in a valid code what was looked at.");
    }
    boolean empty =
        (observation.value() instanceof Value.None || observation.value() instanceof Value.Withheld)
            && observation.absent().isEmpty()
            && observation.interpretation().isEmpty()
            && observation.components().isEmpty()
            && observation.members().isEmpty();
    boolean partEmpty =
        observation.components().stream()
            .anyMatch(
                component ->
                    component.value() instanceof Value.None
                        && component.absent().isEmpty()
                        && component.interpretation().isEmpty());
    if (codings.terminology().isAny(concepts, ConceptGroup.VARIANTS)
        && observation.components().isEmpty()) {
      return Optional.of("This variant has no parts that say of which gene it is.");
    }
    return empty
        ? Optional.of("This result has no value that can be read; it is unknown.")
        : partEmpty
            ? Optional.of("A part of this result has no value that can be read; it is unknown.")
            : Optional.empty();
  }

  public void ofReports(List<DiagnosticReport> reports) {
    each(
        reports,
        DiagnosticReport::reference,
        report ->
            about(report.code(), "This report")
                .or(
                    () ->
                        report.status().isEmpty() && !codings.concepts(report.code()).isEmpty()
                            ? Optional.of("This report has no status, so that it decides nothing.")
                            : Optional.empty())
                .or(() -> missing(report.absentResults()))
                .or(() -> inside(report.contained())));
  }

  public void ofProcedures(List<Procedure> procedures) {
    each(
        procedures,
        Procedure::reference,
        procedure ->
            about(procedure.code(), "This procedure")
                .or(
                    () ->
                        status(procedure.status().isEmpty(), procedure.code(), "This procedure")));
  }

  public void ofOrders(List<ServiceRequest> orders) {
    each(
        orders,
        ServiceRequest::reference,
        order ->
            about(order.code(), "This order")
                .or(() -> status(order.status().isEmpty(), order.code(), "This order")));
  }

  private Optional<String> status(boolean missing, CodeableConcept code, String what) {
    return missing && !codings.conceptsOrNamed(code).isEmpty()
        ? Optional.of(what + " has no status, so that it is unknown whether it holds.")
        : Optional.empty();
  }

  private Optional<String> about(CodeableConcept code, String what) {
    return isUnnamed(code)
        ? Optional.of(what + " does not say in a known code or in words what it is; it is unknown.")
        : impossible(code).map(wrong -> what + wrong);
  }

  /** Neither words nor a code in a system that is known. */
  private boolean isUnnamed(CodeableConcept code) {
    return Codings.allWords(code).isBlank()
        && codings.concepts(code).isEmpty()
        && code.codings().stream()
            .noneMatch(
                coding ->
                    coding.hasCode() && codings.terminology().system(coding.system()).isPresent());
  }

  private Optional<String> impossible(CodeableConcept code) {
    return code.codings().stream()
        .filter(Coding::hasCode)
        .filter(coding -> !codings.terminology().isPossible(coding.system(), coding.code()))
        .findFirst()
        .map(
            coding ->
                " has a code that is none of its system (%s): its form or its check digit is wrong."
                    .formatted(
                        coding.code().length() > 24
                            ? coding.code().substring(0, 24) + "…"
                            : coding.code()));
  }

  private <R> void each(
      List<R> resources, Function<R, String> reference, Function<R, Optional<String>> silence) {
    guard.each(
        resources,
        reference,
        resource ->
            silence
                .apply(resource)
                .ifPresent(
                    message -> {
                      if (counts.merge(message, 1, Integer::sum) <= NAMED) {
                        gaps.add(
                            new DataGap(DataGap.Kind.NOT_READ, reference.apply(resource), message));
                      }
                    }));
  }
}
