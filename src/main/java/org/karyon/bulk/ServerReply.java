package org.karyon.bulk;

import java.util.Map;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param headers its headers, names in lower case
 * @param body the first part of its body; empty where it was written to a file instead
 */
record ServerReply(int status, Map<String, String> headers, String body) {

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  boolean isDone() {
    return status >= 200 && status < 300;
  }

  /** Whether the same request may be answered a little later. */
  boolean isPassing() {
    return status == 408 || status == 425 || status == 429 || (status >= 500 && status != 501);
  }
}
