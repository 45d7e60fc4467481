package org.karyon.reading.resources;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.karyon.facts.RecordedDate;

/** Reads dates with no more precision than they have. */
public final class Dates {

  private Dates() {}

  public static Optional<RecordedDate> of(@Nullable Type type) {
    return switch (type) {
      case null -> Optional.empty();
      case BaseDateTimeType moment -> moment(moment);
      case Period period -> moment(period.getStartElement());
      case Timing timing -> timing.getEvent().stream().findFirst().flatMap(Dates::moment);
      case Type other -> Optional.empty();
    };
  }

  public static Optional<RecordedDate> moment(@Nullable BaseDateTimeType moment) {
    if (moment == null || moment.getValue() == null) {
      return Optional.empty();
    }
    // The digits as written: a local date must not move to another day by a time zone.
    String text = moment.getValueAsString();
    TemporalPrecisionEnum precision = moment.getPrecision();
    if (precision == TemporalPrecisionEnum.YEAR) {
      LocalDate first = LocalDate.of(Integer.parseInt(text.substring(0, 4)), 1, 1);
      return Optional.of(new RecordedDate(first, first.plusYears(1).minusDays(1)));
    }
    if (precision == TemporalPrecisionEnum.MONTH) {
      YearMonth month = YearMonth.parse(text.substring(0, 7));
      return Optional.of(new RecordedDate(month.atDay(1), month.atEndOfMonth()));
    }
    if (text.length() >= 10) {
      return Optional.of(RecordedDate.of(LocalDate.parse(text.substring(0, 10))));
    }
    return Optional.of(
        RecordedDate.of(moment.getValue().toInstant().atZone(ZoneOffset.UTC).toLocalDate()));
  }
}
