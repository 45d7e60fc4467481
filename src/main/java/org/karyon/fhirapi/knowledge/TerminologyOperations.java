package org.karyon.fhirapi.knowledge;

import java.util.List;
import org.hl7.fhir.r4.model.OperationDefinition;

/** FHIR's operations on terminology, with the parameters of theirs that are taken here. */
final class TerminologyOperations {

  private final Canonicals canonicals;

  TerminologyOperations(Canonicals canonicals) {
    this.canonicals = canonicals;
  }

  List<OperationDefinition> all() {
    return List.of(expand(), validateInSet(), validateInSystem(), lookup(), translate());
  }

  private OperationDefinition expand() {
    return OperationDraft.of(
            canonicals,
            "valueset-expand",
            "expand",
            "The codes of a value set",
            "The codes of a value set of this server, all or those whose code or display contains"
                + " the words of the filter.")
        .after("ValueSet-expand")
        .on("ValueSet", true)
        .in("url", "uri", "Which value set, on the type; a version may follow after '|'.")
        .in("valueSetVersion", "string", "Its version; refused when it is not the one there is.")
        .in("filter", "string", "Words that code or display contain.")
        .in("offset", "integer", "How many codes to leave out.")
        .in("count", "integer", "How many codes to tell at most.")
        .out("ValueSet", "The value set with its expansion.");
  }

  private static OperationDraft coded(OperationDraft operation) {
    return operation
        .in("code", "code", "The code, with its system.")
        .in("display", "string", "The display, which must be the one that is known.")
        .in("coding", "Coding", "Code and system together.")
        .in("codeableConcept", "CodeableConcept", "Several codings, of which one must be valid.");
  }

  private OperationDefinition validateInSet() {
    return coded(
            OperationDraft.of(
                    canonicals,
                    "valueset-validate-code",
                    "validate-code",
                    "Whether a code is in a value set",
                    "Whether a code is in a value set of this server.")
                .after("ValueSet-validate-code")
                .on("ValueSet", true)
                .in("url", "uri", "Which value set, on the type; a version may follow after '|'.")
                .in(
                    "valueSetVersion",
                    "string",
                    "Its version; refused when it is not the one there is.")
                .in("system", "uri", "The system of the code.")
                .in(
                    "systemVersion",
                    "string",
                    "The version of the system; only for the guideline's own systems, of which the"
                        + " version is known."))
        .out("Parameters", "'result', and 'message' or 'display'.");
  }

  private OperationDefinition validateInSystem() {
    return coded(
            OperationDraft.of(
                    canonicals,
                    "codesystem-validate-code",
                    "validate-code",
                    "Whether a code is in a code system",
                    "Whether one of the guideline's own code systems has a code.")
                .after("CodeSystem-validate-code")
                .on("CodeSystem", true)
                .in("url", "uri", "Which code system, on the type.")
                .in("version", "string", "Its version; refused when it is not the one there is."))
        .out("Parameters", "'result', and 'message' or 'display'.");
  }

  private OperationDefinition lookup() {
    return OperationDraft.of(
            canonicals,
            "codesystem-lookup",
            "lookup",
            "What a code of the guideline means",
            "Name, display and properties of a code of the guideline's own code systems.")
        .after("CodeSystem-lookup")
        .on("CodeSystem", false)
        .in("code", "code", "The code, with its system.")
        .in("system", "uri", "The system of the code.")
        .in("version", "string", "Its version; refused when it is not the one there is.")
        .in("coding", "Coding", "Code and system together.")
        .in("property", "code", "*", "Properties to tell; all when none is named.")
        .out("Parameters", "'name', 'version', 'display' and each 'property'.");
  }

  private OperationDefinition translate() {
    return OperationDraft.of(
            canonicals,
            "conceptmap-translate",
            "translate",
            "What a code of a record says of a fact",
            "From the code of a test with its answer, or of a diagnosis, to a fact and its value.")
        .after("ConceptMap-translate")
        .on("ConceptMap", true)
        .in("url", "uri", "Which concept map, on the type; any when absent.")
        .in("conceptMapVersion", "string", "Its version; refused when it is not the one there is.")
        .in("code", "code", "The code, with its system.")
        .in("system", "uri", "The system of the code.")
        .in("coding", "Coding", "Code and system together.")
        .in("codeableConcept", "CodeableConcept", "Several codings.")
        .in("target", "uri", "The value set of the targets; others are left out.")
        .in("targetsystem", "uri", "The code system of the targets; others are left out.")
        .in("dependency", "Element", "*", "'element' and 'concept': the answer of the test.")
        .out("Parameters", "'result' and each 'match'.");
  }
}
