package org.karyon.fhirapi.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.MetadataResource;

/** Every knowledge artifact, made once from the guideline; the same for the same guideline. */
public final class Artifacts {

  private final Map<Class<?>, Map<String, MetadataResource>> byType = new LinkedHashMap<>();

  /**
   * Makes the artifacts.
   *
   * @param canonicals the guideline and the names under which it is published
   * @param resourceTypes the kinds of resource that facts are read from
   */
  public Artifacts(Canonicals canonicals, List<String> resourceTypes) {
    List<MetadataResource> all = new ArrayList<>(new Plans(canonicals).all());
    all.addAll(new OrderableActivities(canonicals).all());
    all.add(new LogicLibrary(canonicals, resourceTypes).library());
    all.addAll(new CodeSystems(canonicals).all());
    all.addAll(new ValueSets(canonicals).all());
    all.add(new CodesToFacts(canonicals).map());
    all.add(new ClinicianQuestions(canonicals).questionnaire());
    all.addAll(new OperationDefinitions(canonicals).all());
    for (MetadataResource artifact : all) {
      byType
          .computeIfAbsent(artifact.getClass(), unused -> new LinkedHashMap<>())
          .put(artifact.getIdElement().getIdPart(), artifact);
    }
  }

  /**
   * The kinds of artifact that there are.
   *
   * @return resource classes
   */
  public Collection<Class<?>> types() {
    return List.copyOf(byType.keySet());
  }

  /**
   * The artifacts of one kind.
   *
   * @param type a resource class
   * @param <R> the type of artifact
   * @return the artifacts, in the guideline's order; they are shared and must not be changed
   */
  @SuppressWarnings("unchecked") // The map holds for each class artifacts of that class.
  public <R extends MetadataResource> List<R> all(Class<R> type) {
    return List.copyOf((Collection<R>) byType.getOrDefault(type, Map.of()).values());
  }

  /**
   * One artifact by its id.
   *
   * @param type a resource class
   * @param id its id
   * @param <R> the type of artifact
   * @return the artifact, or empty when there is none
   */
  @SuppressWarnings("unchecked") // The map holds for each class artifacts of that class.
  public <R extends MetadataResource> Optional<R> named(Class<R> type, String id) {
    return Optional.ofNullable((R) byType.getOrDefault(type, Map.of()).get(id));
  }

  /**
   * One artifact by its canonical URL.
   *
   * @param type a resource class
   * @param url its URL; a version after {@code |} must be the version that there is
   * @param <R> the type of artifact
   * @return the artifact, or empty when there is none
   */
  public <R extends MetadataResource> Optional<R> canonical(Class<R> type, String url) {
    return all(type).stream()
        .filter(
            artifact ->
                url.equals(artifact.getUrl())
                    || url.equals(artifact.getUrl() + '|' + artifact.getVersion()))
        .findFirst();
  }

  /**
   * One artifact of any kind by its canonical URL.
   *
   * @param url its URL; a version after {@code |} must be the version that there is
   * @return the artifact, or empty when there is none
   */
  public Optional<MetadataResource> canonical(String url) {
    return byType.values().stream()
        .flatMap(ofType -> ofType.values().stream())
        .filter(
            artifact ->
                url.equals(artifact.getUrl())
                    || url.equals(artifact.getUrl() + '|' + artifact.getVersion()))
        .findFirst();
  }
}
