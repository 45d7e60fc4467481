package org.karyon.fhirapi.search;

import static org.karyon.fhirapi.search.SearchParameter.Kind.DATE;
import static org.karyon.fhirapi.search.SearchParameter.Kind.REFERENCE;
import static org.karyon.fhirapi.search.SearchParameter.Kind.STRING;
import static org.karyon.fhirapi.search.SearchParameter.Kind.TOKEN;
import static org.karyon.fhirapi.search.SearchParameter.Kind.URI;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.UsageContext;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** What each kind of artifact can be searched by (FHIR R4, search parameters of each resource). */
public final class SearchParameters {

  private static final String R4 = "http://hl7.org/fhir/SearchParameter/";

  private final Instant since;

  /**
   * The parameters of a server.
   *
   * @param since since when this server has had its knowledge
   */
  public SearchParameters(Instant since) {
    this.since = since;
  }

  /**
   * The parameters of one kind of artifact.
   *
   * @param type a resource class
   * @return the parameters, in a fixed order
   */
  public List<SearchParameter> of(Class<? extends MetadataResource> type) {
    String kind = type.getSimpleName();
    List<SearchParameter> all = new ArrayList<>();
    all.add(
        new SearchParameter(
            "_id",
            TOKEN,
            "Logical id",
            R4 + "Resource-id",
            a -> code(a.getIdElement().getIdPart())));
    all.add(
        new SearchParameter(
            "_lastUpdated",
            DATE,
            "Since when this server has had the artifact",
            R4 + "Resource-lastUpdated",
            a -> List.of(new SearchedValue.Time(since, since.plusMillis(1)))));
    all.add(
        new SearchParameter(
            "_tag", TOKEN, "Tags", R4 + "Resource-tag", a -> codings(a.getMeta().getTag())));
    all.add(
        new SearchParameter(
            "_security",
            TOKEN,
            "Security labels",
            R4 + "Resource-security",
            a -> codings(a.getMeta().getSecurity())));
    all.add(
        new SearchParameter(
            "_profile",
            URI,
            "Profiles that are claimed",
            R4 + "Resource-profile",
            a -> canonicals(a.getMeta().getProfile().stream())));
    all.add(own(kind, "url", URI, "Canonical URL", a -> text(a.getUrl())));
    all.add(own(kind, "version", TOKEN, "Business version", a -> code(a.getVersion())));
    all.add(own(kind, "name", STRING, "Computer name", a -> text(a.getName())));
    all.add(own(kind, "title", STRING, "Title", a -> text(a.getTitle())));
    all.add(own(kind, "status", TOKEN, "Publication status", SearchParameters::status));
    all.add(own(kind, "date", DATE, "Date of the edition", SearchParameters::date));
    all.add(own(kind, "publisher", STRING, "Publisher", a -> text(a.getPublisher())));
    all.add(own(kind, "description", STRING, "Description", a -> text(a.getDescription())));
    all.add(own(kind, "context", TOKEN, "What it is about", SearchParameters::contexts));
    all.add(
        own(
            kind,
            "context-type",
            TOKEN,
            "In which way it is about that",
            a -> codings(a.getUseContext().stream().map(UsageContext::getCode).toList())));
    all.addAll(special(kind));
    return List.copyOf(all);
  }

  private static List<SearchParameter> special(String kind) {
    return switch (kind) {
      case "PlanDefinition" ->
          List.of(
              own(kind, "depends-on", REFERENCE, "The Library", SearchParameters::libraries),
              own(
                  kind,
                  "definition",
                  REFERENCE,
                  "Definitions that its actions name",
                  a -> canonicals(definitions(((PlanDefinition) a).getAction()))));
      case "ActivityDefinition", "Library" ->
          List.of(own(kind, "depends-on", REFERENCE, "The Library", SearchParameters::libraries));
      case "CodeSystem" ->
          List.of(
              own(kind, "system", URI, "The system of its codes", a -> text(a.getUrl())),
              own(
                  kind,
                  "code",
                  TOKEN,
                  "A code that it defines",
                  a ->
                      ((CodeSystem) a)
                          .getConcept().stream()
                              .flatMap(c -> code(c.getCode()).stream())
                              .toList()));
      case "ValueSet" ->
          List.of(
              own(
                  kind,
                  "reference",
                  URI,
                  "A code system that it includes",
                  a ->
                      includes((ValueSet) a)
                          .map(ConceptSetComponent::getSystem)
                          .flatMap(s -> text(s).stream())
                          .toList()),
              own(
                  kind,
                  "code",
                  TOKEN,
                  "A code that it lists",
                  a ->
                      includes((ValueSet) a)
                          .flatMap(
                              include ->
                                  include.getConcept().stream()
                                      .<SearchedValue>map(
                                          concept ->
                                              new SearchedValue.Code(
                                                  Optional.of(include.getSystem()),
                                                  concept.getCode())))
                          .toList()));
      default -> List.of();
    };
  }

  private static SearchParameter own(
      String kind,
      String name,
      SearchParameter.Kind compared,
      String meaning,
      Function<MetadataResource, List<SearchedValue>> values) {
    boolean conformance =
        Map.of(
                "CodeSystem",
                true,
                "ValueSet",
                true,
                "ConceptMap",
                true,
                "OperationDefinition",
                true)
            .containsKey(kind);
    String definition =
        conformance && !name.equals("depends-on") ? "conformance-" + name : kind + "-" + name;
    return new SearchParameter(name, compared, meaning, R4 + definition, values);
  }

  private static Stream<ConceptSetComponent> includes(ValueSet set) {
    return set.getCompose().getInclude().stream();
  }

  private static List<SearchedValue> libraries(MetadataResource artifact) {
    return switch (artifact) {
      case PlanDefinition plan -> canonicals(plan.getLibrary().stream());
      case ActivityDefinition activity -> canonicals(activity.getLibrary().stream());
      case Library library ->
          canonicals(
              library.getRelatedArtifact().stream()
                  .filter(related -> related.hasResource() && related.hasType())
                  .filter(related -> related.getType().toCode().equals("depends-on"))
                  .map(related -> related.getResourceElement()));
      default -> List.of();
    };
  }

  private static Stream<CanonicalType> definitions(List<PlanDefinitionActionComponent> actions) {
    return actions.stream()
        .flatMap(
            action ->
                Stream.concat(
                    action.getDefinition() instanceof CanonicalType definition
                        ? Stream.of(definition)
                        : Stream.empty(),
                    definitions(action.getAction())));
  }

  private static List<SearchedValue> canonicals(Stream<CanonicalType> canonicals) {
    return canonicals
        .map(PrimitiveType::getValue)
        .<SearchedValue>map(SearchedValue.Text::new)
        .distinct()
        .toList();
  }

  private static List<SearchedValue> contexts(MetadataResource artifact) {
    return codings(
        artifact.getUseContext().stream()
            .filter(UsageContext::hasValueCodeableConcept)
            .flatMap(context -> context.getValueCodeableConcept().getCoding().stream())
            .toList());
  }

  private static List<SearchedValue> codings(List<Coding> codings) {
    return codings.stream()
        .<SearchedValue>map(
            coding ->
                new SearchedValue.Code(Optional.ofNullable(coding.getSystem()), coding.getCode()))
        .toList();
  }

  private static List<SearchedValue> code(String code) {
    return List.of(new SearchedValue.Code(Optional.empty(), code));
  }

  private static List<SearchedValue> status(MetadataResource artifact) {
    return List.of(
        new SearchedValue.Bound(artifact.getStatus().getSystem(), artifact.getStatus().toCode()));
  }

  private static List<SearchedValue> text(String text) {
    return text == null || text.isEmpty() ? List.of() : List.of(new SearchedValue.Text(text));
  }

  private static List<SearchedValue> date(MetadataResource artifact) {
    if (!artifact.hasDate()) {
      return List.of();
    }
    LocalDate day =
        LocalDate.parse(
            artifact.getDateElement().getValueAsString().substring(0, 10).toLowerCase(Locale.ROOT));
    return List.of(
        new SearchedValue.Time(
            day.atStartOfDay(ZoneOffset.UTC).toInstant(),
            day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }
}
