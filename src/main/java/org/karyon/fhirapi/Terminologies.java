package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
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
import org.karyon.fhirapi.knowledge.Vocabulary;

/** {@code $expand} and {@code $validate-code} on the guideline's value sets. */
public final class Terminologies {

  private static final String UNCLOSED =
      "http://hl7.org/fhir/StructureDefinition/valueset-unclosed";

  private final NamedArtifacts named;
  private final Vocabulary vocabulary;
  private final Clock clock;

  Terminologies(NamedArtifacts named, Vocabulary vocabulary, Clock clock) {
    this.named = named;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /**
   * The codes of a value set (FHIR R4, ValueSet-expand).
   *
   * @param id the id of the value set, where the operation is called on one
   * @param url its canonical URL otherwise
   * @param version the version that is expected
   * @param filter words that the display or code must contain
   * @param offset how many codes to leave out
   * @param count how many codes to tell at most
   * @return the value set with its codes
   */
  @Operation(name = "$expand", type = ValueSet.class, idempotent = true)
  public ValueSet expand(
      @IdParam(optional = true) @Nullable IdType id,
      @OperationParam(name = "url") @Nullable UriType url,
      @OperationParam(name = "valueSetVersion") @Nullable StringType version,
      @OperationParam(name = "filter") @Nullable StringType filter,
      @OperationParam(name = "offset") @Nullable IntegerType offset,
      @OperationParam(name = "count") @Nullable IntegerType count) {
    return expanded(
        named.named(ValueSet.class, id, url, "valueSetVersion", version), filter, offset, count);
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
    int most = number(count, codes.size(), "count");
    if (offset != null) {
      expansion.setOffset(start);
      expansion.addParameter().setName("offset").setValue(new IntegerType(start));
    }
    if (count != null) {
      expansion.addParameter().setName("count").setValue(new IntegerType(most));
    }
    if (filter != null) {
      expansion.addParameter().setName("filter").setValue(new StringType(filter.getValue()));
    }
    codes.stream()
        .skip(start)
        .limit(most)
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
    return Optional.ofNullable(coding.getDisplay())
            .filter(display -> display.toLowerCase(Locale.ROOT).contains(asked))
            .isPresent()
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
   * @param id the id of the value set, where the operation is called on one
   * @param url its canonical URL otherwise
   * @param version the version that is expected
   * @param code the code
   * @param system its system
   * @param systemVersion the version of the system
   * @param display the display that is expected
   * @param coding code and system together
   * @param concept several codings, of which one must be in the set
   * @return result, message and display
   */
  @Operation(name = "$validate-code", type = ValueSet.class, idempotent = true)
  public Parameters validate(
      @IdParam(optional = true) @Nullable IdType id,
      @OperationParam(name = "url") @Nullable UriType url,
      @OperationParam(name = "valueSetVersion") @Nullable StringType version,
      @OperationParam(name = "code") @Nullable CodeType code,
      @OperationParam(name = "system") @Nullable UriType system,
      @OperationParam(name = "systemVersion") @Nullable StringType systemVersion,
      @OperationParam(name = "display") @Nullable StringType display,
      @OperationParam(name = "coding") @Nullable Coding coding,
      @OperationParam(name = "codeableConcept") @Nullable CodeableConcept concept) {
    ValueSet set = named.named(ValueSet.class, id, url, "valueSetVersion", version);
    AskedCodes codes = AskedCodes.of(code, system, systemVersion, coding, concept);
    codes.checkVersions(named);
    return codes.validated(
        asked -> vocabulary.member(set, asked.getSystem(), asked.getCode()),
        display,
        "this value set");
  }
}
