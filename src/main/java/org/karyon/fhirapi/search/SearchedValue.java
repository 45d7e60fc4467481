package org.karyon.fhirapi.search;

import java.time.Instant;
import java.util.Optional;

/** One value of an artifact, as a criterion compares it. */
sealed interface SearchedValue {

  /** Words, or an address. */
  record Text(String text) implements SearchedValue {}

  /** A code; without a system where FHIR gives it none. */
  record Code(Optional<String> system, String code) implements SearchedValue {}

  /** A code of an element whose system its definition tells (FHIR R4, search, token). */
  record Bound(String system, String code) implements SearchedValue {}

  /** A time with the precision it has: from its first moment to before the next. */
  record Time(Instant from, Instant until) implements SearchedValue {}

  /** The text that sorting goes by. */
  default String order() {
    return switch (this) {
      case Text text -> text.text();
      case Code code -> code.code();
      case Bound bound -> bound.code();
      case Time time -> time.from().toString();
    };
  }
}
