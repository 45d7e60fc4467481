package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.karyon.terminology.CodeBinding;

/** Codes that do not carry the display of their own system. */
final class CodesInUse {

  /** The validator looks at the displays of these. */
  private static final List<String> OF_HL7 =
      List.of("http://terminology.hl7.org/", "http://hl7.org/fhir/", "urn:iso:std:iso:");

  private CodesInUse() {}

  /** One line for each code with a display that is not known to be its own. */
  static List<String> wronglyNamed(Resource resource) {
    List<String> wrong = new ArrayList<>();
    List<Coding> codings =
        new ArrayList<>(
            FhirContext.forR4Cached()
                .newTerser()
                .getAllPopulatedChildElementsOfType(resource, Coding.class));
    if (resource instanceof ValueSet set) {
      set.getCompose()
          .getInclude()
          .forEach(
              include ->
                  include
                      .getConcept()
                      .forEach(
                          concept ->
                              codings.add(
                                  new Coding(
                                      include.getSystem(),
                                      concept.getCode(),
                                      concept.getDisplay()))));
    }
    for (Coding coding : codings) {
      if (coding.hasDisplay() && coding.hasSystem() && !isOwn(coding)) {
        wrong.add(coding.getSystem() + '|' + coding.getCode() + " " + coding.getDisplay());
      }
    }
    return wrong;
  }

  private static boolean isOwn(Coding coding) {
    if (OF_HL7.stream().anyMatch(coding.getSystem()::startsWith)) {
      return true;
    }
    Optional<CodeSystem> ours =
        PublishedValidation.ARTIFACTS.canonical(CodeSystem.class, coding.getSystem());
    Set<String> known =
        ours.isPresent()
            ? ours.get().getConcept().stream()
                .filter(concept -> concept.getCode().equals(coding.getCode()))
                .map(ConceptDefinitionComponent::getDisplay)
                .collect(Collectors.toSet())
            : PublishedValidation.GUIDELINE.terminology().concepts().stream()
                .flatMap(concept -> concept.codes().stream())
                .filter(code -> code.system().equals(coding.getSystem()))
                .filter(code -> code.code().equals(coding.getCode()) && code.verified())
                .flatMap(code -> code.ownDisplay().stream())
                .collect(Collectors.toSet());
    return known.contains(coding.getDisplay())
        || known.stream().anyMatch(full -> withoutTag(full).equals(coding.getDisplay()));
  }

  /** SNOMED CT's fully specified name ends with what kind of thing it is; its synonym does not. */
  private static String withoutTag(String fullySpecified) {
    return fullySpecified.replaceFirst("(, disease)? \\([a-z /-]+\\)$", "");
  }

  /** Words in a display that no code system writes, but those who collect codes do. */
  static List<String> withRemarks() {
    return PublishedValidation.GUIDELINE.terminology().concepts().stream()
        .flatMap(concept -> concept.codes().stream())
        .filter(CodeBinding::ofSystem)
        .map(CodeBinding::display)
        .filter(
            display ->
                display.matches(
                    ".*(?:code until|used as|also seen|from memory|SPL set|legacy|denominator|best"
                        + " match|\\bNOT\\b|\\[US ext).*"))
        .toList();
  }
}
