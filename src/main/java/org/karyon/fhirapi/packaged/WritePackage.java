package org.karyon.fhirapi.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.karyon.fhirapi.knowledge.Artifacts;
import org.karyon.fhirapi.knowledge.CanonicalBase;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.reading.RecordReader;

/** Writes the package of the guideline that is built in; the build calls it. */
public final class WritePackage {

  private WritePackage() {}

  /**
   * Writes the package.
   *
   * @param arguments the path of the file
   * @throws IOException when the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Guideline guideline = GuidelineReader.read(GuidelineFolder.builtIn());
    String base = CanonicalBase.DEFAULT;
    Canonicals canonicals =
        new Canonicals(guideline, base, base.replaceFirst("/fhir$", "/guideline"));
    Artifacts artifacts =
        new Artifacts(canonicals, RecordReader.reads().stream().map(kind -> kind.type()).toList());
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, new GuidelinePackage(artifacts, canonicals).bytes());
  }
}
