package org.karyon.reading.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karyon.BuiltIn;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Coding;
import org.karyon.chart.resource.ServiceRequest;
import org.karyon.facts.Evidence;
import org.karyon.reading.resources.Codings;

/** Planned is what is ordered and open, and is treatment of the leukemia. */
class PlannedTreatmentTest {

  private static final PlannedTreatment PLANNED =
      new PlannedTreatment(BuiltIn.GUIDELINE, new Codings(BuiltIn.GUIDELINE.terminology()));
  private static final Evidence DRUG =
      new Evidence("MedicationRequest/m", "drug", "vincristine", Optional.empty());

  private static ServiceRequest request(ServiceRequest.Status status, String snomed) {
    return new ServiceRequest(
        "ServiceRequest/s",
        Optional.of(status),
        false,
        CodeableConcept.coded(new Coding("http://snomed.info/sct", snomed, "ordered")),
        Optional.empty(),
        List.of(),
        List.of());
  }

  @Test
  void anOpenOrderForChemotherapyIsPlannedBesideTheDrugs() {
    assertThat(
            PLANNED.with(
                List.of(DRUG), List.of(request(ServiceRequest.Status.ACTIVE, "367336001"))))
        .extracting(Evidence::resource)
        .containsExactly("MedicationRequest/m", "ServiceRequest/s");
  }

  @ParameterizedTest
  @EnumSource(value = ServiceRequest.Status.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
  void whatIsNotOrderedOrOverIsNotPlanned(ServiceRequest.Status status) {
    assertThat(PLANNED.with(List.of(DRUG), List.of(request(status, "367336001"))))
        .containsExactly(DRUG);
  }

  @Test
  void anOrderForSomethingElseIsNoTreatment() {
    assertThat(PLANNED.with(List.of(), List.of(request(ServiceRequest.Status.ACTIVE, "80146002"))))
        .isEmpty();
  }
}
