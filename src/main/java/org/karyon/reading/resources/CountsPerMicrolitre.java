package org.karyon.reading.resources;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.karyon.terminology.Terminology;

/**
 * Counts of cells per microlitre, from any unit of UCUM and from the ways laboratories write it.
 */
public final class CountsPerMicrolitre {

  private static final String PER_MICROLITRE = "/uL";
  private static final int LONGEST = 40;

  private final Terminology terminology;

  public CountsPerMicrolitre(Terminology terminology) {
    this.terminology = terminology;
  }

  /** UCUM takes a moment to be read, and not every record has a count. */
  private static final class Ucum {
    private static final UcumService SERVICE = service();

    private static UcumService service() {
      try {
        return new UcumEssenceService(
            Objects.requireNonNull(
                UcumEssenceService.class.getClassLoader().getResourceAsStream("ucum-essence.xml")));
      } catch (UcumException broken) {
        throw new IllegalStateException(broken);
      }
    }
  }

  /**
   * The few units in use; what is no unit of UCUM, or is annotated, may be any text and is not
   * kept.
   */
  private static final Map<String, BigDecimal> CONVERTED = new ConcurrentHashMap<>();

  private static final int MOST_CONVERTED = 100;

  /**
   * By what a number is multiplied to be one per microlitre.
   *
   * @param unit the unit as written or as a code of UCUM
   * @return the factor; empty when the unit is none of a number in a volume
   */
  public Optional<BigDecimal> factor(String unit) {
    if (unit.isBlank() || unit.length() > LONGEST) {
      return Optional.empty();
    }
    String ucum = terminology.unit(unit).orElse(unit.strip());
    BigDecimal known = CONVERTED.get(ucum);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      BigDecimal factor =
          new BigDecimal(Ucum.SERVICE.convert(new Decimal("1"), ucum, PER_MICROLITRE).asDecimal());
      if (CONVERTED.size() < MOST_CONVERTED && ucum.indexOf('{') < 0) {
        CONVERTED.put(ucum, factor);
      }
      return Optional.of(factor);
    } catch (UcumException | RuntimeException another) {
      return Optional.empty();
    }
  }
}
