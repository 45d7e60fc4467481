package org.karyon.fhirapi;

import java.util.List;
import java.util.Set;

/** The HTTP methods that an address below {@code /fhir} answers (RFC 9110, Allow). */
final class AllowedMethods {

  /** Operations that take a record, which no address can carry, or begin something. */
  private static final Set<String> WITH_RECORD =
      Set.of("$assess", "$assess-batch", "$assess-population", "$apply");

  private AllowedMethods() {}

  /**
   * The methods of an address.
   *
   * @param path the address below the base, with or without a slash at its beginning
   * @return their names; OPTIONS answers everywhere
   */
  static List<String> of(String path) {
    String plain = path.replaceAll("^/+|/+$", "");
    String last = plain.substring(plain.lastIndexOf('/') + 1);
    if (plain.isEmpty() || WITH_RECORD.contains(last)) {
      return List.of("POST", "OPTIONS");
    }
    return last.startsWith("$") || last.equals("_search")
        ? List.of("GET", "HEAD", "POST", "OPTIONS")
        : List.of("GET", "HEAD", "OPTIONS");
  }
}
