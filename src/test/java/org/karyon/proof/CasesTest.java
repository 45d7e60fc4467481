package org.karyon.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.karyon.guideline.yaml.CaseReader;
import org.karyon.guideline.yaml.ClinicalCase;

/** The cases of clinicians, tried one by one in this process. */
class CasesTest {

  static final Path FOLDER = Path.of("src/main/guideline/cases");

  @TestFactory
  Stream<DynamicTest> everyCaseHolds() {
    Instrument instrument = new Instrument(EveryPatient.GUIDELINE);
    List<ClinicalCase> cases = CaseReader.read(FOLDER, instrument.guideline());
    return cases.stream()
        .map(
            tried ->
                DynamicTest.dynamicTest(
                    tried.name(),
                    () ->
                        assertThat(CaseTrial.faults(tried, instrument))
                            .as("%s: %s", tried.place(), tried.name())
                            .isEmpty()));
  }
}
