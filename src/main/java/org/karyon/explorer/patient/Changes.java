package org.karyon.explorer.patient;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.facts.Amount;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.UnknownReason;

/**
 * What a visitor supposes of a patient in place of what the record says.
 *
 * @param byFact the supposed value's id by fact id, or {@link #UNKNOWN}
 */
public record Changes(Map<String, String> byFact) {

  /** Supposes that nothing is known of a fact. */
  public static final String UNKNOWN = "unknown";

  private static final int LONGEST_NUMBER = 12;

  /** Copies the map, so that changes never change. */
  public Changes {
    byFact = Map.copyOf(byFact);
  }

  /**
   * Takes over what can be understood; an empty value leaves the fact as the record has it.
   *
   * @param asked values by fact id, as a form sends them
   * @return the changes; unknown facts and values are left out
   */
  public static Changes of(Map<String, String> asked) {
    Map<String, String> understood = new LinkedHashMap<>();
    asked.forEach(
        (id, value) -> {
          boolean fits =
              Facts.named(id)
                  .filter(fact -> value.equals(UNKNOWN) || value(fact, value).isPresent())
                  .isPresent();
          if (fits) {
            understood.put(id, value);
          }
        });
    return new Changes(understood);
  }

  /**
   * The facts with the supposed ones in their place.
   *
   * @param read the facts as the record has them
   * @return the facts that are assessed
   */
  public PatientFacts on(PatientFacts read) {
    PatientFacts supposed = read;
    for (Map.Entry<String, String> change : byFact.entrySet()) {
      Optional<Fact<?>> fact = Facts.named(change.getKey());
      if (fact.isPresent()) {
        supposed = with(supposed, fact.get(), change.getValue());
      }
    }
    return supposed;
  }

  private static <V extends FactValue> PatientFacts with(
      PatientFacts facts, Fact<V> fact, String value) {
    Finding<V> finding =
        value(fact, value)
            .<Finding<V>>map(
                supposed ->
                    new Finding.Known<>(
                        supposed,
                        List.of(
                            new Evidence(
                                "supposed", "Supposed on this page", value, Optional.empty())),
                        List.of()))
            .orElseGet(
                () -> new Finding.Unknown<>(UnknownReason.NOT_RECORDED, "supposed", List.of()));
    return facts.with(fact, finding);
  }

  private static <V extends FactValue> Optional<V> value(Fact<V> fact, String text) {
    if (fact.isAmount()) {
      return text.matches("\\d+(\\.\\d+)?") && text.length() <= LONGEST_NUMBER
          ? Optional.of(fact.type().cast(new Amount(new BigDecimal(text))))
          : Optional.empty();
    }
    return fact.terms().stream().filter(term -> term.id().equals(text)).findFirst();
  }
}
