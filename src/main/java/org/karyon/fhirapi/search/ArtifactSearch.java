package org.karyon.fhirapi.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.karyon.fhirapi.knowledge.Artifacts;

/**
 * Answers searches with pages that need no memory: the link to the next page says again what is
 * looked for, and of which knowledge.
 */
public final class ArtifactSearch {

  private final Artifacts artifacts;
  private final SearchParameters parameters;
  private final String base;
  private final String version;

  /**
   * Prepares searches.
   *
   * @param artifacts what is searched
   * @param parameters what it can be searched by
   * @param base the address of the FHIR API, without a slash at the end
   * @param version the version of the knowledge
   */
  public ArtifactSearch(
      Artifacts artifacts, SearchParameters parameters, String base, String version) {
    this.artifacts = artifacts;
    this.parameters = parameters;
    this.base = base;
    this.version = version;
  }

  /** What became of a search. */
  public sealed interface Answer {

    /**
     * It was carried out.
     *
     * @param page the page that was asked for
     * @param ignored what was left out because the client allowed it
     */
    record Found(Bundle page, List<NotApplied> ignored) implements Answer {}

    /**
     * It was not, because not all of it can be applied.
     *
     * @param parts which parts
     */
    record Refused(List<NotApplied> parts) implements Answer {}

    /** The page belongs to knowledge that is no longer there. */
    record Gone() implements Answer {}
  }

  /**
   * Searches one kind of artifact.
   *
   * @param type the kind
   * @param asked the parameters as they were sent
   * @param lenient whether what cannot be applied may be left out
   * @param served prepares a copy of an artifact for an answer
   * @param <R> the type of artifact
   * @return the page, with links that hold only what was applied
   */
  public <R extends MetadataResource> Answer search(
      Class<R> type,
      Map<String, String[]> asked,
      boolean lenient,
      UnaryOperator<MetadataResource> served) {
    Search search = Search.of(type.getSimpleName(), parameters.of(type), asked);
    if (!lenient && !search.refused().isEmpty()) {
      return new Answer.Refused(search.refused());
    }
    if (search.knowledge().filter(known -> !known.equals(version)).isPresent()) {
      return new Answer.Gone();
    }
    List<R> found = search.in(artifacts.all(type));
    int from = Math.min(search.offset(), found.size());
    int to = Math.min(from + search.count(), found.size());
    Bundle page = new Bundle();
    page.setType(Bundle.BundleType.SEARCHSET);
    if (search.isTotalWanted()) {
      page.setTotal(found.size());
    }
    String self = link(type, search);
    page.addLink().setRelation("self").setUrl(from == 0 ? self : at(self, from));
    if (search.count() > 0 && to < found.size()) {
      page.addLink().setRelation("next").setUrl(at(self, to));
    }
    if (search.count() > 0 && from > 0) {
      page.addLink().setRelation("previous").setUrl(at(self, Math.max(0, from - search.count())));
    }
    List<R> shown = found.subList(from, to);
    shown.forEach(artifact -> entry(page, served.apply(artifact), SearchEntryMode.MATCH));
    included(shown, search)
        .forEach(artifact -> entry(page, served.apply(artifact), SearchEntryMode.INCLUDE));
    return new Answer.Found(page, search.refused());
  }

  private void entry(Bundle page, MetadataResource artifact, SearchEntryMode mode) {
    Bundle.BundleEntryComponent entry = page.addEntry();
    entry.setFullUrl(base + '/' + artifact.fhirType() + '/' + artifact.getIdElement().getIdPart());
    entry.setResource((Resource) artifact);
    entry.getSearch().setMode(mode);
  }

  private <R extends MetadataResource> List<MetadataResource> included(
      List<R> shown, Search search) {
    Set<String> urls = new LinkedHashSet<>();
    for (SearchParameter include : search.includes()) {
      shown.forEach(
          artifact ->
              include.values().apply(artifact).stream()
                  .map(SearchedValue::order)
                  .forEach(urls::add));
    }
    List<MetadataResource> included = new ArrayList<>();
    for (String url : urls) {
      artifacts.canonical(url).filter(a -> !shown.contains(a)).ifPresent(included::add);
    }
    return included;
  }

  private <R extends MetadataResource> String link(Class<R> type, Search search) {
    List<String> parts = new ArrayList<>();
    search
        .applied()
        .forEach(
            (name, values) ->
                values.forEach(value -> parts.add(encoded(name) + '=' + encoded(value))));
    return base
        + '/'
        + type.getSimpleName()
        + (parts.isEmpty() ? "" : '?' + String.join("&", parts));
  }

  private String at(String self, int offset) {
    return self
        + (self.contains("?") ? '&' : '?')
        + Search.OFFSET
        + '='
        + offset
        + '&'
        + Search.KNOWLEDGE
        + '='
        + encoded(version);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
  }

  /**
   * What a kind of artifact can be searched by.
   *
   * @param type the kind
   * @return its parameters
   */
  public List<SearchParameter> parameters(Class<? extends MetadataResource> type) {
    return parameters.of(type);
  }

  /**
   * The kind of that name.
   *
   * @param name a resource type
   * @return its class, or empty when there are no artifacts of that kind
   */
  public Optional<Class<? extends MetadataResource>> type(String name) {
    return artifacts.types().stream()
        .filter(type -> type.getSimpleName().equals(name))
        .<Class<? extends MetadataResource>>map(type -> type.asSubclass(MetadataResource.class))
        .findFirst();
  }
}
