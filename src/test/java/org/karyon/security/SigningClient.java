package org.karyon.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An EHR that signs a token for each call, well or badly. */
public final class SigningClient {

  private final String issuer;
  private final JWK key;
  private final JWSAlgorithm algorithm;

  private SigningClient(String issuer, JWK key, JWSAlgorithm algorithm) {
    this.issuer = issuer;
    this.key = key;
    this.algorithm = algorithm;
  }

  public static SigningClient es384(String issuer) {
    try {
      JWK key = new ECKeyGenerator(Curve.P_384).keyID(UUID.randomUUID().toString()).generate();
      return new SigningClient(issuer, key, JWSAlgorithm.ES384);
    } catch (JOSEException exception) {
      throw new IllegalStateException(exception);
    }
  }

  public static SigningClient rsa(String issuer, JWSAlgorithm algorithm) {
    try {
      JWK key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
      return new SigningClient(issuer, key, algorithm);
    } catch (JOSEException exception) {
      throw new IllegalStateException(exception);
    }
  }

  JWK key() {
    return key;
  }

  public String publicKeys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  JWSHeader.Builder header() {
    return new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).type(JOSEObjectType.JWT);
  }

  /** What the reference client sends: five minutes, one audience, a number of its own. */
  JWTClaimsSet.Builder claims(String audience) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(audience)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .jwtID(UUID.randomUUID().toString());
  }

  public String token(String audience) {
    return sign(header(), claims(audience));
  }

  String token(String audience, UnaryOperator<JWTClaimsSet.Builder> change) {
    return sign(header(), change.apply(claims(audience)));
  }

  String sign(JWSHeader.Builder header, JWTClaimsSet.Builder claims) {
    return sign(header, claims.build());
  }

  String sign(JWSHeader.Builder header, JWTClaimsSet claims) {
    try {
      JWSHeader built = header.build();
      SignedJWT token = new SignedJWT(built, claims);
      JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key, built.getAlgorithm());
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException exception) {
      throw new IllegalStateException(exception);
    }
  }
}
