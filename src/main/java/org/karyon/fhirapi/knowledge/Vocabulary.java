package org.karyon.fhirapi.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.karyon.terminology.CodeBinding;

/** What the code systems and value sets of the guideline contain. */
public final class Vocabulary {

  private final Canonicals canonicals;
  private final Artifacts artifacts;

  /**
   * Prepares look-ups.
   *
   * @param canonicals the guideline and the names under which it is published
   * @param artifacts its artifacts
   */
  public Vocabulary(Canonicals canonicals, Artifacts artifacts) {
    this.canonicals = canonicals;
    this.artifacts = artifacts;
  }

  /**
   * The codes of a value set. Of a set that names a code with everything below it, only the code
   * itself is told, because the hierarchy belongs to its publisher.
   *
   * @param set one of the guideline's value sets
   * @return its codes, in their order
   */
  public List<Coding> codes(ValueSet set) {
    List<Coding> codes = new ArrayList<>();
    for (ConceptSetComponent include : set.getCompose().getInclude()) {
      if (include.hasConcept()) {
        include
            .getConcept()
            .forEach(c -> codes.add(new Coding(include.getSystem(), c.getCode(), c.getDisplay())));
      } else if (include.hasFilter()) {
        String code = include.getFilterFirstRep().getValue();
        codes.add(
            new Coding(include.getSystem(), code, display(include.getSystem(), code).orElse(null)));
      } else {
        artifacts
            .canonical(CodeSystem.class, include.getSystem())
            .map(CodeSystem::getConcept)
            .orElse(List.of())
            .forEach(c -> codes.add(new Coding(include.getSystem(), c.getCode(), c.getDisplay())));
      }
    }
    return codes;
  }

  /**
   * Whether a value set has codes that cannot be told one by one.
   *
   * @param set one of the guideline's value sets
   * @return true when it names a code with everything below it
   */
  public boolean isOpen(ValueSet set) {
    return set.getCompose().getInclude().stream().anyMatch(ConceptSetComponent::hasFilter);
  }

  /**
   * The member of a value set that a code is.
   *
   * @param set one of the guideline's value sets
   * @param system the code's system
   * @param code the code
   * @return the member; empty when the code is not in the set
   */
  public Optional<Coding> member(ValueSet set, String system, String code) {
    Optional<Coding> listed =
        codes(set).stream()
            .filter(member -> member.getSystem().equals(system) && member.getCode().equals(code))
            .findFirst();
    return listed.or(
        () ->
            set.getCompose().getInclude().stream()
                .filter(ConceptSetComponent::hasFilter)
                .filter(include -> include.getSystem().equals(system))
                .filter(include -> plain(code).startsWith(plain(filtered(include))))
                .map(include -> new Coding().setSystem(system).setCode(code))
                .findFirst());
  }

  private static String filtered(ConceptSetComponent include) {
    return include.getFilterFirstRep().getValue();
  }

  /** ICD codes come with and without the dot. */
  private static String plain(String code) {
    return code.replace(".", "");
  }

  private Optional<String> display(String system, String code) {
    return canonicals.guideline().terminology().concepts().stream()
        .flatMap(concept -> concept.codes().stream())
        .filter(binding -> binding.system().equals(system) && binding.code().equals(code))
        .findFirst()
        .flatMap(CodeBinding::ownDisplay);
  }

  /**
   * A concept of one of the guideline's code systems.
   *
   * @param system the code system
   * @param code the code
   * @return its definition; empty when there is none
   */
  public Optional<ConceptDefinitionComponent> concept(CodeSystem system, String code) {
    return system.getConcept().stream()
        .filter(concept -> concept.getCode().equals(code))
        .findFirst();
  }
}
