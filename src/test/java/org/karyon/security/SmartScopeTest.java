package org.karyon.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SMART system scopes: what one grants of another. */
class SmartScopeTest {

  @ParameterizedTest
  @CsvSource({
    "system/*.rs,system/PlanDefinition.rs,true",
    "system/*.rs,system/PlanDefinition.r,true",
    "system/PlanDefinition.rs,system/PlanDefinition.s,true",
    "system/PlanDefinition.read,system/PlanDefinition.rs,true",
    "system/*.*,system/ValueSet.cruds,true",
    "system/PlanDefinition.r,system/PlanDefinition.rs,false",
    "system/PlanDefinition.rs,system/ValueSet.r,false",
    "system/PlanDefinition.rs,system/*.rs,false"
  })
  void aScopeCoversWhatIsWithinIt(String granted, String asked, boolean covers) {
    assertThat(SmartScope.of(granted).orElseThrow().covers(SmartScope.of(asked).orElseThrow()))
        .isEqualTo(covers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patient/*.rs",
        "system/PlanDefinition",
        "system/PlanDefinition.",
        "system/x.rs",
        "openid"
      })
  void whatIsNoSystemScopeIsNone(String text) {
    assertThat(SmartScope.of(text)).isEmpty();
  }
}
