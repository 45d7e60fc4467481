package org.karyon.reading.resources;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.karyon.terminology.ConceptGroup;

/** The value of a result, free of FHIR. */
public sealed interface ResultValue {

  /** The value as a card shows it. */
  String shows();

  /** A coded value: what its codes stand for, the groups these belong to, and its words. */
  record Coded(Set<String> concepts, Set<ConceptGroup> groups, String words)
      implements ResultValue {
    @Override
    public String shows() {
      return words;
    }
  }

  /**
   * A number with its unit as written; the comparator is empty, {@code <}, {@code <=}, {@code >} or
   * {@code >=}.
   */
  record Measured(String comparator, BigDecimal number, String unit) implements ResultValue {
    @Override
    public String shows() {
      String amount = comparator + number.toPlainString();
      return unit.isEmpty() ? amount : amount + ' ' + unit;
    }
  }

  /** A text. */
  record Text(String text) implements ResultValue {
    @Override
    public String shows() {
      return text;
    }
  }

  /** A yes or no. */
  record Flag(boolean flag) implements ResultValue {
    @Override
    public String shows() {
      return flag ? "true" : "false";
    }
  }

  /** No value, with the reason where the record gives one. */
  record None(Optional<String> reason) implements ResultValue {
    @Override
    public String shows() {
      return reason.orElse("no value");
    }
  }
}
