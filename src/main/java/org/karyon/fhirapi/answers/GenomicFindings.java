package org.karyon.fhirapi.answers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.karyon.facts.Fact;
import org.karyon.facts.Presence;
import org.karyon.facts.ReadNotation;
import org.karyon.facts.RecordedDate;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Lesion;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.Concept;

/**
 * Results in notation as they were read, as Variants of Genomics Reporting, which they are held
 * against. They have the shape of mCODE's Genomic Variant too, which is not claimed: its subject
 * must be a patient of mCODE, and whose profile the patient has is the record's to say.
 */
final class GenomicFindings {

  static final String VARIANT =
      "http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/variant";

  private static final String LOINC = "http://loinc.org";
  private static final String NOT_YET_CODED =
      "http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs";

  private final Guideline guideline;

  GenomicFindings(Canonicals canonicals) {
    this.guideline = canonicals.guideline();
  }

  List<Observation> of(AssessedPatient patient) {
    List<Observation> found = new ArrayList<>();
    for (ReadNotation notation : patient.assessment().record().notations()) {
      Observation observation = observation(patient, notation);
      observation.setId("notation-" + (found.size() + 1));
      found.add(observation);
    }
    return found;
  }

  private Observation observation(AssessedPatient patient, ReadNotation notation) {
    Observation variant = new Observation();
    variant.getMeta().addProfile(VARIANT);
    variant.setStatus(ObservationStatus.FINAL);
    variant.addCategory(
        new CodeableConcept(
            new Coding(
                "http://terminology.hl7.org/CodeSystem/observation-category",
                "laboratory",
                "Laboratory")));
    variant.addCategory(
        new CodeableConcept(
            new Coding("http://terminology.hl7.org/CodeSystem/v2-0074", "GE", "Genetics")));
    variant.setCode(loinc("69548-6", "Genetic variant assessment"));
    variant.setSubject(patient.patient());
    patient.leukemia().ifPresent(variant::addFocus);
    notation
        .source()
        .date()
        .map(RecordedDate::text)
        .ifPresent(date -> variant.setEffective(new DateTimeType(date)));
    variant.addPerformer(new Reference().setDisplay("Karyon"));
    variant.setValue(
        notation
            .answer()
            .map(
                answer ->
                    switch (answer) {
                      case PRESENT -> loinc("LA9633-4", "Present");
                      case ABSENT -> loinc("LA9634-2", "Absent");
                    })
            .orElseGet(() -> loinc("LA11884-6", "Indeterminate")));
    source(notation).ifPresent(variant::addDerivedFrom);
    genes(notation)
        .forEach(gene -> component(variant, loinc("48018-6", "Gene studied [ID]"), gene));
    component(
        variant, loinc("81291-7", "Variant ISCN"), new CodeableConcept().setText(notation.text()));
    component(
        variant,
        new CodeableConcept(new Coding(NOT_YET_CODED, "conclusion-string", "Conclusion Text")),
        new StringType(conclusion(notation)));
    return variant;
  }

  private static CodeableConcept loinc(String code, String display) {
    return new CodeableConcept(new Coding(LOINC, code, display));
  }

  private static void component(Observation variant, CodeableConcept code, Type value) {
    variant.addComponent().setCode(code).setValue(value);
  }

  /** A report is not what an Observation can be derived from (R4); Provenance names it. */
  private static Optional<Reference> source(ReadNotation notation) {
    return Optional.of(notation.source().resource())
        .filter(resource -> resource.startsWith("Observation/"))
        .filter(SourceResources::isNamed)
        .map(Reference::new);
  }

  private Set<CodeableConcept> genes(ReadNotation notation) {
    Set<String> concepts = new LinkedHashSet<>();
    for (Lesion lesion : guideline.lesions()) {
      if (notation.present().contains(lesion.fact())) {
        Stream.of(lesion.fusion(), lesion.fusionOf(), lesion.variantOf()).forEach(concepts::addAll);
      }
    }
    return concepts.stream()
        .flatMap(concept -> guideline.terminology().concept(concept).stream())
        .map(GenomicFindings::gene)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static CodeableConcept gene(Concept concept) {
    CodeableConcept gene = new CodeableConcept();
    concept.codes().stream()
        .filter(CodeBinding::verified)
        .filter(code -> code.code().startsWith("HGNC:"))
        .findFirst()
        .ifPresent(
            code ->
                gene.addCoding()
                    .setSystem(code.system())
                    .setCode(code.code())
                    .setDisplay(code.ownDisplay().orElse(null)));
    concept.names().stream().findFirst().ifPresent(gene::setText);
    return gene;
  }

  private String conclusion(ReadNotation notation) {
    List<String> words = new ArrayList<>();
    named("Shown", notation.present()).ifPresent(words::add);
    named("Possible, to be confirmed", notation.possible()).ifPresent(words::add);
    if (words.isEmpty()) {
      words.add(
          notation
              .answer()
              .map(
                  answer ->
                      switch (answer) {
                        case PRESENT -> "Changed, without a lesion that the guideline names";
                        case ABSENT -> "No change that this method can see";
                      })
              .orElse("No change is shown, and too little was examined to exclude any"));
    }
    return String.join(". ", words) + '.';
  }

  private Optional<String> named(String how, List<Fact<Presence>> lesions) {
    return lesions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            how
                + ": "
                + lesions.stream()
                    .map(lesion -> guideline.name(lesion).name())
                    .collect(Collectors.joining(", ")));
  }
}
