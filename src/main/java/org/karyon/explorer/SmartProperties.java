package org.karyon.explorer;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMART on FHIR app; it does not exist while no launch address is set.
 *
 * @param launchUrl the address that cards tell the EHR to launch, which is this service's {@code
 *     /smart/launch} as clients reach it; empty for no app
 * @param clientId the id under which the EHR knows the app
 * @param scope what the app asks the EHR for
 * @param fhirBaseUrls the FHIR servers whose patients may be shown, absolute URLs
 * @param authorizationOrigins the origins of their authorization servers, where they differ
 */
@ConfigurationProperties("karyon.smart")
public record SmartProperties(
    @DefaultValue("") String launchUrl,
    @DefaultValue("karyon") String clientId,
    @DefaultValue("launch patient/*.rs openid fhirUser") String scope,
    @DefaultValue List<String> fhirBaseUrls,
    @DefaultValue List<String> authorizationOrigins) {

  /** Copies the lists. */
  public SmartProperties {
    fhirBaseUrls = List.copyOf(fhirBaseUrls);
    authorizationOrigins = List.copyOf(authorizationOrigins);
  }
}
