package org.karyon.hooks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.karyon.chart.RecordSource;
import org.karyon.chart.fhir.FhirServers;
import org.karyon.security.FhirBaseUrl;
import org.karyon.security.FhirServerAllowList;
import org.karyon.security.FhirServersOfCaller;
import org.springframework.stereotype.Component;

/**
 * Decides from where the parts of a record may be read that a client did not hand over. A server
 * that is not on the caller's list is never contacted; its address is not repeated either.
 */
@Component
class RecordSources {

  private final FhirServers servers;
  private final FhirServersOfCaller allowed;

  RecordSources(FhirServers servers, FhirServersOfCaller allowed) {
    this.servers = servers;
    this.allowed = allowed;
  }

  RecordSource of(FhirAccess access, HttpServletRequest caller) {
    if (access.server().isEmpty()) {
      return RecordSource.none("the request names no 'fhirServer' to read it from");
    }
    FhirServerAllowList list = allowed.of(caller);
    Optional<FhirBaseUrl> base = list.allowed(access.server().get());
    if (base.isEmpty()) {
      return RecordSource.none(
          "the 'fhirServer' of the request is not one that this client may name");
    }
    if (access.token().isEmpty() && !list.opensWithoutToken(base.get())) {
      return RecordSource.none("the request has no 'fhirAuthorization' to read it with");
    }
    return servers.on(base.get(), access.token(), list.peculiarities());
  }
}
