package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.npm.NpmPackage;

/**
 * The packages of the profiles that answers claim, as the registry of npm has them. They are
 * fetched once into {@code target}; where that is not possible nothing is held against them, and a
 * test says so.
 */
final class ProfilePackages {

  static final String GENOMICS_REPORTING = "hl7.fhir.uv.genomics-reporting";
  private static final String VERSION = "3.0.0";
  private static final String SHA_512 =
      "5cd8da5b167b649de96fb16e33136a8068cfb6cb228180032cd10e7006115769"
          + "e22c004231aa437488cfcbe7b14df08264677a48ebaf7b3362cdb0ad0337b720";

  private static final Path FOLDER = Path.of("target", "profiles");

  private ProfilePackages() {}

  /** The profiles, value sets and code systems of Genomics Reporting; empty without the package. */
  static Optional<PrePopulatedValidationSupport> genomicsReporting(FhirContext fhir) {
    Path file = FOLDER.resolve(GENOMICS_REPORTING + '-' + VERSION + ".tgz");
    try {
      if (!Files.exists(file)) {
        fetch(GENOMICS_REPORTING + '@' + VERSION, file);
      }
      return Files.exists(file)
          ? Optional.of(read(Files.readAllBytes(file), fhir))
          : Optional.empty();
    } catch (IOException unreachable) {
      return Optional.empty();
    }
  }

  /** Into a folder of its own first, because tests run beside each other. */
  private static void fetch(String name, Path file) throws IOException {
    Files.createDirectories(FOLDER);
    Path folder = Files.createTempDirectory(FOLDER, "fetched");
    Process npm =
        new ProcessBuilder("npm", "pack", "--silent", name)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!npm.waitFor(60, TimeUnit.SECONDS)) {
        npm.destroy();
      } else if (npm.exitValue() == 0) {
        Files.move(folder.resolve(file.getFileName()), file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static PrePopulatedValidationSupport read(byte[] bytes, FhirContext fhir)
      throws IOException {
    if (!SHA_512.equals(digest(bytes))) {
      throw new IllegalStateException("The package is not the one that was looked at.");
    }
    PrePopulatedValidationSupport support = new PrePopulatedValidationSupport(fhir);
    NpmPackage files = NpmPackage.fromPackage(new ByteArrayInputStream(bytes));
    for (NpmPackage.PackagedResourceFile file : files.listAllResources(files.getTypes().keySet())) {
      switch (resource(files, file, fhir)) {
        case StructureDefinition profile -> support.addStructureDefinition(profile);
        case ValueSet set -> support.addValueSet(set);
        case CodeSystem system -> support.addCodeSystem(system);
        case Resource other -> {}
      }
    }
    return support;
  }

  private static Resource resource(
      NpmPackage files, NpmPackage.PackagedResourceFile file, FhirContext fhir) {
    try {
      return (Resource)
          fhir.newJsonParser().parseResource(files.load("package", file.getFilename()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
