package org.karyon.reading.genetics;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.reading.words.Words;

/**
 * Ploidy in words: "a hyperdiploid clone with 54 chromosomes" is high hyperdiploidy by its number,
 * and a "hypodiploid clone with 45 chromosomes" is no hypodiploidy of the source.
 *
 * @param highFrom fewest chromosomes of high hyperdiploidy
 * @param highTo most chromosomes of high hyperdiploidy
 * @param lowBelow chromosomes below which a clone is hypodiploid
 */
record PloidyWords(BigDecimal highFrom, BigDecimal highTo, BigDecimal lowBelow) {

  private static final Pattern NUMBER =
      Pattern.compile("\\b(\\d{2})(?: (\\d{2}))? chromosomes|(?:number|of) (\\d{2})\\b");

  static PloidyWords of(Guideline guideline) {
    return new PloidyWords(
        guideline.number(ParameterId.HIGH_HYPERDIPLOIDY_FROM),
        guideline.number(ParameterId.HIGH_HYPERDIPLOIDY_TO),
        guideline.number(ParameterId.HYPODIPLOIDY_BELOW));
  }

  /** The lesion that a subject shows by its number of chromosomes. */
  Optional<Fact<Presence>> of(String subject) {
    boolean hyperdiploid = Words.normal(subject).contains("hyperdiploid");
    return hyperdiploid && number(subject).filter(this::isHigh).isPresent()
        ? Optional.of(Facts.HIGH_HYPERDIPLOIDY)
        : Optional.empty();
  }

  /** Whether the number of chromosomes, where one is named, allows a ploidy. */
  boolean mayBe(Fact<Presence> fact, String subject) {
    Optional<BigDecimal> number = number(subject);
    if (number.isEmpty()) {
      return true;
    }
    if (fact.equals(Facts.HYPODIPLOIDY)) {
      return subject.contains("masked")
          || subject.contains("doubled")
          || number.get().compareTo(lowBelow) < 0;
    }
    return !fact.equals(Facts.HIGH_HYPERDIPLOIDY) || isHigh(number.get());
  }

  private boolean isHigh(BigDecimal number) {
    return number.compareTo(highFrom) >= 0 && number.compareTo(highTo) <= 0;
  }

  private static Optional<BigDecimal> number(String subject) {
    Matcher matcher = NUMBER.matcher(Words.normal(subject));
    if (!matcher.find()) {
      return Optional.empty();
    }
    return Optional.of(
        new BigDecimal(matcher.group(1) != null ? matcher.group(1) : matcher.group(3)));
  }
}
