package org.karyon.fhirapi.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.ParameterDefinition;
import org.karyon.facts.Facts;
import org.karyon.fhirapi.cql.CqlLibrary;

/**
 * The tables as a library that engines of others execute: CQL with its ELM, the facts that it
 * takes, and the kinds of resource that Karyon reads them from.
 */
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
            "The tables of the guideline as CQL",
            "One definition for each condition, rule, option, test and order check. What is known"
                + " of a patient comes in as a Parameters resource with one parameter for each"
                + " known fact: a string for a term, a decimal for an amount; a fact that is not"
                + " known has no parameter, and unknown is never taken for absent. $assess answers"
                + " with such a resource as the output parameters of its GuidanceResponse.");
    library.setType(
        new CodeableConcept(
            new Coding(
                "http://terminology.hl7.org/CodeSystem/library-type",
                "logic-library",
                "Logic Library")));
    library.addTopic(canonicals.topic());
    library.addRelatedArtifact(canonicals.source());
    CqlLibrary cql = new CqlLibrary(Canonicals.LOGIC, canonicals.guideline());
    cql.parameters().forEach((name, type) -> library.addParameter(parameter(name, type)));
    resourceTypes.forEach(type -> library.addDataRequirement().setType(type));
    library.addContent(content("text/cql", cql.cql()));
    library.addContent(content("application/elm+json", cql.elm()));
    library
        .addContent()
        .setContentType("text/markdown")
        .setUrl(canonicals.page())
        .setTitle("The guideline as Karyon reads it");
    return library;
  }

  private static Attachment content(String type, String text) {
    return new Attachment().setContentType(type).setData(text.getBytes(StandardCharsets.UTF_8));
  }

  private ParameterDefinition parameter(String name, CqlLibrary.Type type) {
    ParameterDefinition parameter =
        new ParameterDefinition()
            .setName(name)
            .setUse(ParameterDefinition.ParameterUse.IN)
            .setMin(0)
            .setMax("1")
            .setType(type.id().toLowerCase(Locale.ROOT));
    Facts.named(name)
        .map(fact -> canonicals.guideline().name(fact).name())
        .ifPresent(parameter::setDocumentation);
    return parameter;
  }
}
