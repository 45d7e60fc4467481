package org.karyon.guideline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.karyon.facts.Amount;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;

/**
 * The finite domain of some conditions: every term of a fact, and for an amount one number below,
 * at and above each limit, which is all that comparisons can tell apart.
 */
public final class FactDomains {

  private FactDomains() {}

  /**
   * The values that the conditions can tell apart.
   *
   * @param conditions any conditions
   * @return for each fact that they name its values, in the order of first mention
   */
  public static Map<Fact<?>, List<FactValue>> of(Collection<Condition> conditions) {
    Map<Fact<?>, List<FactValue>> domains = new LinkedHashMap<>();
    Map<Fact<?>, Set<BigDecimal>> limits = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      switch (condition) {
        case Condition.OneOf oneOf ->
            domains.put(oneOf.fact(), new ArrayList<>(oneOf.fact().terms()));
        case Condition.Limit limit -> {
          domains.putIfAbsent(limit.fact(), List.of());
          limits
              .computeIfAbsent(limit.fact(), unused -> new TreeSet<>())
              .add(limit.limit().value());
        }
      }
    }
    limits.forEach((fact, values) -> domains.put(fact, around(values)));
    return domains;
  }

  /**
   * What a comparison with one limit can tell apart.
   *
   * @param limit a limit
   * @return a number just below it, then the limit itself
   */
  public static List<FactValue> around(BigDecimal limit) {
    return List.of(new Amount(limit.subtract(BigDecimal.ONE.movePointLeft(9))), new Amount(limit));
  }

  private static List<FactValue> around(Set<BigDecimal> limits) {
    Set<FactValue> values = new LinkedHashSet<>();
    limits.forEach(limit -> values.addAll(around(limit)));
    return List.copyOf(values);
  }

  /**
   * Visits every combination of values.
   *
   * @param domains the values of each fact
   * @param visitor receives each combination; the map is reused, so it must be copied to be kept
   */
  public static void forEach(
      Map<Fact<?>, List<FactValue>> domains, Consumer<Map<Fact<?>, FactValue>> visitor) {
    visit(List.copyOf(domains.entrySet()), 0, new LinkedHashMap<>(), visitor);
  }

  private static void visit(
      List<Map.Entry<Fact<?>, List<FactValue>>> domains,
      int index,
      Map<Fact<?>, FactValue> combination,
      Consumer<Map<Fact<?>, FactValue>> visitor) {
    if (index == domains.size()) {
      visitor.accept(combination);
      return;
    }
    Map.Entry<Fact<?>, List<FactValue>> domain = domains.get(index);
    for (FactValue value : domain.getValue()) {
      combination.put(domain.getKey(), value);
      visit(domains, index + 1, combination, visitor);
    }
    combination.remove(domain.getKey());
  }
}
