package org.karyon.fhirapi;

import ca.uhn.fhir.model.api.annotation.Description;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.StringOrListParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.UriOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.UsageContext;
import org.jspecify.annotations.Nullable;
import org.karyon.fhirapi.knowledge.Artifacts;

/**
 * Reads and searches the artifacts of one kind (FHIR R4, canonical resources).
 *
 * @param <R> the type of artifact
 */
public final class ArtifactProvider<R extends MetadataResource> implements IResourceProvider {

  private final Class<R> type;
  private final Artifacts artifacts;

  ArtifactProvider(Class<R> type, Artifacts artifacts) {
    this.type = type;
    this.artifacts = artifacts;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return type;
  }

  /**
   * Reads one artifact.
   *
   * @param id its id
   * @return the artifact
   */
  @Read
  public IBaseResource read(@IdParam IdType id) {
    return artifacts
        .named(type, id.getIdPart())
        .orElseThrow(
            () ->
                FhirFailures.notFound(
                    "There is no %s with this id; search /fhir/%s for those that exist."
                        .formatted(type.getSimpleName(), type.getSimpleName())))
        .copy();
  }

  /**
   * Searches the artifacts; all criteria must hold, and of several values of one criterion any.
   *
   * @param id ids
   * @param url canonical URLs, exact
   * @param version business versions, exact
   * @param name computer names: beginnings, {@code :exact} or {@code :contains}
   * @param title titles: likewise
   * @param status publication states
   * @param context codes of what the content is about
   * @return the artifacts, in the guideline's order
   */
  @Search
  public IBundleProvider search(
      @Description(shortDefinition = "Logical id") @OptionalParam(name = "_id")
          @Nullable TokenOrListParam id,
      @Description(shortDefinition = "Canonical URL") @OptionalParam(name = "url")
          @Nullable UriOrListParam url,
      @Description(shortDefinition = "Business version") @OptionalParam(name = "version")
          @Nullable TokenOrListParam version,
      @Description(shortDefinition = "Computer name") @OptionalParam(name = "name")
          @Nullable StringOrListParam name,
      @Description(shortDefinition = "Title") @OptionalParam(name = "title")
          @Nullable StringOrListParam title,
      @Description(shortDefinition = "Publication status") @OptionalParam(name = "status")
          @Nullable TokenOrListParam status,
      @Description(shortDefinition = "What it is about") @OptionalParam(name = "context")
          @Nullable TokenOrListParam context) {
    Predicate<R> matching =
        tokens(
            id, (artifact, token) -> token.getValue().equals(artifact.getIdElement().getIdPart()));
    matching =
        matching
            .and(urls(url))
            .and(tokens(version, (artifact, t) -> t.getValue().equals(artifact.getVersion())))
            .and(strings(name, MetadataResource::getName))
            .and(strings(title, MetadataResource::getTitle))
            .and(
                tokens(status, (artifact, t) -> t.getValue().equals(artifact.getStatus().toCode())))
            .and(tokens(context, ArtifactProvider::isAbout));
    return new ArtifactList(artifacts.all(type).stream().filter(matching).toList());
  }

  private interface Match<R> {
    boolean holds(R artifact, TokenParam token);
  }

  private interface Text<R> {
    String of(R artifact);
  }

  private static <R> Predicate<R> tokens(@Nullable TokenOrListParam tokens, Match<R> match) {
    return artifact ->
        tokens == null
            || tokens.getValuesAsQueryTokens().stream()
                .anyMatch(token -> match.holds(artifact, token));
  }

  private static <R extends MetadataResource> Predicate<R> urls(@Nullable UriOrListParam urls) {
    return artifact ->
        urls == null
            || urls.getValuesAsQueryTokens().stream()
                .anyMatch(url -> url.getValue().equals(artifact.getUrl()));
  }

  private static <R> Predicate<R> strings(@Nullable StringOrListParam texts, Text<R> text) {
    return artifact ->
        texts == null
            || texts.getValuesAsQueryTokens().stream()
                .anyMatch(asked -> matches(asked, text.of(artifact)));
  }

  private static boolean matches(StringParam asked, String text) {
    if (asked.isExact()) {
      return text.equals(asked.getValue());
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String begins = asked.getValue().toLowerCase(Locale.ROOT);
    return asked.isContains() ? lower.contains(begins) : lower.startsWith(begins);
  }

  private static boolean isAbout(MetadataResource artifact, TokenParam token) {
    return artifact.getUseContext().stream()
        .filter(UsageContext::hasValueCodeableConcept)
        .map(UsageContext::getValueCodeableConcept)
        .map(CodeableConcept::getCoding)
        .flatMap(List::stream)
        .anyMatch(coding -> isMeant(coding, token));
  }

  private static boolean isMeant(Coding coding, TokenParam token) {
    return token.getValue().equals(coding.getCode())
        && (token.getSystem() == null || token.getSystem().equals(coding.getSystem()));
  }
}
