package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;
import org.karyon.fhirapi.knowledge.Vocabulary;

/** {@code $lookup} and {@code $validate-code} on the guideline's own code systems. */
public final class OwnCodes {

  private static final Set<String> TOLD_ANYWAY = Set.of("system", "name", "version", "display");

  private final NamedArtifacts named;
  private final Vocabulary vocabulary;

  OwnCodes(NamedArtifacts named, Vocabulary vocabulary) {
    this.named = named;
    this.vocabulary = vocabulary;
  }

  /**
   * Whether a code system has a code (FHIR R4, CodeSystem-validate-code).
   *
   * @param id the id of the code system, where the operation is called on one
   * @param url its canonical URL otherwise; that of the coding where none is named
   * @param version the version that is expected
   * @param code the code
   * @param display the display that is expected
   * @param coding code and system together
   * @param concept several codings, of which one must be in the system
   * @return result, message and display
   */
  @Operation(name = "$validate-code", type = CodeSystem.class, idempotent = true)
  public Parameters validate(
      @IdParam(optional = true) @Nullable IdType id,
      @OperationParam(name = "url") @Nullable UriType url,
      @OperationParam(name = "version") @Nullable StringType version,
      @OperationParam(name = "code") @Nullable CodeType code,
      @OperationParam(name = "display") @Nullable StringType display,
      @OperationParam(name = "coding") @Nullable Coding coding,
      @OperationParam(name = "codeableConcept") @Nullable CodeableConcept concept) {
    UriType asked =
        url == null && coding != null && coding.hasSystem() ? new UriType(coding.getSystem()) : url;
    CodeSystem system = named.named(CodeSystem.class, id, asked, "version", version);
    AskedCodes codes = AskedCodes.of(code, new UriType(system.getUrl()), null, coding, concept);
    codes.checkVersions(named);
    return codes.validated(one -> member(system, one), display, "this code system");
  }

  private Optional<Coding> member(CodeSystem system, Coding asked) {
    return asked.getSystem().equals(system.getUrl())
        ? vocabulary
            .concept(system, asked.getCode())
            .map(known -> new Coding(system.getUrl(), known.getCode(), known.getDisplay()))
        : Optional.empty();
  }

  /**
   * What a code of the guideline means (FHIR R4, CodeSystem-lookup).
   *
   * @param code the code
   * @param system its system, one of the guideline's
   * @param version the version of the system that is expected
   * @param coding code and system together
   * @param properties the properties to tell; all when none is named
   * @return name, version, display and properties
   */
  @Operation(name = "$lookup", type = CodeSystem.class, idempotent = true)
  public Parameters lookup(
      @OperationParam(name = "code") @Nullable CodeType code,
      @OperationParam(name = "system") @Nullable UriType system,
      @OperationParam(name = "version") @Nullable StringType version,
      @OperationParam(name = "coding") @Nullable Coding coding,
      @OperationParam(name = "property") @Nullable List<CodeType> properties) {
    AskedCodes codes = AskedCodes.of(code, system, version, coding, null);
    Coding asked = codes.codings().getFirst();
    CodeSystem known =
        named
            .known(CodeSystem.class, asked.getSystem())
            .orElseThrow(
                () ->
                    FhirFailures.notFound(
                        "This is no code system of the guideline; see /fhir/CodeSystem."));
    codes.checkVersions(named);
    ConceptDefinitionComponent concept =
        vocabulary
            .concept(known, asked.getCode())
            .orElseThrow(() -> FhirFailures.notFound("The code system has no such code."));
    Parameters answer = new Parameters();
    answer.addParameter("name", known.getTitle());
    answer.addParameter("version", known.getVersion());
    answer.addParameter("display", concept.getDisplay());
    List<String> wanted =
        properties == null ? List.of() : properties.stream().map(CodeType::getValue).toList();
    checkProperties(known, wanted);
    concept.getProperty().stream()
        .filter(property -> wanted.isEmpty() || wanted.contains(property.getCode()))
        .forEach(
            property -> {
              Parameters.ParametersParameterComponent told =
                  answer.addParameter().setName("property");
              told.addPart().setName("code").setValue(new CodeType(property.getCode()));
              told.addPart().setName("value").setValue(property.getValue());
            });
    return answer;
  }

  /**
   * What is told anyway may be asked for; of anything else the client would think it were absent.
   */
  private static void checkProperties(CodeSystem system, List<String> wanted) {
    List<String> own =
        system.getProperty().stream().map(CodeSystem.PropertyComponent::getCode).toList();
    for (String property : wanted) {
      if (!own.contains(property) && !TOLD_ANYWAY.contains(property)) {
        throw FhirFailures.invalid(
            IssueType.NOTSUPPORTED,
            "property",
            "This code system has no such property; it has %s."
                .formatted(own.isEmpty() ? "none" : String.join(", ", own)));
      }
    }
  }
}
