package org.karyon.population;

import org.karyon.bulk.ExportRemedy;

/**
 * What a client of {@code $assess-population} reads where an export could not be had: what it can
 * ask for itself, or what the operator of this service can set.
 */
final class PopulationAdvice {

  private static final String SETTING = "karyon.population.servers.<name>.";

  private PopulationAdvice() {}

  /**
   * Advice.
   *
   * @return a sentence; empty where nothing on this side helps
   */
  static String of(ExportRemedy remedy) {
    return switch (remedy) {
      case NONE -> "";
      case ASK_AGAIN -> "Ask for a new job.";
      case ANOTHER_EXPORT -> "The parameter 'group' asks for the export of one Group instead.";
      case ALLOWED_ORIGIN ->
          "If that is where its files lie, the operator of this service can allow that origin ("
              + SETTING
              + "files-from).";
      case CREDENTIALS ->
          "The operator of this service names the client and the key with which that server is"
              + " asked ("
              + SETTING
              + "client-id and key-file).";
      case REGISTRATION ->
          "The operator of this service has its client registered there with its public key and"
              + " scope ("
              + SETTING
              + "client-id, key-file and scope).";
      case TOKEN_ENDPOINT ->
          "The operator of this service can name the endpoint (" + SETTING + "token-endpoint).";
    };
  }
}
