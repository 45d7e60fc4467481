package org.karyon.hostile.instrumented;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.karyon.facts.DataGap;
import org.karyon.reading.resources.Result;

/**
 * A fault at one place of the readers, which only happens when they are handed what belongs to the
 * poisoned resource. Every method of the readers asks before it does anything.
 */
public final class Fault {

  /** What tells the poisoned resource: its id, and a word in its texts. */
  static final String POISON = "poison";

  private static final Pattern GAP = Pattern.compile("DataGap\\[[^]]*]");
  private static final Set<String> REACHED = new LinkedHashSet<>();
  private static String at = "";
  private static boolean watching;
  private static boolean asking;
  private static boolean always;

  private Fault() {}

  /** Notes which places are handed something of the poisoned resource. */
  static void watch() {
    REACHED.clear();
    at = "";
    watching = true;
  }

  /** The places since then. */
  static Set<String> reached() {
    watching = false;
    return new LinkedHashSet<>(REACHED);
  }

  /** Lets the place fail from now on; an empty name lets none. */
  static void arm(String place) {
    at = place;
    always = false;
  }

  /** Lets the place fail whatever it is handed. */
  static void armForAll(String place) {
    at = place;
    always = true;
  }

  /** Called at the beginning of every method of the readers. */
  public static void check(String place, Object[] arguments) {
    if (asking || !(watching || at.equals(place))) {
      return;
    }
    asking = true;
    try {
      if (always) {
        throw new IllegalStateException("injected");
      }
      for (Object argument : arguments) {
        // What a lambda gathers in holds what other resources said.
        boolean gathered = place.contains("lambda$") && argument instanceof Iterable;
        if (!gathered && isPoisoned(argument)) {
          if (watching) {
            REACHED.add(place);
            return;
          }
          throw new IllegalStateException("injected");
        }
      }
    } finally {
      asking = false;
    }
  }

  private static boolean isPoisoned(Object argument) {
    return switch (argument) {
      case null -> false;
      case Result result -> result.resource().contains(POISON);
      case Collection<?> many -> many.stream().anyMatch(Fault::isPoisoned);
      case Map<?, ?> map -> map.values().stream().anyMatch(Fault::isPoisoned);
      case CharSequence text -> text.toString().contains(POISON);
      case DataGap ofWhatWasLeftOut -> false;
      case Record whole -> GAP.matcher(whole.toString()).replaceAll("").contains(POISON);
      default -> false;
    };
  }
}
