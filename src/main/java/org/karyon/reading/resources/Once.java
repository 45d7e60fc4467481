package org.karyon.reading.resources;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is worked out when it is first asked for, and never again.
 *
 * @param <T> the value
 */
final class Once<T> {

  private final Supplier<T> source;
  private Optional<T> value = Optional.empty();

  Once(Supplier<T> source) {
    this.source = source;
  }

  T get() {
    if (value.isEmpty()) {
      value = Optional.of(source.get());
    }
    return value.get();
  }
}
