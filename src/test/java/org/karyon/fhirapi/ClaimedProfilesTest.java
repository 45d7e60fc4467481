package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The profile that {@code $assess} claims is really held against its package; every example is held
 * against it where the answers are compared.
 */
@Tag("slow")
class ClaimedProfilesTest {

  @BeforeAll
  static void thePackageCanBeHad() {
    Assumptions.assumeTrue(
        PublishedValidation.holdsProfiles(),
        "NOT HELD AGAINST PROFILES: npm could not fetch " + ProfilePackages.GENOMICS_REPORTING);
  }

  private static Observation variant() {
    Observation variant = new Observation();
    variant
        .getMeta()
        .addProfile("http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/variant");
    variant.setStatus(Observation.ObservationStatus.FINAL);
    variant.addCategory(
        concept("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory"));
    variant.addCategory(concept("http://terminology.hl7.org/CodeSystem/v2-0074", "GE"));
    variant.setCode(concept("http://loinc.org", "69548-6"));
    variant.setSubject(new Reference("Patient/p"));
    variant.addPerformer(new Reference().setDisplay("Laboratory"));
    variant.setEffective(new org.hl7.fhir.r4.model.DateTimeType("2026-11-23"));
    variant.setValue(concept("http://loinc.org", "LA9633-4"));
    return variant;
  }

  private static CodeableConcept concept(String system, String code) {
    return new CodeableConcept(new Coding().setSystem(system).setCode(code));
  }

  @Test
  void aVariantOfTheProfileHolds() {
    assertThat(PublishedValidation.complaints(variant())).isEmpty();
  }

  @Test
  void aVariantWithoutItsCategoryDoesNot() {
    Observation variant = variant();
    variant.getCategory().removeLast();
    assertThat(PublishedValidation.complaints(variant))
        .anyMatch(complaint -> complaint.contains("geCategory"));
  }

  @Test
  void anotherCodeDoesNot() {
    assertThat(
            PublishedValidation.complaints(variant().setCode(concept("http://loinc.org", "1-8"))))
        .isNotEmpty();
  }

  @Test
  void twoNotationsInOneVariantDoNot() {
    Observation variant = variant();
    for (String text : new String[] {"46,XX[20]", "47,XX,+8[20]"}) {
      variant
          .addComponent()
          .setCode(concept("http://loinc.org", "81291-7"))
          .setValue(new CodeableConcept().setText(text));
    }
    assertThat(PublishedValidation.complaints(variant)).isNotEmpty();
  }
}
