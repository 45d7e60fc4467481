package org.karyon.fhirapi.packaged;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.karyon.fhirapi.knowledge.Artifacts;
import org.karyon.fhirapi.knowledge.Canonicals;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The artifacts as a FHIR package (confluence.hl7.org, NPM Package Specification): a gzipped tar
 * with the folder {@code package}, its manifest, its index, and one file for each artifact. The
 * same bytes for the same artifacts.
 */
public final class GuidelinePackage {

  /** The name of the package. */
  public static final String NAME = "org.karyon.all-guideline";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private final Artifacts artifacts;
  private final Canonicals canonicals;

  /**
   * Prepares the package of some artifacts.
   *
   * @param artifacts the artifacts
   * @param canonicals the names under which they are published
   */
  public GuidelinePackage(Artifacts artifacts, Canonicals canonicals) {
    this.artifacts = artifacts;
    this.canonicals = canonicals;
  }

  /**
   * The version of the package, as npm orders versions: the day of the edition, and what tells one
   * reading of the same edition from another.
   *
   * @return for example {@code 2025.11.19-2a18598dead9}
   */
  public String version() {
    LocalDate edition = LocalDate.parse(canonicals.guideline().source().edition());
    String whole = canonicals.guideline().version();
    String fingerprint = whole.substring(whole.indexOf('+') + 1).replaceAll("[^A-Za-z0-9-]", "-");
    return "%d.%d.%d-%s"
        .formatted(
            edition.getYear(), edition.getMonthValue(), edition.getDayOfMonth(), fingerprint);
  }

  /**
   * Writes the package.
   *
   * @return a gzipped tar
   */
  public byte[] bytes() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    ObjectNode index = JSON.createObjectNode().put("index-version", 2);
    ArrayNode listed = index.putArray("files");
    for (Class<?> type : artifacts.types()) {
      for (MetadataResource artifact : artifacts.all(type.asSubclass(MetadataResource.class))) {
        MetadataResource copy = artifact.copy();
        String id = copy.getIdElement().getIdPart();
        String name = copy.fhirType() + '-' + id + ".json";
        files.put(name, encoded(copy));
        listed
            .addObject()
            .put("filename", name)
            .put("resourceType", copy.fhirType())
            .put("id", id)
            .put("url", copy.getUrl())
            .put("version", copy.getVersion());
      }
    }
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("package.json", bytes(manifest()));
    all.put(".index.json", bytes(index));
    all.putAll(files);
    return archive(all);
  }

  private static byte[] encoded(MetadataResource artifact) {
    return FHIR.newJsonParser().encodeResourceToString(artifact).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toPrettyString().getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode manifest() {
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("name", NAME);
    manifest.put("version", version());
    manifest.put("canonical", canonicals.base());
    manifest.put("url", canonicals.base());
    manifest.put("title", canonicals.guideline().source().title());
    manifest.put(
        "description", "The guideline as Karyon reads it, " + canonicals.guideline().version());
    manifest.put("author", "Karyon");
    manifest.put("license", "Apache-2.0");
    manifest.put("type", "fhir.ig");
    manifest.putArray("fhirVersions").add("4.0.1");
    manifest.putArray("fhir-version-list").add("4.0.1");
    manifest.putObject("dependencies").put("hl7.fhir.r4.core", "4.0.1");
    return manifest;
  }

  private static byte[] archive(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(bytes), StandardCharsets.UTF_8.name())) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry("package/" + file.getKey());
        entry.setSize(file.getValue().length);
        // No time of writing, so that the same artifacts are the same bytes.
        entry.setModTime(0L);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException unforeseen) {
      throw new UncheckedIOException("A package could not be written to memory", unforeseen);
    }
    return bytes.toByteArray();
  }
}
