package org.karyon.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.security.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the key by which a client's token is verified. The {@code jku} of a token only picks one
 * of the addresses that the operator has configured for that very client; nothing is ever fetched
 * from an address that a token brings along (CDS Hooks 2.0, Trusting CDS Clients).
 */
final class ClientKeys implements JWSKeySelector<SecurityContext> {

  private final Set<JWSAlgorithm> algorithms;
  private final JWKSource<SecurityContext> first;
  private final Map<String, JWKSource<SecurityContext>> byAddress;

  /**
   * Binds keys to a client.
   *
   * @param algorithms the algorithms that are accepted
   * @param first the key set of tokens that name none
   * @param byAddress the key sets that a token may name
   */
  ClientKeys(
      Set<JWSAlgorithm> algorithms,
      JWKSource<SecurityContext> first,
      Map<String, JWKSource<SecurityContext>> byAddress) {
    this.algorithms = Set.copyOf(algorithms);
    this.first = first;
    this.byAddress = Map.copyOf(byAddress);
  }

  @Override
  public List<? extends Key> selectJWSKeys(JWSHeader header, SecurityContext context)
      throws KeySourceException {
    if (header.getKeyID() == null || header.getKeyID().isEmpty()) {
      return List.of();
    }
    Optional<JWKSource<SecurityContext>> source = source(Optional.ofNullable(header.getJWKURL()));
    return source.isEmpty()
        ? List.of()
        : new JWSVerificationKeySelector<>(algorithms, source.get()).selectJWSKeys(header, context);
  }

  /**
   * Why no key fits a token.
   *
   * @param header the header of the token
   * @return the reason; {@code signature} where a key fits and did not sign this
   */
  TokenRefusal refusal(JWSHeader header) {
    if (!algorithms.contains(header.getAlgorithm())) {
      return TokenRefusal.of("alg", algorithms.toString(), header.getAlgorithm().getName());
    }
    if (header.getKeyID() == null || header.getKeyID().isEmpty()) {
      return TokenRefusal.of("kid", "one of the client's keys", "");
    }
    Optional<JWKSource<SecurityContext>> source = source(Optional.ofNullable(header.getJWKURL()));
    if (source.isEmpty()) {
      return TokenRefusal.of(
          "jku", byAddress.keySet().toString(), String.valueOf(header.getJWKURL()));
    }
    JWKMatcher matcher = new JWKMatcher.Builder().keyID(header.getKeyID()).build();
    try {
      return source.get().get(new JWKSelector(matcher), null).isEmpty()
          ? TokenRefusal.of("kid", "a key of the client's key set", header.getKeyID())
          : TokenRefusal.of("signature");
    } catch (KeySourceException unreadable) {
      return TokenRefusal.of("keys");
    }
  }

  /** Keys that come from a file are those of the client whatever address a token names. */
  private Optional<JWKSource<SecurityContext>> source(Optional<URI> named) {
    return named.isEmpty() || byAddress.isEmpty()
        ? Optional.of(first)
        : Optional.ofNullable(byAddress.get(named.get().toString()));
  }
}
