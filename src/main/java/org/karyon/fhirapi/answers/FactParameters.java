package org.karyon.fhirapi.answers;

import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.ScreenFacts;
import org.karyon.facts.Amount;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Finding;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Term;
import org.karyon.fhirapi.cql.CqlNames;
import org.karyon.guideline.Guideline;

/**
 * What is known of a patient as Parameters, over which the library of the tables is written: the
 * types are those that engines of CQL take without a data model.
 */
public final class FactParameters {

  private FactParameters() {}

  /**
   * Writes the known facts alone.
   *
   * @param facts the facts of a patient
   * @return one parameter for each known fact; none for an unknown one
   */
  public static Parameters of(PatientFacts facts) {
    Parameters parameters = new Parameters();
    for (Map.Entry<Fact<?>, Finding<?>> entry : facts.all().entrySet()) {
      entry.getValue().value().ifPresent(value -> add(parameters, entry.getKey(), value));
      switch (entry.getValue()) {
        case Finding.Known<?> unused -> {}
        case Finding.Unknown<?> unknown -> narrowed(parameters, entry.getKey(), unknown);
      }
    }
    return parameters;
  }

  /** Of an unknown fact, such as the age of a birth year, some values are out of the question. */
  private static void narrowed(Parameters parameters, Fact<?> fact, Finding.Unknown<?> unknown) {
    if (!unknown.candidates().isEmpty()) {
      fact.terms().stream()
          .filter(term -> !unknown.candidates().contains(term))
          .forEach(term -> flag(parameters, CqlNames.not(fact, term.id())));
    }
  }

  /**
   * Writes the known facts, the states of the tests and the orders on the screen.
   *
   * @param assessment the assessment of a patient
   * @param guideline the guideline it was made by
   * @return one parameter for each known fact, each test and each group of orders that is there
   */
  public static Parameters of(Assessment assessment, Guideline guideline) {
    Parameters parameters = of(assessment.facts());
    ScreenFacts screen = ScreenFacts.of(assessment, guideline);
    screen
        .tests()
        .forEach(
            (item, state) ->
                parameters
                    .addParameter()
                    .setName(CqlNames.test(item))
                    .setValue(new StringType(state.name().toLowerCase(Locale.ROOT))));
    screen.drafted().forEach(group -> flag(parameters, CqlNames.drafted(group)));
    screen.onScreen().forEach(group -> flag(parameters, CqlNames.onScreen(group)));
    guideline.orderChecks().checks().stream()
        .filter(check -> screen.regimens().contains(check.id()))
        .forEach(check -> flag(parameters, CqlNames.regimen(check)));
    screen.inPlace().forEach(group -> flag(parameters, CqlNames.inPlace(group)));
    screen.given().forEach(group -> flag(parameters, CqlNames.given(group)));
    if (screen.repeated()) {
      flag(parameters, CqlNames.REPEATED);
    }
    return parameters;
  }

  private static void flag(Parameters parameters, String name) {
    parameters.addParameter().setName(name).setValue(new BooleanType(true));
  }

  private static void add(Parameters parameters, Fact<?> fact, FactValue value) {
    parameters
        .addParameter()
        .setName(fact.id())
        .setValue(
            switch (value) {
              case Amount amount -> new DecimalType(amount.number());
              case Term term -> new StringType(term.id());
            });
  }
}
