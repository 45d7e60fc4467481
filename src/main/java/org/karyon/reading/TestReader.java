package org.karyon.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.resource.Procedure;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.chart.resource.ServiceRequest;
import org.karyon.facts.Evidence;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTest.State;
import org.karyon.guideline.Lesion;
import org.karyon.reading.genetics.GeneticsReader;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Guard;
import org.karyon.reading.resources.RecordResources;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.ResultValue;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;

/** Reads which tests are done and which are ordered, for the work-up. */
final class TestReader {

  private final Codings codings;
  private final Set<String> geneticConcepts = new LinkedHashSet<>();
  private final List<String> otherGenes;

  TestReader(Codings codings, List<Lesion> lesions) {
    this.codings = codings;
    this.otherGenes = codings.terminology().phrases(PhraseList.LEUKEMIA_GENES);
    geneticConcepts.addAll(codings.terminology().members(ConceptGroup.MOLECULAR_STUDIES));
    for (Lesion lesion : lesions) {
      lesion.tests().forEach(test -> geneticConcepts.add(test.concept()));
      geneticConcepts.addAll(lesion.shownByTests());
      geneticConcepts.addAll(lesion.suggestedByTests());
    }
  }

  List<RecordedTest> read(
      RecordResources resources, GeneticsReader.Genetics genetics, Guard guard) {
    List<RecordedTest> tests = new ArrayList<>();
    guard.each(
        resources.results(), Result::resource, result -> tests.add(result(result, genetics)));
    guard.each(
        resources.procedures(), Procedure::reference, p -> procedure(p).ifPresent(tests::add));
    guard.each(
        resources.serviceRequests(),
        ServiceRequest::reference,
        r -> order(r).ifPresent(tests::add));
    guard.each(
        resources.drafts().serviceRequests(),
        ServiceRequest::reference,
        r -> order(r).ifPresent(tests::add));
    return tests;
  }

  private RecordedTest result(Result result, GeneticsReader.Genetics genetics) {
    boolean karyotype = isKaryotype(result, genetics);
    boolean coded = !Collections.disjoint(result.concepts(), geneticConcepts);
    boolean molecular = genetics.molecular().contains(result.resource()) || (coded && !karyotype);
    boolean otherGene = !karyotype && answersForAnotherGene(result);
    return new RecordedTest(
        concepts(result, karyotype),
        result.words(),
        otherGene
            ? State.RESULTED
            : state(result, molecular || karyotype, karyotype, genetics.interpreted()),
        molecular || otherGene,
        result.evidence());
  }

  /** A result of a gene that carries no risk, such as NOTCH1, is a molecular study all the same. */
  private boolean answersForAnotherGene(Result result) {
    return result.isFinal()
        && !isNumberAlone(result)
        && isOfAnotherGene(result)
        && (result.variant()
            || result.answer().filter(answer -> answer != Answer.INDETERMINATE).isPresent());
  }

  /** A number without an interpretation answers nothing. */
  private static boolean isNumberAlone(Result result) {
    return result.value() instanceof ResultValue.Measured
        && result.interpretation().isEmpty()
        && !result.variant();
  }

  private boolean isOfAnotherGene(Result result) {
    return result.name().containAny(otherGenes)
        || (result.variant() && Words.of(result.details()).containAny(otherGenes));
  }

  /** A karyotype that was read counts as one, whatever the code it came under. */
  private static boolean isKaryotype(Result result, GeneticsReader.Genetics genetics) {
    return !result.karyotypes().isEmpty() && genetics.banded().contains(result.resource());
  }

  private Set<String> concepts(Result result, boolean karyotype) {
    Set<String> read = result.concepts().isEmpty() ? named(result.words()) : result.concepts();
    if (!karyotype) {
      return read;
    }
    Set<String> concepts = new LinkedHashSet<>(read);
    concepts.addAll(codings.terminology().members(ConceptGroup.KARYOTYPES));
    return concepts;
  }

  /** Work-up tests that the words name; genes and drugs are named in many other tests. */
  private Set<String> named(String words) {
    Set<String> named = new LinkedHashSet<>(codings.named(words));
    named.removeAll(codings.terminology().members(ConceptGroup.GENES));
    named.removeAll(codings.terminology().members(ConceptGroup.DRUGS));
    return named;
  }

  /** A genetic result counts as interpretable only where something was read of it. */
  private State state(Result result, boolean genetic, boolean karyotype, Set<String> interpreted) {
    if (!result.isFinal()) {
      return State.ORDERED;
    }
    boolean noReport =
        result.value() instanceof ResultValue.None && !isReport(result) && !result.isPanel();
    // Several answers in one text, and a question mark in a karyotype, leave the result readable.
    boolean noAnswer =
        !interpreted.contains(result.resource())
            && result.answer().filter(Answer.INDETERMINATE::equals).isPresent();
    if (!karyotype && (noReport || noAnswer)) {
      return State.NOT_INTERPRETABLE;
    }
    boolean needsReading = genetic || result.has(ConceptGroup.CHROMOSOME_ANALYSES);
    return needsReading && !interpreted.contains(result.resource())
        ? State.LIMITED
        : State.RESULTED;
  }

  /** A final report counts as a result even where its findings are only in its Observations. */
  private static boolean isReport(Result result) {
    return result.resource().startsWith(ResourceKind.DIAGNOSTIC_REPORT.type() + '/');
  }

  private Optional<RecordedTest> procedure(Procedure procedure) {
    Optional<State> state =
        procedure
            .status()
            .flatMap(
                status ->
                    switch (status) {
                      case COMPLETED -> Optional.of(State.RESULTED);
                      case PREPARATION, IN_PROGRESS, ON_HOLD -> Optional.of(State.ORDERED);
                      case NOT_DONE, STOPPED, ENTERED_IN_ERROR, UNKNOWN -> Optional.empty();
                    });
    return state.map(
        known ->
            new RecordedTest(
                codings.concepts(procedure.code()),
                Codings.allWords(procedure.code()),
                known,
                false,
                new Evidence(
                    procedure.reference(),
                    Codings.words(procedure.code()),
                    procedure.status().map(Procedure.Status::display).orElse(""),
                    procedure.performed())));
  }

  private Optional<RecordedTest> order(ServiceRequest request) {
    boolean open =
        request
            .status()
            .filter(
                status ->
                    switch (status) {
                      case DRAFT, ACTIVE, ON_HOLD -> true;
                      case REVOKED, COMPLETED, ENTERED_IN_ERROR, UNKNOWN -> false;
                    })
            .isPresent();
    if (!open || request.doNotPerform()) {
      return Optional.empty();
    }
    return Optional.of(
        new RecordedTest(
            codings.conceptsOrNamed(request.code()),
            Codings.words(request.code()),
            State.ORDERED,
            false,
            new Evidence(
                request.reference(),
                Codings.words(request.code()),
                "ordered",
                request.authoredOn())));
  }
}
