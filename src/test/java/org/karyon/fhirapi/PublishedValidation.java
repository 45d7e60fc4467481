package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.karyon.BuiltIn;
import org.karyon.fhirapi.knowledge.Artifacts;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.guideline.Guideline;
import org.karyon.reading.RecordReader;

/**
 * HAPI's R4 validator with the guideline's own code systems, and the warnings that are explained.
 */
final class PublishedValidation {

  static final Guideline GUIDELINE = BuiltIn.GUIDELINE;
  static final Canonicals CANONICALS =
      new Canonicals(GUIDELINE, "https://karyon.org/fhir", "http://localhost:8080/guideline");
  static final Artifacts ARTIFACTS =
      new Artifacts(CANONICALS, RecordReader.reads().stream().map(kind -> kind.type()).toList());

  private static final FhirContext FHIR = FhirContext.forR4Cached();

  /** Each pattern with the reason for which it stands. */
  private static final List<Pattern> EXPLAINED =
      List.of(
          // No terminology server here: SNOMED CT, LOINC, RxNorm and others are not held.
          Pattern.compile("CodeSystem is unknown and can't be validated"),
          Pattern.compile("(?s).*[Uu]nknown [Cc]ode ?[Ss]ystem.*"),
          Pattern.compile("cannot be checked because codeSystem '[^']+' version 'null' is not"),
          Pattern.compile("not fully defined and populated"),
          Pattern.compile("The value set references CodeSystem '[^']+' which has status"),
          // One test says present or absent by its answer: two targets told apart by dependsOn.
          Pattern.compile("has already been defined from the code .* but this defines"),
          // Narrative is for people, who have /guideline and the cards.
          Pattern.compile("dom-6"));

  /**
   * R4's list of expression languages (an extensible binding) is older than this code, which CPG
   * and CRMI ask for and engines for R4 read.
   */
  private static final String IDENTIFIER_OF_CQL =
      "Unknown code 'http://hl7.org/fhir/expression-language#text/cql-identifier'";

  /** Where the package of a claimed profile cannot be had, nothing is held against it. */
  private static final Pattern PROFILE_UNKNOWN =
      Pattern.compile(
          "Profile reference '"
              + "http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/variant"
              + "' has not been checked");

  private static final Optional<PrePopulatedValidationSupport> PROFILES =
      ProfilePackages.genomicsReporting(FHIR);

  private static final FhirValidator VALIDATOR = validator();

  private PublishedValidation() {}

  /** Whether claimed profiles are held against their package. */
  static boolean holdsProfiles() {
    return PROFILES.isPresent();
  }

  private static FhirValidator validator() {
    PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(FHIR);
    ARTIFACTS.all(CodeSystem.class).forEach(own::addCodeSystem);
    ARTIFACTS.all(ValueSet.class).forEach(own::addValueSet);
    UnknownCodeSystemWarningValidationSupport unknown =
        new UnknownCodeSystemWarningValidationSupport(FHIR);
    unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
    ValidationSupportChain chain = new ValidationSupportChain();
    chain.addValidationSupport(new DefaultProfileValidationSupport(FHIR));
    PROFILES.ifPresent(chain::addValidationSupport);
    chain.addValidationSupport(own);
    chain.addValidationSupport(new InMemoryTerminologyServerValidationSupport(FHIR));
    chain.addValidationSupport(new CommonCodeSystemsTerminologyService(FHIR));
    chain.addValidationSupport(unknown);
    return FHIR.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
  }

  /** Errors and unexplained warnings; none for a resource that may be emitted. */
  static List<String> complaints(Resource resource) {
    return VALIDATOR
        .validateWithResult(FHIR.newJsonParser().encodeResourceToString(resource))
        .getMessages()
        .stream()
        .filter(m -> m.getSeverity().ordinal() >= ResultSeverityEnum.WARNING.ordinal())
        .filter(m -> !m.getMessage().startsWith(IDENTIFIER_OF_CQL))
        .filter(m -> PROFILES.isPresent() || !PROFILE_UNKNOWN.matcher(m.getMessage()).find())
        .filter(
            m ->
                m.getSeverity() != ResultSeverityEnum.WARNING
                    || EXPLAINED.stream().noneMatch(p -> p.matcher(m.getMessage()).find()))
        .map(m -> m.getSeverity() + " " + m.getLocationString() + ": " + m.getMessage())
        .toList();
  }

  static List<MetadataResource> everyArtifact() {
    return ARTIFACTS.types().stream()
        .flatMap(type -> ARTIFACTS.all(type.asSubclass(MetadataResource.class)).stream())
        .map(MetadataResource.class::cast)
        .toList();
  }
}
