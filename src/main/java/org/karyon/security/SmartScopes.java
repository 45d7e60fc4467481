package org.karyon.security;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scopes of a system for the FHIR API: {@code system/Library.rs} of SMART App Launch 2 and {@code
 * system/Library.read} of version 1.
 *
 * @param scopes the scopes; any other text grants nothing here
 */
record SmartScopes(Set<String> scopes) {

  /** Stands for all resource types, in a scope and in what is asked for. */
  static final String EVERYTHING = "*";

  private static final Pattern SCOPE =
      Pattern.compile("system/(\\*|[A-Z][A-Za-z]{1,40})\\.(read|write|\\*|(?=.)c?r?u?d?s?)");

  /** Copies the scopes. */
  SmartScopes {
    scopes = Set.copyOf(scopes);
  }

  /** Reads the {@code scope} of a token. */
  static SmartScopes of(String claim) {
    return new SmartScopes(Set.copyOf(List.of(claim.strip().split("\\s+", -1))));
  }

  static boolean isScope(String text) {
    return SCOPE.matcher(text).matches();
  }

  /**
   * Whether something may be done.
   *
   * @param type a resource type, or {@link #EVERYTHING}
   * @param letter what, as in SMART App Launch 2: {@code r} for reading, {@code s} for searching
   */
  boolean allow(String type, char letter) {
    return scopes.stream()
        .map(SCOPE::matcher)
        .filter(Matcher::matches)
        .filter(scope -> List.of(EVERYTHING, type).contains(scope.group(1)))
        .anyMatch(scope -> letters(scope.group(2)).indexOf(letter) >= 0);
  }

  private static String letters(String permission) {
    return switch (permission) {
      case "read" -> "rs";
      case "write" -> "cud";
      case "*" -> "cruds";
      default -> permission;
    };
  }
}
