package org.karyon.population;

import java.util.List;
import java.util.Optional;
import org.karyon.bulk.BackendService;
import org.karyon.security.FhirBaseUrl;

/**
 * A server whose population may be assessed, and as whom it is asked.
 *
 * @param base its base URL
 * @param files further origins that its files may lie on
 * @param service who asks; empty for a server that is read without a token
 */
public record PopulationServer(
    FhirBaseUrl base, List<FhirBaseUrl> files, Optional<BackendService> service) {

  /** Copies the list. */
  public PopulationServer {
    files = List.copyOf(files);
  }
}
