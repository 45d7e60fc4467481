package org.karyon.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Which scope opens what of the FHIR API. */
class FhirApiAccessTest {

  @ParameterizedTest
  @CsvSource({
    "system/PlanDefinition.rs, PlanDefinition, r, true",
    "system/PlanDefinition.rs, PlanDefinition, s, true",
    "system/PlanDefinition.r, PlanDefinition, s, false",
    "system/PlanDefinition.s, PlanDefinition, r, false",
    "system/PlanDefinition.cruds, PlanDefinition, r, true",
    "system/PlanDefinition.cud, PlanDefinition, r, false",
    "system/PlanDefinition.read, PlanDefinition, s, true",
    "system/PlanDefinition.write, PlanDefinition, r, false",
    "system/PlanDefinition.*, PlanDefinition, s, true",
    "system/*.rs, Library, r, true",
    "system/*.read, Library, s, true",
    "system/PlanDefinition.rs, Library, r, false",
    "system/*.rs, *, r, true",
    "system/RiskAssessment.rs, *, r, false",
    "user/PlanDefinition.rs, PlanDefinition, r, false",
    "patient/*.rs, PlanDefinition, r, false",
    "system/PlanDefinition, PlanDefinition, r, false",
    "openid, PlanDefinition, r, false",
    "openid system/Library.r system/PlanDefinition.s, PlanDefinition, s, true"
  })
  void aScopeOpensWhatItNames(String scope, String type, char letter, boolean allowed) {
    assertThat(SmartScopes.of(scope).allow(type, letter)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "system/", "system/X.", "system/X.sr", "system/X.rr", "system/x.r", "X.r"})
  void whatIsNoScopeCannotBeGranted(String text) {
    assertThat(SmartScopes.isScope(text)).isFalse();
    assertThat(new SmartScopes(Set.of(text)).allow("X", 'r')).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/fhir/PlanDefinition, PlanDefinition, s",
    "/fhir/PlanDefinition/, PlanDefinition, s",
    "/fhir/PlanDefinition/_search, PlanDefinition, s",
    "/fhir/PlanDefinition/all, PlanDefinition, r",
    "/fhir/PlanDefinition/all/$apply, PlanDefinition, r",
    "/fhir/ValueSet/$expand, ValueSet, r",
    "/fhir/ConceptMap/x/$translate, ConceptMap, r",
    "/fhir/$assess, RiskAssessment, r",
    "/fhir/$assess-batch, RiskAssessment, r",
    "/fhir/$assess-population, *, rs",
    "/fhir/population/1/patients.csv, *, rs",
    "/fhir, '', rs",
    "/fhir/, '', rs",
    "/fhir/Library/a/_history/1, Library, r"
  })
  void aRequestAsksForOneTypeAndOneThing(String path, String type, String letter) {
    MockHttpServletRequest request = at(path);
    assertThat(FhirApiAccess.isFor(request)).isTrue();
    assertThat(FhirApiAccess.Asked.of(request)).isEqualTo(new FhirApiAccess.Asked(type, letter));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fhirx", "/cds-services", "/", "/karyotype", "/x/fhir/Patient"})
  void otherAddressesAreNotOfTheApi(String path) {
    assertThat(FhirApiAccess.isFor(at(path))).isFalse();
  }

  private static MockHttpServletRequest at(String path) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setServletPath(path);
    return request;
  }
}
