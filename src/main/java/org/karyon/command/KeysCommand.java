package org.karyon.command;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the keys of a client that has none of its own yet. */
@Command(
    name = "keys",
    description = {
      "Makes a key pair (P-384) for a client that is tried out.",
      "The private key signs tokens and stays with the client; the key set is for the service."
    },
    mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "where the private key goes; it is never overwritten")
  private Path key = Path.of("");

  @Option(
      names = "--key-set",
      required = true,
      paramLabel = "FILE",
      description = "where the public keys go, as a JSON Web Key Set (RFC 7517)")
  private Path keySet = Path.of("");

  @Override
  public Integer call() throws Exception {
    ECKey made =
        new ECKeyGenerator(Curve.P_384)
            .keyID(UUID.randomUUID().toString())
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(Algorithm.parse(JWSAlgorithm.ES384.getName()))
            .generate();
    if (Files.exists(key)) {
      throw new IllegalArgumentException(
          key + " is there already, and a key is never overwritten.");
    }
    if (key.toAbsolutePath().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(
        key, made.toJSONString(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Files.writeString(keySet, new JWKSet(made).toPublicJWKSet().toString());
    return 0;
  }
}
