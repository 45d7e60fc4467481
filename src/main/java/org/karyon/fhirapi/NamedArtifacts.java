package org.karyon.fhirapi;

import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;
import org.karyon.fhirapi.knowledge.Artifacts;

/** The artifact that an operation is asked about, and the version that the client expects of it. */
final class NamedArtifacts {

  private final Artifacts artifacts;

  NamedArtifacts(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  /** By its id where the operation is called on one, otherwise by its canonical URL. */
  <R extends MetadataResource> R named(
      Class<R> type,
      @Nullable IdType id,
      @Nullable UriType url,
      String parameter,
      @Nullable StringType version) {
    return checked(id == null ? byUrl(type, url) : byId(type, id), parameter, version);
  }

  <R extends MetadataResource> R byId(Class<R> type, IdType id) {
    return artifacts
        .named(type, id.getIdPart())
        .orElseThrow(
            () ->
                FhirFailures.notFound(
                    "There is no %s with this id.".formatted(type.getSimpleName())));
  }

  <R extends MetadataResource> R byUrl(Class<R> type, @Nullable UriType url) {
    if (url == null || url.isEmpty()) {
      throw FhirFailures.invalid(IssueType.REQUIRED, "url", "The parameter 'url' is missing.");
    }
    return known(type, url.getValue())
        .orElseThrow(
            () ->
                FhirFailures.notFound(
                    "There is no %s with this URL and version.".formatted(type.getSimpleName())));
  }

  <R extends MetadataResource> Optional<R> known(Class<R> type, @Nullable String url) {
    return Optional.ofNullable(url).flatMap(asked -> artifacts.canonical(type, asked));
  }

  /** There is one version of each artifact, so that any other is not there. */
  <R extends MetadataResource> R checked(
      R artifact, String parameter, @Nullable StringType version) {
    if (version != null
        && !version.isEmpty()
        && !version.getValue().equals(artifact.getVersion())) {
      throw FhirFailures.notFound(
          "'%s': this server has version '%s' of it and no other."
              .formatted(parameter, artifact.getVersion()));
    }
    return artifact;
  }
}
