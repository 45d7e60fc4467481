package org.karyon.security;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A system scope of SMART App Launch 2.0: what a backend service may do with one kind of resource.
 *
 * @param resourceType a resource type, or {@code *} for any
 * @param permissions some of c, r, u, d and s
 */
public record SmartScope(String resourceType, Set<Character> permissions) {

  /** What Spring Security puts before a scope. */
  public static final String AUTHORITY = "SCOPE_";

  private static final Pattern SYSTEM =
      Pattern.compile("system/(\\*|[A-Z][A-Za-z]{1,40})\\.(c?r?u?d?s?|read|\\*)");

  /** Copies the permissions, so that a scope never changes. */
  public SmartScope {
    permissions = Set.copyOf(permissions);
  }

  /**
   * Reads a scope.
   *
   * @param text for example {@code system/PlanDefinition.rs}; {@code .read} of the first version is
   *     read and search
   * @return the scope, or empty when it is no system scope
   */
  public static Optional<SmartScope> of(String text) {
    Matcher matcher = SYSTEM.matcher(text);
    if (!matcher.matches() || matcher.group(2).isEmpty()) {
      return Optional.empty();
    }
    String letters =
        switch (matcher.group(2)) {
          case "read" -> "rs";
          case "*" -> "cruds";
          case String granted -> granted;
        };
    return Optional.of(
        new SmartScope(
            matcher.group(1),
            letters.chars().mapToObj(letter -> (char) letter).collect(Collectors.toSet())));
  }

  /**
   * Whether this scope grants all that another one does.
   *
   * @param other the other scope
   * @return true when its kind and its permissions are within this one's
   */
  public boolean covers(SmartScope other) {
    return (resourceType.equals("*") || resourceType.equals(other.resourceType()))
        && permissions.containsAll(other.permissions());
  }

  /**
   * The scope as it is written.
   *
   * @return for example {@code system/PlanDefinition.rs}
   */
  public String text() {
    return "system/"
        + resourceType
        + '.'
        + new TreeSet<>(permissions).stream().map(String::valueOf).collect(Collectors.joining());
  }
}
