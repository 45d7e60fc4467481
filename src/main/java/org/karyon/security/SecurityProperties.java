package org.karyon.security;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call.
 *
 * @param open whether anybody may call without a token; only for a demonstration
 * @param algorithms the signature algorithms that are accepted
 * @param clockSkew by how much a client's clock may differ
 * @param longestTokenLife from {@code iat} to {@code exp}; never over an hour
 * @param keyRefreshInterval how often at most a client's keys are read again because of an unknown
 *     {@code kid}
 * @param httpAllowed whether a FHIR base URL may be plain http, for a test
 * @param fhirBaseUrls the FHIR servers that may be read from while anybody may call
 * @param fhirBaseUrlsWithoutToken those of them that may be read without a token
 * @param fhir in what those servers differ from the standard
 * @param clients who may call, each by a name of the operator's choice
 * @param authorizationServers the site's authorization servers, each by a name of the operator's
 *     choice
 */
@ConfigurationProperties("karyon.security")
record SecurityProperties(
    @DefaultValue("false") boolean open,
    @DefaultValue({"ES384", "RS384"}) List<String> algorithms,
    @DefaultValue("30s") Duration clockSkew,
    @DefaultValue("10m") Duration longestTokenLife,
    @DefaultValue("30s") Duration keyRefreshInterval,
    @DefaultValue("false") boolean httpAllowed,
    @DefaultValue List<String> fhirBaseUrls,
    @DefaultValue List<String> fhirBaseUrlsWithoutToken,
    @DefaultValue FhirProperties fhir,
    @DefaultValue Map<String, ClientProperties> clients,
    @DefaultValue Map<String, AuthorizationServerProperties> authorizationServers) {

  /**
   * An authorization server of the site, whose access tokens open the FHIR API.
   *
   * @param issuer the {@code iss} of its tokens
   * @param tokenEndpoint where clients get them; named in {@code .well-known/smart-configuration}
   * @param jwksUrl its key set, for signed tokens
   * @param introspectionUrl where opaque tokens are asked about, instead of a key set
   * @param introspectionClientId Karyon's name at that address
   * @param introspectionClientSecret Karyon's secret at that address
   * @param audience the {@code aud} that means this FHIR API; its address when empty
   * @param scopes what its tokens may grant at most, as SMART scopes of a system
   */
  record AuthorizationServerProperties(
      @DefaultValue("") String issuer,
      @DefaultValue("") String tokenEndpoint,
      Optional<String> jwksUrl,
      Optional<String> introspectionUrl,
      @DefaultValue("") String introspectionClientId,
      @DefaultValue("") String introspectionClientSecret,
      @DefaultValue("") String audience,
      @DefaultValue("system/*.rs") List<String> scopes) {}

  /**
   * One client.
   *
   * @param issuer the {@code iss} of its tokens
   * @param jwksUrls the addresses of its key sets; a token may name one of them as {@code jku}, and
   *     the first is used when it names none
   * @param jwksFile its key set as a file, instead of addresses
   * @param tenants the organisations whose tokens are accepted; any when empty
   * @param scopes what it may do with the FHIR API, as SMART scopes of a system; nothing when empty
   * @param fhirBaseUrls the FHIR servers that it may name
   * @param fhirBaseUrlsWithoutToken those of them that may be read without a token
   * @param fhir in what its FHIR servers differ from the standard
   */
  record ClientProperties(
      @DefaultValue("") String issuer,
      @DefaultValue List<String> jwksUrls,
      Optional<String> jwksFile,
      @DefaultValue List<String> tenants,
      @DefaultValue List<String> scopes,
      @DefaultValue List<String> fhirBaseUrls,
      @DefaultValue List<String> fhirBaseUrlsWithoutToken,
      @DefaultValue FhirProperties fhir) {}

  /**
   * In what FHIR servers differ from the standard.
   *
   * @param notServed kinds of resource that they do not have
   * @param refuses search parameters that they refuse
   */
  record FhirProperties(@DefaultValue List<String> notServed, @DefaultValue List<String> refuses) {}
}
