package org.karyon.security;

import java.util.Set;

/**
 * In what the FHIR servers of a client differ from the standard, as its operator knows.
 *
 * @param notServed kinds of resource that they do not have, for example {@code
 *     MedicationStatement}; they are not asked for, and count as empty and not as unread
 * @param refusedParameters search parameters that they refuse, for example {@code _count}
 */
public record FhirPeculiarities(Set<String> notServed, Set<String> refusedParameters) {

  /** Nothing peculiar is known. */
  public static final FhirPeculiarities NONE = new FhirPeculiarities(Set.of(), Set.of());

  /** Copies the sets. */
  public FhirPeculiarities {
    notServed = Set.copyOf(notServed);
    refusedParameters = Set.copyOf(refusedParameters);
  }
}
