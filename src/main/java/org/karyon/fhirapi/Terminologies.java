package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.jspecify.annotations.Nullable;
import org.karyon.fhirapi.knowledge.Artifacts;
import org.karyon.fhirapi.knowledge.Vocabulary;

/**
 * {@code $expand}, {@code $validate-code} and {@code $lookup} on the guideline's own vocabulary.
 */
public final class Terminologies {

  private static final String UNCLOSED =
      "http://hl7.org/fhir/StructureDefinition/valueset-unclosed";

  private final Artifacts artifacts;
  private final Vocabulary vocabulary;
  private final Clock clock;

  Terminologies(Artifacts artifacts, Vocabulary vocabulary, Clock clock) {
    this.artifacts = artifacts;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /**
   * The codes of a value set (FHIR R4, ValueSet-expand).
   *
   * @param id the id of the value set
   * @param filter words that the display or code must contain
   * @param offset how many codes to leave out
   * @param count how many codes to tell at most
   * @return the value set with its codes
   */
  @Operation(name = "$expand", type = ValueSet.class, idempotent = true)
  public ValueSet expand(
      @IdParam IdType id,
      @OperationParam(name = "filter") @Nullable StringType filter,
      @OperationParam(name = "offset") @Nullable IntegerType offset,
      @OperationParam(name = "count") @Nullable IntegerType count) {
    return expanded(named(id), filter, offset, count);
  }

  /**
   * The codes of a value set by its canonical URL.
   *
   * @param url the URL
   * @param filter words that the display or code must contain
   * @param offset how many codes to leave out
   * @param count how many codes to tell at most
   * @return the value set with its codes
   */
  @Operation(name = "$expand", type = ValueSet.class, idempotent = true)
  public ValueSet expand(
      @OperationParam(name = "url") @Nullable UriType url,
      @OperationParam(name = "filter") @Nullable StringType filter,
      @OperationParam(name = "offset") @Nullable IntegerType offset,
      @OperationParam(name = "count") @Nullable IntegerType count) {
    return expanded(canonical(url), filter, offset, count);
  }

  private ValueSet expanded(
      ValueSet set,
      @Nullable StringType filter,
      @Nullable IntegerType offset,
      @Nullable IntegerType count) {
    String asked = filter == null ? "" : filter.getValue().toLowerCase(Locale.ROOT);
    List<Coding> codes =
        vocabulary.codes(set).stream().filter(coding -> contains(coding, asked)).toList();
    ValueSet answer = set.copy();
    ValueSetExpansionComponent expansion = answer.getExpansion();
    expansion.setIdentifier(set.getUrl() + '|' + set.getVersion());
    expansion.setTimestamp(Date.from(clock.instant()));
    expansion.setTotal(codes.size());
    if (vocabulary.isOpen(set)) {
      expansion.addExtension(UNCLOSED, new BooleanType(true));
    }
    int start = number(offset, 0, "offset");
    if (offset != null) {
      expansion.setOffset(start);
    }
    codes.stream()
        .skip(start)
        .limit(number(count, codes.size(), "count"))
        .forEach(
            coding ->
                expansion
                    .addContains()
                    .setSystem(coding.getSystem())
                    .setCode(coding.getCode())
                    .setDisplay(coding.getDisplay()));
    return answer;
  }

  private static boolean contains(Coding coding, String asked) {
    return coding.getDisplay().toLowerCase(Locale.ROOT).contains(asked)
        || coding.getCode().toLowerCase(Locale.ROOT).contains(asked);
  }

  private static int number(@Nullable IntegerType number, int otherwise, String where) {
    if (number == null) {
      return otherwise;
    }
    if (number.getValue() < 0) {
      throw FhirFailures.invalid(
          IssueType.VALUE, where, "'%s' must not be negative.".formatted(where));
    }
    return number.getValue();
  }

  /**
   * Whether a code is in a value set (FHIR R4, ValueSet-validate-code).
   *
   * @param id the id of the value set
   * @param code the code
   * @param system its system
   * @param display its display, if that is to be checked
   * @param coding code and system together
   * @param concept several codings, one of which must be in the set
   * @return the result
   */
  @Operation(name = "$validate-code", type = ValueSet.class, idempotent = true)
  public Parameters validate(
      @IdParam IdType id,
      @OperationParam(name = "code") @Nullable CodeType code,
      @OperationParam(name = "system") @Nullable UriType system,
      @OperationParam(name = "display") @Nullable StringType display,
      @OperationParam(name = "coding") @Nullable Coding coding,
      @OperationParam(name = "codeableConcept") @Nullable CodeableConcept concept) {
    return validated(named(id), codings(code, system, coding, concept), display);
  }

  /**
   * Whether a code is in a value set that is named by its canonical URL.
   *
   * @param url the URL
   * @param code the code
   * @param system its system
   * @param display its display, if that is to be checked
   * @param coding code and system together
   * @param concept several codings, one of which must be in the set
   * @return the result
   */
  @Operation(name = "$validate-code", type = ValueSet.class, idempotent = true)
  public Parameters validate(
      @OperationParam(name = "url") @Nullable UriType url,
      @OperationParam(name = "code") @Nullable CodeType code,
      @OperationParam(name = "system") @Nullable UriType system,
      @OperationParam(name = "display") @Nullable StringType display,
      @OperationParam(name = "coding") @Nullable Coding coding,
      @OperationParam(name = "codeableConcept") @Nullable CodeableConcept concept) {
    return validated(canonical(url), codings(code, system, coding, concept), display);
  }

  private Parameters validated(ValueSet set, List<Coding> codings, @Nullable StringType display) {
    Optional<Coding> member =
        codings.stream()
            .flatMap(c -> vocabulary.member(set, c.getSystem(), c.getCode()).stream())
            .findFirst();
    Parameters answer = new Parameters();
    if (member.isEmpty()) {
      answer.addParameter("result", false);
      answer.addParameter("message", "The code is not in this value set.");
      return answer;
    }
    String known = member.get().getDisplay();
    boolean named = display == null || known == null || known.equalsIgnoreCase(display.getValue());
    answer.addParameter("result", named);
    if (!named) {
      answer.addParameter("message", "The code is in this value set under another display.");
    }
    if (known != null) {
      answer.addParameter("display", known);
    }
    return answer;
  }

  /**
   * What a code of the guideline means (FHIR R4, CodeSystem-lookup).
   *
   * @param code the code
   * @param system its system, one of the guideline's
   * @param coding code and system together
   * @return name, version, display and properties
   */
  @Operation(name = "$lookup", type = CodeSystem.class, idempotent = true)
  public Parameters lookup(
      @OperationParam(name = "code") @Nullable CodeType code,
      @OperationParam(name = "system") @Nullable UriType system,
      @OperationParam(name = "coding") @Nullable Coding coding) {
    Coding asked = codings(code, system, coding, null).getFirst();
    CodeSystem known =
        artifacts
            .canonical(CodeSystem.class, asked.getSystem())
            .orElseThrow(
                () ->
                    FhirFailures.notFound(
                        "This is no code system of the guideline; see /fhir/CodeSystem."));
    ConceptDefinitionComponent concept =
        vocabulary
            .concept(known, asked.getCode())
            .orElseThrow(() -> FhirFailures.notFound("The code system has no such code."));
    Parameters answer = new Parameters();
    answer.addParameter("name", known.getTitle());
    answer.addParameter("version", known.getVersion());
    answer.addParameter("display", concept.getDisplay());
    concept
        .getProperty()
        .forEach(
            property -> {
              Parameters.ParametersParameterComponent told =
                  answer.addParameter().setName("property");
              told.addPart().setName("code").setValue(new CodeType(property.getCode()));
              told.addPart().setName("value").setValue(property.getValue());
            });
    return answer;
  }

  private ValueSet named(IdType id) {
    return artifacts
        .named(ValueSet.class, id.getIdPart())
        .orElseThrow(() -> FhirFailures.notFound("There is no ValueSet with this id."));
  }

  private ValueSet canonical(@Nullable UriType url) {
    if (url == null) {
      throw FhirFailures.invalid(IssueType.REQUIRED, "url", "The parameter 'url' is missing.");
    }
    return artifacts
        .canonical(ValueSet.class, url.getValue())
        .orElseThrow(() -> FhirFailures.notFound("There is no ValueSet with this URL."));
  }

  static List<Coding> codings(
      @Nullable CodeType code,
      @Nullable UriType system,
      @Nullable Coding coding,
      @Nullable CodeableConcept concept) {
    List<Coding> codings = new ArrayList<>();
    if (code != null && system != null) {
      codings.add(new Coding().setSystem(system.getValue()).setCode(code.getValue()));
    }
    Optional.ofNullable(coding).ifPresent(codings::add);
    Optional.ofNullable(concept).map(CodeableConcept::getCoding).ifPresent(codings::addAll);
    List<Coding> whole = codings.stream().filter(c -> c.hasSystem() && c.hasCode()).toList();
    if (whole.isEmpty()) {
      throw FhirFailures.invalid(
          IssueType.REQUIRED, "code", "Send 'code' with 'system', or 'coding'.");
    }
    return whole;
  }
}
