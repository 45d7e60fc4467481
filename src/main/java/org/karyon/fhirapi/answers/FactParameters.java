package org.karyon.fhirapi.answers;

import java.util.Map;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Parameters;
import org.karyon.facts.Amount;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Finding;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Term;

/** The known facts as Parameters, over which the conditions of the PlanDefinitions are written. */
public final class FactParameters {

  private FactParameters() {}

  /**
   * Writes the known facts.
   *
   * @param facts the facts of a patient
   * @return one parameter for each known fact; none for an unknown one
   */
  public static Parameters of(PatientFacts facts) {
    Parameters parameters = new Parameters();
    for (Map.Entry<Fact<?>, Finding<?>> entry : facts.all().entrySet()) {
      entry.getValue().value().ifPresent(value -> add(parameters, entry.getKey(), value));
    }
    return parameters;
  }

  private static void add(Parameters parameters, Fact<?> fact, FactValue value) {
    parameters
        .addParameter()
        .setName(fact.id())
        .setValue(
            switch (value) {
              case Amount amount -> new DecimalType(amount.number());
              case Term term -> new CodeType(term.id());
            });
  }
}
