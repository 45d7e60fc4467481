package org.karyon.reading.resources;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.karyon.facts.DataGap;

/**
 * Calls the readers of one record. What nobody foresaw in one resource costs that resource; it is
 * named, and its kind counts as broken, so that its silence means nothing. What fails without any
 * one of them is thrown on, and looked for in the whole record.
 */
public final class Guard {

  private final List<DataGap> gaps = new ArrayList<>();
  private final Set<String> broken = new LinkedHashSet<>();

  /** Reads a resource by itself; gives nothing where that is not possible. */
  public <T> T one(String reference, Supplier<T> reader, T nothing) {
    try {
      return reader.get();
    } catch (RuntimeException unforeseen) {
      leftOut(reference);
      return nothing;
    }
  }

  /** Reads resources one by one. */
  public <R> void each(List<R> resources, Function<R, String> reference, Consumer<R> reader) {
    for (R resource : resources) {
      one(
          reference.apply(resource),
          () -> {
            reader.accept(resource);
            return true;
          },
          false);
    }
  }

  /**
   * Reads resources together. Where that fails, those that fail by themselves are left out and the
   * others are read again; what fails without any of them is not their fault and is thrown on.
   *
   * @param resources what the reader looks at
   * @param reference the reference of one of them
   * @param reader reads a list, from the start at each call
   * @return what was read
   */
  public <R, T> T over(
      List<R> resources, Function<R, String> reference, Function<List<R>, T> reader) {
    try {
      return reader.apply(resources);
    } catch (RuntimeException unforeseen) {
      T ofNothing = reader.apply(List.of());
      List<R> harmless = new ArrayList<>();
      Set<String> harmful = new LinkedHashSet<>();
      for (R resource : resources) {
        if (isHarmless(resource, reader)) {
          harmless.add(resource);
        } else {
          harmful.add(reference.apply(resource));
        }
      }
      if (harmful.isEmpty()) {
        throw unforeseen;
      }
      T read = harmless.isEmpty() ? ofNothing : reader.apply(harmless);
      harmful.forEach(this::leftOut);
      return read;
    }
  }

  private static <R, T> boolean isHarmless(R resource, Function<List<R>, T> reader) {
    try {
      T unused = reader.apply(List.of(resource));
      return true;
    } catch (RuntimeException unforeseen) {
      return false;
    }
  }

  private void leftOut(String reference) {
    broken.add(reference.split("/", 2)[0]);
    gaps.add(
        new DataGap(
            DataGap.Kind.NOT_READ,
            reference,
            "This resource could not be read and was left out; what it says is unknown."));
  }

  /** What was left out. */
  public List<DataGap> gaps() {
    return List.copyOf(gaps);
  }

  /** The kinds of resource of which one was left out. */
  public Set<String> broken() {
    return Set.copyOf(broken);
  }
}
