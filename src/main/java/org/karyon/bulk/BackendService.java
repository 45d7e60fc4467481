package org.karyon.bulk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/**
 * The one who asks for the export, as SMART Backend Services know it.
 *
 * @param clientId its id at the authorization server
 * @param key its private key, P-384 or RSA; the server has the public one
 * @param scope what it asks for, for example {@code system/*.rs}
 * @param tokenEndpoint where it gets its tokens; empty to ask the server's {@code
 *     .well-known/smart-configuration}
 */
public record BackendService(String clientId, JWK key, String scope, Optional<URI> tokenEndpoint) {

  private static final Duration LIFE = Duration.ofMinutes(4);

  /**
   * Reads a private key.
   *
   * @param json a JSON Web Key, as the command {@code keys} writes it
   * @throws IllegalArgumentException when it is none that can sign; repeats nothing of it
   */
  public static JWK key(String json) {
    try {
      JWK key = JWK.parse(json);
      if (key.isPrivate() && (key instanceof RSAKey || isP384(key))) {
        return key;
      }
    } catch (ParseException none) {
      // The exception is not chained, because it may repeat the key.
    }
    throw new IllegalArgumentException(
        "The key is no private JSON Web Key of the curve P-384 or of RSA.");
  }

  private static boolean isP384(JWK key) {
    return key instanceof ECKey curve && curve.getCurve().equals(Curve.P_384);
  }

  /**
   * Signs who it is (SMART App Launch 2, asymmetric client authentication).
   *
   * @param audience the token endpoint
   * @param now the moment
   */
  String assertion(URI audience, Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(clientId)
            .subject(clientId)
            .audience(audience.toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    JWSAlgorithm algorithm = key instanceof RSAKey ? JWSAlgorithm.RS384 : JWSAlgorithm.ES384;
    SignedJWT signed =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build(),
            claims);
    try {
      JWSSigner signer =
          key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey());
      signed.sign(signer);
    } catch (JOSEException unusable) {
      throw new IllegalStateException("The key cannot sign.");
    }
    return signed.serialize();
  }

  /** The id alone; a key is never written anywhere. */
  @Override
  public String toString() {
    return "BackendService[" + clientId + ']';
  }
}
