package org.karyon.fhirapi.knowledge;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.ParameterDefinition;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;

/** The facts that conditions speak of, and the kinds of resource they are read from. */
final class LogicLibrary {

  private final Canonicals canonicals;
  private final List<String> resourceTypes;

  LogicLibrary(Canonicals canonicals, List<String> resourceTypes) {
    this.canonicals = canonicals;
    this.resourceTypes = resourceTypes;
  }

  Library library() {
    Library library =
        canonicals.published(
            new Library(),
            Canonicals.LOGIC,
            "Facts and data requirements",
            "The conditions of the PlanDefinitions are FHIRPath over a Parameters resource with one"
                + " parameter for each fact that is known: a code for a term, a decimal for an"
                + " amount. A fact that is not known has no parameter. $assess answers with such a"
                + " resource as the output parameters of its GuidanceResponse.");
    library.setType(
        new CodeableConcept(
            new Coding(
                "http://terminology.hl7.org/CodeSystem/library-type",
                "logic-library",
                "Logic Library")));
    library.addTopic(canonicals.topic());
    library.addRelatedArtifact(canonicals.source());
    Facts.all().forEach(fact -> library.addParameter(parameter(fact)));
    resourceTypes.forEach(type -> library.addDataRequirement().setType(type));
    library
        .addContent()
        .setContentType("text/markdown")
        .setUrl(canonicals.page())
        .setTitle("The guideline as Karyon reads it");
    return library;
  }

  private ParameterDefinition parameter(Fact<?> fact) {
    return new ParameterDefinition()
        .setName(fact.id())
        .setUse(ParameterDefinition.ParameterUse.OUT)
        .setMin(0)
        .setMax("1")
        .setDocumentation(canonicals.guideline().name(fact).name())
        .setType(fact.isAmount() ? "decimal" : "code");
  }
}
