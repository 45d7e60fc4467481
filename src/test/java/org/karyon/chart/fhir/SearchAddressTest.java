package org.karyon.chart.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A simpler search asks for at least as much. */
class SearchAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "Condition?patient=p&_count=100 Condition?patient=p",
        "Observation?patient=p&category=laboratory&_count=100"
            + " Observation?patient=p&category=laboratory",
        "Observation?patient=p&code=http%3A%2F%2Floinc.org%7C1-8,http%3A%2F%2Fsnomed.info%2Fsct%7C2&_count=100"
            + " Observation?patient=p&code=1-8,2",
        "MedicationAdministration?patient=p&effective-time=ge2020-01-01&_count=100"
            + " MedicationAdministration?patient=p",
        "ServiceRequest?patient=p&status=active,draft&_sort=-date ServiceRequest?patient=p"
      })
  void aSimplerSearchHasNoLimitsNoOrderNoDatesAndBareCodes(String search, String simpler) {
    assertThat(SearchAddress.simpler(search)).contains(simpler);
  }

  @ParameterizedTest
  @CsvSource({"Patient/p", "Procedure?patient=p", "Observation?patient=p&category=laboratory"})
  void whatIsSimpleStaysAsItIs(String search) {
    assertThat(SearchAddress.simpler(search)).isEmpty();
  }

  @Test
  void aParameterThatAServerRefusesIsLeftOut() {
    assertThat(SearchAddress.without("Condition?patient=p&_count=100", Set.of("_count")))
        .isEqualTo("Condition?patient=p");
    assertThat(SearchAddress.without("Patient/p", Set.of("_count"))).isEqualTo("Patient/p");
  }
}
