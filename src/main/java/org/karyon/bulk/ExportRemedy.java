package org.karyon.bulk;

/**
 * What helps where an export could not be had. Each door says it in its own words: a command by its
 * options, the service by what its client can ask for and its operator can set.
 */
public enum ExportRemedy {
  /** Nothing on this side. */
  NONE,
  /** To ask once more. */
  ASK_AGAIN,
  /** To ask for another export. */
  ANOTHER_EXPORT,
  /** To allow the origin that the server named, if its files lie there. */
  ALLOWED_ORIGIN,
  /** To come as a client that the server knows. */
  CREDENTIALS,
  /** To have the client registered there with its public key and its scope. */
  REGISTRATION,
  /** To name the token endpoint. */
  TOKEN_ENDPOINT
}
