package org.karyon.security;

import org.springframework.security.core.AuthenticationException;

/** Whether a token was used before cannot be found out now, and so nobody is let in. */
final class TokensUnavailable extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  TokensUnavailable() {
    super("Whether the token was used before cannot be found out");
  }
}
