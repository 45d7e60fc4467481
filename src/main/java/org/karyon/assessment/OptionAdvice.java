package org.karyon.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Fact;
import org.karyon.guideline.TreatmentOption;

/**
 * What the guideline says of one option for this patient.
 *
 * @param option the option
 * @param status whether it applies
 * @param needs the unknown facts that would decide; empty unless it needs some
 * @param rules the rules that offer it or still may
 * @param cautions what is said beside it
 * @param draftable whether its orders may be drafted; otherwise it stands in words
 * @param restriction when alone the rule offers it, in plain words; empty when it always does
 */
public record OptionAdvice(
    TreatmentOption option,
    Status status,
    Set<Fact<?>> needs,
    List<String> rules,
    List<Caution> cautions,
    boolean draftable,
    Optional<String> restriction) {

  /** Whether an option applies. */
  public enum Status {
    /** Every rule that is still possible offers it. */
    APPLIES("applies"),
    /** Only some do; the facts that separate them are missing. */
    NEEDS("needs"),
    /** None does. */
    EXCLUDED("excluded");

    private final String id;

    Status(String id) {
      this.id = id;
    }

    /**
     * The status on the wire.
     *
     * @return its id
     */
    public String id() {
      return id;
    }
  }

  /**
   * A fact that is said beside an option.
   *
   * @param fact the fact
   * @param kind why it is said
   */
  public record Caution(Fact<?> fact, Kind kind) {

    /** Why a fact is said beside an option. */
    public enum Kind {
      /** It is present. */
      PRESENT,
      /** It is not known, and a test would tell. */
      NOT_KNOWN,
      /** The option acts on an antigen that the newest result does not find on the blasts. */
      TARGET_ABSENT
    }
  }
}
