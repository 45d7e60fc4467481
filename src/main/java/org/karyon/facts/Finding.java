package org.karyon.facts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the record tells of one fact: known with its evidence, or unknown with its reason.
 *
 * @param <V> the type of value
 */
public sealed interface Finding<V extends FactValue> {

  /**
   * The resources that this finding rests on.
   *
   * @return the evidence, newest first; empty when nothing was recorded
   */
  List<Evidence> evidence();

  /**
   * The value, where it is known.
   *
   * @return the value, or empty when the fact is unknown
   */
  default Optional<V> value() {
    return switch (this) {
      case Known<V> known -> Optional.of(known.known());
      case Unknown<V> unknown -> Optional.empty();
    };
  }

  /**
   * Whether the value is known and is this one.
   *
   * @param candidate the value to compare with
   * @return false when the value is another one or unknown
   */
  default boolean is(V candidate) {
    return value().filter(candidate::equals).isPresent();
  }

  /**
   * A finding that follows from this one alone.
   *
   * @param derivation from the known value to the derived one
   * @param <W> the derived type
   * @return known with the same evidence, or unknown for the same reason; known as well where every
   *     value that the record still allows leads to the same one
   */
  default <W extends FactValue> Finding<W> map(Function<V, W> derivation) {
    return switch (this) {
      case Known<V> known ->
          new Known<>(derivation.apply(known.known()), known.evidence(), known.contradictedBy());
      case Unknown<V> unknown -> {
        List<W> candidates = unknown.candidates().stream().map(derivation).distinct().toList();
        yield candidates.size() == 1
            ? new Known<>(candidates.get(0), unknown.evidence(), List.of())
            : new Unknown<>(
                unknown.reason(), unknown.explanation(), unknown.evidence(), candidates);
      }
    };
  }

  /**
   * A finding that nothing in the record speaks of.
   *
   * @param <V> the type of value
   * @return unknown, not recorded
   */
  static <V extends FactValue> Finding<V> notRecorded() {
    return new Unknown<>(UnknownReason.NOT_RECORDED, "", List.of());
  }

  /**
   * A value that the record carries.
   *
   * @param known the value
   * @param evidence the resources that show it, newest first
   * @param contradictedBy resources that show another value and were outranked; never hidden
   * @param <V> the type of value
   */
  record Known<V extends FactValue>(V known, List<Evidence> evidence, List<Evidence> contradictedBy)
      implements Finding<V> {

    /** Copies the lists, so that a finding never changes. */
    public Known {
      evidence = List.copyOf(evidence);
      contradictedBy = List.copyOf(contradictedBy);
    }
  }

  /**
   * A value that the record does not settle.
   *
   * @param reason why
   * @param explanation one sentence for the card, empty when the reason says it all
   * @param evidence the resources that were looked at, newest first
   * @param candidates the values that the record still allows, such as the ages of a birth year;
   *     empty when it excludes none
   * @param <V> the type of value
   */
  record Unknown<V extends FactValue>(
      UnknownReason reason, String explanation, List<Evidence> evidence, List<V> candidates)
      implements Finding<V> {

    /** Copies the lists, so that a finding never changes. */
    public Unknown {
      evidence = List.copyOf(evidence);
      candidates = List.copyOf(candidates);
    }

    /**
     * A value that the record does not settle and of which it excludes nothing.
     *
     * @param reason why
     * @param explanation one sentence for the card, empty when the reason says it all
     * @param evidence the resources that were looked at, newest first
     */
    public Unknown(UnknownReason reason, String explanation, List<Evidence> evidence) {
      this(reason, explanation, evidence, List.of());
    }
  }
}
