package org.karyon.chart;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.karyon.facts.DataGap;
import tools.jackson.databind.JsonNode;

/**
 * One patient's record for the length of one request. A resource is only parsed when its kind is
 * asked for, and a broken one costs itself alone.
 */
public final class Chart {

  /** The beginning of the id that a resource without one gets for the length of a request. */
  public static final String UNIDENTIFIED = "without-id-";

  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private final String patientId;
  private final RecordSource source;
  private final Map<ChartKey, Prefetched> pending = new LinkedHashMap<>();
  private final Map<String, JsonNode> raw = new LinkedHashMap<>();
  private final Set<JsonNode> drafts = new LinkedHashSet<>();
  private final Map<Class<?>, List<? extends Resource>> parsed = new HashMap<>();
  private final Map<Class<?>, List<? extends Resource>> parsedDrafts = new HashMap<>();
  private final List<DataGap> gaps = new ArrayList<>();
  private final Map<String, String> unreadable = new LinkedHashMap<>();
  private final Set<String> broken = new LinkedHashSet<>();
  private final IParser parser;
  private int unidentified;

  private Chart(String patientId, RecordSource source) {
    this.patientId = patientId;
    this.source = source;
    this.parser = FHIR.newJsonParser();
    // Lenient about shape, because real clients send objects for arrays; strict about values, which
    // cost their resource.
    this.parser.setParserErrorHandler(new LenientErrorHandler(false));
  }

  /** Makes the FHIR library ready, so that the first clinician does not wait for it. */
  public static void warmUp() {
    FHIR.newJsonParser().parseResource("{\"resourceType\":\"Patient\"}");
  }

  /**
   * Opens the record that a client handed over; what it left out stays missing.
   *
   * @param patientId the patient asked about, a bare id
   * @param keys the parts that are asked for
   * @param prefetch the prefetch object; empty when the client sent none
   * @param drafts the unsigned orders on the screen, a Bundle; empty when there are none
   * @return the record, with what is missing noted
   * @throws ChartUnavailable when a required part is missing or broken
   * @throws ForeignPatient when the Patient resource is another one
   */
  public static Chart open(
      String patientId, List<ChartKey> keys, JsonNode prefetch, JsonNode drafts) {
    return open(
        patientId,
        keys,
        prefetch,
        drafts,
        RecordSource.none("there is no FHIR server to read it from"));
  }

  /**
   * Opens a record. Required parts are read from the source at once when they were not handed over;
   * the other parts only when they are first looked at, which they are not when there is no
   * leukemia.
   *
   * @param patientId the patient asked about, a bare id
   * @param keys the parts that are asked for
   * @param prefetch the prefetch object; empty when the client sent none
   * @param drafts the unsigned orders on the screen, a Bundle; empty when there are none
   * @param source where parts are read that were not handed over
   * @return the record, with what is missing noted
   * @throws ChartUnavailable when a required part is missing or broken
   * @throws ForeignPatient when the Patient resource is another one
   */
  public static Chart open(
      String patientId,
      List<ChartKey> keys,
      JsonNode prefetch,
      JsonNode drafts,
      RecordSource source) {
    Chart chart = new Chart(patientId, source);
    keys.forEach(key -> chart.pending.put(key, Prefetched.read(key, prefetch)));
    chart.settle(keys.stream().filter(ChartKey::required).toList());
    for (JsonNode entry : elements(drafts.path("entry"))) {
      JsonNode resource = entry.path("resource");
      if (resource.isObject()) {
        chart.drafts.add(resource);
      }
    }
    Optional<Patient> patient = chart.patient();
    if (chart.broken().contains("Patient")) {
      throw new ChartUnavailable("patient", "the Patient resource is not valid FHIR");
    }
    if (patient.isEmpty() && !chart.all(Patient.class).isEmpty()) {
      throw new ForeignPatient();
    }
    return chart;
  }

  /** Some clients send the only element of a list without the list. */
  private static Iterable<JsonNode> elements(JsonNode list) {
    return list.isObject() ? List.of(list) : list;
  }

  /**
   * Reads what is still to be read of some parts, all at once, and takes them up in their order.
   */
  private void settle(List<ChartKey> keys) {
    List<PartQuery> queries = keys.stream().flatMap(key -> query(key).stream()).toList();
    Map<ChartKey, ChartPart> read = new HashMap<>();
    if (!queries.isEmpty()) {
      source.read(queries).forEach((query, part) -> read.put(query.key(), part));
    }
    for (ChartKey key : keys) {
      Prefetched handed = Objects.requireNonNull(pending.remove(key));
      add(
          key,
          joined(handed, read.getOrDefault(key, new ChartPart.Missing("it was not asked for"))));
    }
  }

  private Optional<PartQuery> query(ChartKey key) {
    return switch (Objects.requireNonNull(pending.get(key))) {
      case Prefetched.All unused -> Optional.empty();
      case Prefetched.Failed unused -> Optional.empty();
      case Prefetched.FirstPage page -> Optional.of(new PartQuery(key, patientId, page.next()));
      case Prefetched.Nothing unused ->
          Optional.of(new PartQuery(key, patientId, key.query(patientId)));
    };
  }

  private static ChartPart joined(Prefetched handed, ChartPart read) {
    return switch (handed) {
      case Prefetched.All all -> new ChartPart.Whole(all.resources());
      case Prefetched.Failed failed -> new ChartPart.Missing(failed.reason());
      case Prefetched.FirstPage page -> completed(page.resources(), read);
      case Prefetched.Nothing nothing ->
          read instanceof ChartPart.Missing missing
              ? new ChartPart.Missing(nothing.reason() + ", and " + missing.reason())
              : read;
    };
  }

  private static ChartPart completed(List<JsonNode> first, ChartPart rest) {
    return switch (rest) {
      case ChartPart.Whole whole -> new ChartPart.Whole(joined(first, whole.resources()));
      case ChartPart.Partial partial ->
          new ChartPart.Partial(joined(first, partial.resources()), partial.reason());
      case ChartPart.Missing missing ->
          new ChartPart.Partial(first, "only the first page was sent, and " + missing.reason());
    };
  }

  private static List<JsonNode> joined(List<JsonNode> first, List<JsonNode> rest) {
    return Stream.concat(first.stream(), rest.stream()).toList();
  }

  private void add(ChartKey key, ChartPart part) {
    switch (part) {
      case ChartPart.Missing missing -> {
        if (key.required()) {
          throw new ChartUnavailable(key.name(), missing.reason());
        }
        unreadable.put(key.resourceType(), missing.reason());
        note(
            key,
            "This part of the record could not be read: "
                + missing.reason()
                + ". What it would tell counts as unknown.");
      }
      case ChartPart.Partial partial -> {
        partial.resources().forEach(this::take);
        unreadable.put(key.resourceType(), partial.reason());
        note(
            key,
            "This part of the record is incomplete: "
                + partial.reason()
                + ". What was not read counts as unknown.");
      }
      case ChartPart.Whole whole -> whole.resources().forEach(this::take);
    }
  }

  private void note(ChartKey key, String message) {
    gaps.add(new DataGap(DataGap.Kind.NOT_READ, key.name(), message));
  }

  private void take(JsonNode resource) {
    raw.merge(identity(resource), resource, Chart::newer);
  }

  /** A resource that changed between two pages is taken as it became. */
  private static JsonNode newer(JsonNode one, JsonNode other) {
    return updated(other).isAfter(updated(one)) ? other : one;
  }

  private static Instant updated(JsonNode resource) {
    try {
      String time = resource.path("meta").path("lastUpdated").asString("");
      return time.isEmpty() ? Instant.MIN : OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException unreadable) {
      return Instant.MIN;
    }
  }

  /**
   * Two keys may carry the same resource; one without an id can only be told apart by its content.
   */
  private static String identity(JsonNode resource) {
    String id = resource.path("id").asString("");
    String type = resource.path("resourceType").asString("");
    return id.isEmpty() ? type + ' ' + resource : type + '/' + id;
  }

  /**
   * The resources of one kind that belong to this patient and can be read.
   *
   * @param type the class of the resource
   * @param <R> the type of the resource
   * @return the resources, in the order in which they arrived
   */
  public <R extends Resource> List<R> all(Class<R> type) {
    if (pending.keySet().stream()
        .anyMatch(key -> key.resourceType().equals(type.getSimpleName()))) {
      settle(List.copyOf(pending.keySet()));
    }
    return once(type, raw.values(), parsed);
  }

  /** A resource is parsed once, so that what is wrong with it is said once. */
  @SuppressWarnings("unchecked") // The map holds for each class a list of that class.
  private <R extends Resource> List<R> once(
      Class<R> type, Collection<JsonNode> nodes, Map<Class<?>, List<? extends Resource>> known) {
    List<? extends Resource> read = known.get(type);
    if (read == null) {
      read = parse(type, nodes);
      known.put(type, read);
    }
    return (List<R>) read;
  }

  /**
   * The patient.
   *
   * @return the Patient resource of the context, or empty when the client has none
   */
  public Optional<Patient> patient() {
    return all(Patient.class).stream()
        .filter(patient -> !patient.hasId() || patientId.equals(patient.getIdElement().getIdPart()))
        .findFirst();
  }

  /**
   * Notes a resource that was parsed and turned out not to be usable; its silence means nothing.
   *
   * @param resource the resource
   * @param message what is wrong, in plain words
   */
  public void setAside(Resource resource, String message) {
    broken.add(resource.fhirType());
    gaps.add(
        new DataGap(
            DataGap.Kind.NOT_READ,
            resource.fhirType() + '/' + resource.getIdElement().getIdPart(),
            message));
  }

  /**
   * What could not be used so far.
   *
   * @return parts and resources, in the order in which they were met
   */
  public List<DataGap> gaps() {
    return List.copyOf(gaps);
  }

  /**
   * The kinds of resource that are missing or incomplete, of those that were looked at.
   *
   * @return resource types
   */
  public Set<String> unreadable() {
    return Set.copyOf(unreadable.keySet());
  }

  /**
   * Why a kind of resource is missing or incomplete.
   *
   * @param resourceType the kind
   * @return the reason; empty when it was read as a whole or not looked at
   */
  public Optional<String> whyUnreadable(String resourceType) {
    return Optional.ofNullable(unreadable.get(resourceType));
  }

  /**
   * The kinds of resource of which at least one was broken.
   *
   * @return resource types
   */
  public Set<String> broken() {
    return Set.copyOf(broken);
  }

  /**
   * The unsigned orders of one kind on the screen; they are in no record yet.
   *
   * @param type the class of the resource
   * @param <R> the type of the resource
   * @return the drafts, in the order in which they arrived
   */
  public <R extends Resource> List<R> drafts(Class<R> type) {
    return once(type, drafts, parsedDrafts);
  }

  /**
   * The unsigned orders as the client sent them.
   *
   * @return the JSON of each draft that can be told apart from the others, by its name as {@code
   *     Type/id}
   */
  public Map<String, JsonNode> draftsByReference() {
    Map<String, JsonNode> named = new LinkedHashMap<>();
    Set<String> several = new LinkedHashSet<>();
    for (JsonNode draft : drafts) {
      // A draft is only handed back as it was sent.
      if (draft.has("id")
          && !UnreadNumber.isIn(draft)
          && named.put(identity(draft), draft) != null) {
        several.add(identity(draft));
      }
    }
    named.keySet().removeAll(several);
    return named;
  }

  /**
   * The unsigned orders of all other kinds.
   *
   * @param types the kinds that are read
   * @return the names of the drafts of other kinds, for example {@code NutritionOrder/7}
   */
  public List<String> draftsOtherThan(Set<Class<? extends Resource>> types) {
    Set<String> read = types.stream().map(Class::getSimpleName).collect(Collectors.toSet());
    return drafts.stream()
        .filter(draft -> !read.contains(draft.path("resourceType").asString("")))
        .map(SafeReference::of)
        .toList();
  }

  private <R extends Resource> List<R> parse(Class<R> type, Collection<JsonNode> nodes) {
    List<R> resources = new ArrayList<>();
    for (JsonNode node : nodes) {
      if (node.path("resourceType").asString("").equals(type.getSimpleName())) {
        parse(type, node).ifPresent(resources::add);
      }
    }
    return List.copyOf(resources);
  }

  private <R extends Resource> Optional<R> parse(Class<R> type, JsonNode node) {
    String name = SafeReference.of(node);
    if (!PatientCompartment.holds(node, patientId)) {
      gaps.add(
          new DataGap(
              DataGap.Kind.NOT_READ,
              name,
              "This resource belongs to another patient and was left out."));
      return Optional.empty();
    }
    Optional<R> whole = UnreadNumber.isIn(node) ? Optional.empty() : parsed(type, node, parser);
    return whole.or(() -> withoutBadValues(type, node, name)).or(() -> lost(type, name, node));
  }

  private <R extends Resource> Optional<R> parsed(Class<R> type, JsonNode node, IParser parser) {
    try {
      R resource = parser.parseResource(type, node.toString());
      if (!resource.hasId() && type != Patient.class) {
        // Findings are told apart by their resource, also where a server leaves the id out.
        unidentified++;
        resource.setId(UNIDENTIFIED + unidentified);
      }
      return Optional.of(resource);
    } catch (DataFormatException | IllegalArgumentException | ClassCastException invalid) {
      return Optional.empty();
    }
  }

  /**
   * A bad date must not hide that there is a leukemia, who the patient is, or which drug is about
   * to be signed; of any other resource a value that cannot be read makes the whole resource
   * unsafe.
   */
  private <R extends Resource> Optional<R> withoutBadValues(
      Class<R> type, JsonNode node, String name) {
    if (type != Patient.class && type != Condition.class && !drafts.contains(node)) {
      return Optional.empty();
    }
    IParser forgiving = FHIR.newJsonParser();
    forgiving.setParserErrorHandler(new LenientErrorHandler(false).disableAllErrors());
    Optional<R> read = parsed(type, UnreadNumber.takenOutOf(node), forgiving);
    read.ifPresent(
        unused ->
            gaps.add(
                new DataGap(
                    DataGap.Kind.NOT_READ,
                    name,
                    "A value in this resource is not valid FHIR and was ignored; the rest was"
                        + " read.")));
    return read;
  }

  private <R extends Resource> Optional<R> lost(Class<R> type, String name, JsonNode node) {
    broken.add(type.getSimpleName());
    gaps.add(
        new DataGap(
            DataGap.Kind.NOT_READ,
            name,
            UnreadNumber.isIn(node)
                ? "A number in this resource has more digits or a larger exponent than are read,"
                    + " and the resource was left out; what it says is unknown."
                : "This resource is not valid FHIR and was left out; what it says is unknown."));
    return Optional.empty();
  }
}
