package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.ResourceMetadataKeyEnum;
import ca.uhn.fhir.model.valueset.BundleEntryTransactionMethodEnum;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.karyon.fhirapi.knowledge.Artifacts;
import org.karyon.fhirapi.search.ArtifactSearch;
import org.karyon.fhirapi.search.NotApplied;

/** Reading, the one version of an artifact, and searching. */
final class ArtifactReads {

  private final Artifacts artifacts;
  private final ArtifactSearch searches;
  private final Instant since;
  private final Map<String, Long> lengths = new ConcurrentHashMap<>();

  /**
   * Prepares reads.
   *
   * @param since since when this server has had its knowledge
   */
  ArtifactReads(Artifacts artifacts, ArtifactSearch searches, Instant since) {
    this.artifacts = artifacts;
    this.searches = searches;
    this.since = since;
  }

  <R extends MetadataResource> MetadataResource read(Class<R> type, IdType id) {
    R artifact =
        artifacts
            .named(type, id.getIdPart())
            .orElseThrow(
                () ->
                    FhirFailures.notFound(
                        "There is no %s with this id; search /fhir/%s for those that exist."
                            .formatted(type.getSimpleName(), type.getSimpleName())));
    if (id.hasVersionIdPart() && !id.getVersionIdPart().equals(artifact.getMeta().getVersionId())) {
      throw FhirFailures.notFound(
          "This server has one version of the artifact, '%s'."
              .formatted(artifact.getMeta().getVersionId()));
    }
    return served(artifact);
  }

  /** The one version, unless it was here before {@code _since}. */
  <R extends MetadataResource> List<MetadataResource> history(
      Class<R> type, IdType id, RequestDetails request) {
    MetadataResource only = read(type, id);
    Map<String, String[]> asked = AskedParameters.of(request);
    if (!asked.getOrDefault("_count", new String[] {"1"})[0].matches("\\d{1,6}")) {
      throw FhirFailures.invalid(IssueType.VALUE, "_count", "'_count' must be a whole number.");
    }
    boolean later =
        Optional.ofNullable(asked.get("_since"))
            .map(values -> moment(values[0]))
            .filter(since::isBefore)
            .isPresent();
    // What made the version, as every entry of a history says.
    ResourceMetadataKeyEnum.ENTRY_TRANSACTION_METHOD.put(
        only, BundleEntryTransactionMethodEnum.PUT);
    return later ? List.of() : List.of(only);
  }

  private static Instant moment(String written) {
    try {
      return new InstantType(written).getValue().toInstant();
    } catch (IllegalArgumentException | DataFormatException broken) {
      throw FhirFailures.invalid(
          IssueType.VALUE, "_since", "'_since' needs a time such as 2026-11-23T10:00:00Z.");
    }
  }

  /** The library writes into resources while it encodes them, so each answer is a copy. */
  private MetadataResource served(MetadataResource artifact) {
    MetadataResource copy = artifact.copy();
    copy.getMeta().setLastUpdated(Date.from(since));
    return copy;
  }

  /** How long an answer is in JSON, about: as long as the whole artifacts that it is made of. */
  long characters(@Nullable Resource answer) {
    return switch (answer) {
      case null -> 0;
      case Bundle page ->
          page.getEntry().stream().mapToLong(entry -> characters(entry.getResource())).sum();
      case MetadataResource artifact ->
          artifacts
              .named(artifact.getClass(), artifact.getIdElement().getIdPart())
              .map(
                  whole ->
                      lengths.computeIfAbsent(
                          artifact.fhirType() + '/' + whole.getIdElement().getIdPart(),
                          unused -> length(whole)))
              .orElse(0L);
      default -> 0;
    };
  }

  private static long length(MetadataResource artifact) {
    return FhirContext.forR4Cached()
        .newJsonParser()
        .encodeResourceToString(artifact.copy())
        .length();
  }

  <R extends MetadataResource> Bundle search(Class<R> type, RequestDetails request) {
    return search(type, AskedParameters.of(request), Handling.isLenient(request));
  }

  <R extends MetadataResource> Bundle search(
      Class<R> type, Map<String, String[]> asked, boolean lenient) {
    return switch (searches.search(type, asked, lenient, this::served)) {
      case ArtifactSearch.Answer.Found found -> found.page();
      case ArtifactSearch.Answer.Gone unused ->
          throw FhirFailures.of(
              410,
              IssueType.EXPIRED,
              "This page belongs to knowledge that has changed since; search anew.");
      case ArtifactSearch.Answer.Refused refused -> throw refused(refused.parts());
    };
  }

  private static RuntimeException refused(List<NotApplied> parts) {
    List<FhirFailures.Refusal> refusals = new ArrayList<>();
    for (NotApplied part : parts) {
      refusals.add(new FhirFailures.Refusal(part.parameter(), String.valueOf(part.getMessage())));
    }
    return FhirFailures.notSupported(refusals);
  }
}
