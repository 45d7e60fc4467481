package org.karyon.command;

import org.karyon.bulk.ExportRemedy;

/** What a person at a terminal reads where an export could not be had: which option helps. */
final class ExportAdvice {

  private ExportAdvice() {}

  /**
   * Advice.
   *
   * @return a sentence; empty where nothing on this side helps
   */
  static String of(ExportRemedy remedy) {
    return switch (remedy) {
      case NONE -> "";
      case ASK_AGAIN -> "Run this again; it goes on with what is there.";
      case ANOTHER_EXPORT -> "With --export another is asked for, such as Group/7/$export.";
      case ALLOWED_ORIGIN -> "If that is where its files lie, say so with --files-from.";
      case CREDENTIALS ->
          "With --client-id and --key it is asked as a client that it has registered.";
      case REGISTRATION ->
          "Is the client of --client-id registered there with the public key of --key, for what"
              + " --scope asks for?";
      case TOKEN_ENDPOINT -> "Name it with --token-endpoint.";
    };
  }
}
