package org.karyon.guideline;

import java.util.Map;
import java.util.Optional;
import org.karyon.facts.Fact;

/**
 * What cards and buttons call things, in the short words of the ward and the laboratory; what has
 * no short name is called by its full one.
 *
 * @param workUp names of work-up items, by id
 * @param moments under which heading of the work-up card an item stands, by id
 * @param orders names of orders, by id
 * @param options names of treatment options, by id
 * @param features names of risk features, by id
 * @param confirmedBy what confirms a feature that another finding only suggests, by id of the
 *     feature
 * @param facts names of facts, by id
 * @param tests names of results, by the concept of their code
 */
public record ShortNames(
    Map<String, Name> workUp,
    Map<String, Moment> moments,
    Map<String, Name> orders,
    Map<String, Name> options,
    Map<String, Name> features,
    Map<String, String> confirmedBy,
    Map<String, Name> facts,
    Map<String, Name> tests) {

  /** When a test of the work-up is wanted. */
  public enum Moment {
    /** Blood of the day. */
    TODAY("today"),
    /** Before the first dose. */
    BEFORE_TREATMENT("before-treatment"),
    /** To establish and to class the leukemia. */
    DIAGNOSIS("diagnosis"),
    /** To choose the next step. */
    TO_DECIDE("to-decide");

    private final String id;

    Moment(String id) {
      this.id = id;
    }

    /**
     * The moment as the file writes it.
     *
     * @return its id
     */
    public String id() {
      return id;
    }
  }

  /**
   * A short name.
   *
   * @param text the words in a sentence
   * @param button the words of a button, after its verb
   * @param brief the words in a list of many of the same kind
   */
  public record Name(String text, String button, String brief) {

    private static Name plain(String text) {
      return new Name(text, text, text);
    }
  }

  /**
   * What a work-up item is called.
   *
   * @param item the item
   * @return its short name, or its full one
   */
  public Name of(WorkUpItem item) {
    return Optional.ofNullable(workUp.get(item.id())).orElseGet(() -> Name.plain(item.name()));
  }

  /**
   * Under which heading a work-up item stands.
   *
   * @param item the item
   * @return its moment; an item that names none is one that decides
   */
  public Moment moment(WorkUpItem item) {
    return moments.getOrDefault(item.id(), Moment.TO_DECIDE);
  }

  /**
   * What an order is called.
   *
   * @param order the order
   * @return its short name, or its full one
   */
  public Name of(Orderable order) {
    return Optional.ofNullable(orders.get(order.id())).orElseGet(() -> Name.plain(order.text()));
  }

  /**
   * What a treatment option is called.
   *
   * @param option the option
   * @return its short name, or its full one
   */
  public Name of(TreatmentOption option) {
    return Optional.ofNullable(options.get(option.id())).orElseGet(() -> Name.plain(option.name()));
  }

  /**
   * What a risk feature is called.
   *
   * @param feature the feature
   * @return its short name, or its full one
   */
  public Name of(RiskFeature feature) {
    return Optional.ofNullable(features.get(feature.id()))
        .orElseGet(() -> Name.plain(feature.name()));
  }

  /**
   * What confirms a feature that another finding only suggests.
   *
   * @param feature the feature
   * @return a test in words; empty where none is named
   */
  public Optional<String> confirmedBy(RiskFeature feature) {
    return Optional.ofNullable(confirmedBy.get(feature.id()));
  }

  /**
   * What a fact is called.
   *
   * @param name the fact with its full name
   * @return its short name, or its full one
   */
  public Name of(FactName name) {
    Fact<?> fact = name.fact();
    return Optional.ofNullable(facts.get(fact.id())).orElseGet(() -> Name.plain(name.name()));
  }

  /**
   * What a result is called.
   *
   * @param concept the concept of its code
   * @return its short name; empty where the record's own words are shown
   */
  public Optional<String> test(String concept) {
    return Optional.ofNullable(tests.get(concept)).map(Name::text);
  }
}
