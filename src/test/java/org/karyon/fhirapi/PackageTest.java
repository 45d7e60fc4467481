package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;
import org.karyon.fhirapi.packaged.GuidelinePackage;

/** The package is read by the reader of FHIR packages that validators and servers use. */
class PackageTest {

  static final GuidelinePackage PACKAGE =
      new GuidelinePackage(PublishedValidation.ARTIFACTS, PublishedValidation.CANONICALS);

  @Test
  void aReaderOfPackagesFindsEveryArtifact() throws IOException {
    NpmPackage read = NpmPackage.fromPackage(new ByteArrayInputStream(PACKAGE.bytes()));
    assertThat(read.name()).isEqualTo("org.karyon.all-guideline");
    assertThat(read.version()).matches("\\d{4}\\.\\d{1,2}\\.\\d{1,2}-[0-9a-f]+");
    assertThat(read.fhirVersion()).isEqualTo("4.0.1");
    Set<String> urls =
        read.listIndexedResources().stream()
            .map(entry -> entry.getUrl())
            .collect(Collectors.toSet());
    assertThat(urls)
        .containsExactlyInAnyOrderElementsOf(
            PublishedValidation.everyArtifact().stream()
                .map(MetadataResource::getUrl)
                .collect(Collectors.toSet()));
  }

  @Test
  void theSameArtifactsAreTheSameBytes() {
    assertThat(PACKAGE.bytes()).isEqualTo(PACKAGE.bytes());
  }
}
