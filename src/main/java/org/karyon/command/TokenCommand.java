package org.karyon.command;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Signs one token as a client does (CDS Hooks 2.0, Trusting CDS Clients), to try a service out. */
@Command(
    name = "token",
    description = "Signs a token for one call, as the client whose key is given, and prints it.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

  private static final Duration LIFE = Duration.ofMinutes(5);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "the private key that the command 'keys' made")
  private Path key = Path.of("");

  @Option(
      names = "--issuer",
      required = true,
      paramLabel = "URL",
      description = "the client, as karyon.security.clients.<name>.issuer says")
  private String issuer = "";

  @Option(
      names = "--audience",
      required = true,
      paramLabel = "URL",
      description = "the address that is called; for the FHIR API its base, <public-url>/fhir")
  private String audience = "";

  @Option(names = "--tenant", paramLabel = "NAME", description = "the organisation that calls")
  private Optional<String> tenant = Optional.empty();

  @Option(
      names = "--scope",
      paramLabel = "SCOPES",
      description = "SMART scopes, to use fewer than the client has")
  private Optional<String> scope = Optional.empty();

  @Override
  public Integer call() throws Exception {
    ECKey signing = ECKey.parse(Files.readString(key));
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audience)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .jwtID(UUID.randomUUID().toString());
    tenant.ifPresent(name -> claims.claim("tenant", name));
    scope.ifPresent(scopes -> claims.claim("scope", scopes));
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES384)
                .type(JOSEObjectType.JWT)
                .keyID(signing.getKeyID())
                .build(),
            claims.build());
    token.sign(new ECDSASigner(signing));
    spec.commandLine().getOut().println(token.serialize());
    return 0;
  }
}
