package org.karyon.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Which FHIR servers may be asked on behalf of whoever sent a request.
 *
 * <p>Without authenticated clients every caller has the list of {@code karyon.fhir.base-urls}. An
 * authenticated client has its own {@code fhir-base-urls}: the bean of this type then looks the
 * client up by the request's principal and returns that list, and nothing else changes.
 */
@FunctionalInterface
public interface FhirServersOfCaller {

  /**
   * The servers of one caller.
   *
   * @param request the request, authenticated or not
   * @return the list; empty when no server may be asked
   */
  FhirServerAllowList of(HttpServletRequest request);
}
