package org.karyon.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is said of one patient of a registry: one line of the answer.
 *
 * @param patient the id in the export
 * @param asOf the day for which it is said
 * @param guideline the version of the knowledge, with its fingerprint
 * @param scope no-leukemia, not-known, suspected, child or covered
 * @param facts each fact that was looked for
 * @param riskGroup the group; empty outside the confirmed scope and while it is undetermined
 * @param provisional whether a feature that is still unknown could change the group
 * @param rules the rules that hold
 * @param possible further rules that the unknown facts still allow
 * @param options what is said of each treatment option
 * @param missing tests that are neither done nor ordered
 * @param treatedWith what treatment on record stands for, as concepts of the terminology
 * @param gaps what could not be read or contradicts
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PatientAnswer(
    String patient,
    LocalDate asOf,
    String guideline,
    String scope,
    Map<String, FactAnswer> facts,
    Optional<String> riskGroup,
    Optional<Boolean> provisional,
    List<String> rules,
    List<String> possible,
    List<OptionAnswer> options,
    List<String> missing,
    List<String> treatedWith,
    List<Gap> gaps) {

  /**
   * A fact: known with its value, or unknown with the reason.
   *
   * @param value the value as on the wire; empty when it is unknown
   * @param unknown why it is unknown; empty when it is known
   * @param resources what it rests on, as {@code Type/id}
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record FactAnswer(
      Optional<String> value, Optional<String> unknown, List<String> resources) {}

  /**
   * An option with its state.
   *
   * @param id the option
   * @param status applies, needs or excluded
   * @param needs the facts that would decide
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record OptionAnswer(String id, String status, List<String> needs) {}

  /**
   * What could not be read or contradicts.
   *
   * @param about a resource, a part of the record, or a place in the export
   * @param message what is the matter, in plain words
   */
  public record Gap(String about, String message) {}

  /** What is said of a patient of whom no fact was looked for. */
  static PatientAnswer without(
      String patient, LocalDate asOf, String guideline, String scope, List<Gap> gaps) {
    return new PatientAnswer(
        patient,
        asOf,
        guideline,
        scope,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        gaps);
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The answer as one line of NDJSON, without its end. */
  public String line() {
    return JSON.writeValueAsString(this);
  }

  /**
   * The ids of the options in one state.
   *
   * @param status applies, needs or excluded
   */
  public List<String> options(String status) {
    return options.stream()
        .filter(option -> option.status().equals(status))
        .map(OptionAnswer::id)
        .toList();
  }
}
