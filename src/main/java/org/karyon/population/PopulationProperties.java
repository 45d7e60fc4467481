package org.karyon.population;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of {@code $assess-population}, which is not offered unless they name a folder and a
 * server.
 *
 * @param folder where exports are worked on and results wait, shared by all replicas; empty where
 *     the operation is not offered
 * @param servers the servers whose populations may be assessed, each by a name of the operator's
 *     choice
 * @param questions a file of questions that every run answers; empty when there is none
 * @param kept how long results wait to be fetched
 * @param mostJobs how many jobs may wait or run at the same time, all replicas together
 * @param threads how many patients of a job are assessed at once; calls are answered beside them
 */
@ConfigurationProperties("karyon.population")
public record PopulationProperties(
    @DefaultValue("") String folder,
    @DefaultValue Map<String, ServerProperties> servers,
    @DefaultValue("") String questions,
    @DefaultValue("24h") Duration kept,
    @DefaultValue("4") int mostJobs,
    @DefaultValue("1") int threads) {

  /**
   * One server that exports.
   *
   * @param fhirBaseUrl its base URL
   * @param clientId the client as its SMART Backend Services know it; empty for a server that is
   *     read without a token
   * @param keyFile that client's private key, a JSON Web Key
   * @param scope what the client asks for
   * @param tokenEndpoint where its tokens come from; empty to ask the server's SMART configuration
   * @param filesFrom further origins that its files may lie on
   */
  public record ServerProperties(
      @DefaultValue("") String fhirBaseUrl,
      @DefaultValue("") String clientId,
      @DefaultValue("") String keyFile,
      @DefaultValue("system/*.rs") String scope,
      @DefaultValue("") String tokenEndpoint,
      @DefaultValue List<String> filesFrom) {}
}
