package org.karyon.chart;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.chart.resource.Observation;
import org.karyon.chart.resource.Patient;
import org.karyon.chart.resource.PlainNumber;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.facts.DataGap;
import tools.jackson.databind.JsonNode;

/**
 * One patient's record for the length of one request, settled before it is read; it never changes.
 *
 * <p>An opened chart holds the parts without which nothing can be said: who the patient is, and the
 * problem list. {@link #settled()} is the chart with all other parts, which is only needed when
 * there is a leukemia.
 */
public final class Chart {

  /** The beginning of the id that a resource without one gets for the length of a request. */
  public static final String UNIDENTIFIED = "without-id-";

  private static final Set<String> NEEDED =
      Set.of(ResourceKind.PATIENT.type(), ResourceKind.CONDITION.type());

  private final Subject subject;
  private final RecordSource source;
  private final Map<ChartKey, Prefetched> open;
  private final Settlement settlement;
  private final JsonNode screen;
  private final Map<String, List<Arrived>> record;
  private final List<Arrived> drafts;
  private final IdentityHashMap<JsonNode, String> leftOut;

  private Chart(
      Subject subject,
      RecordSource source,
      Map<ChartKey, Prefetched> open,
      JsonNode screen,
      Settlement settlement) {
    this.subject = subject;
    this.source = source;
    this.open = open;
    this.screen = screen;
    this.settlement = settlement;
    List<Arrived> arrived = Arrived.all(settlement.resources(), 0);
    this.record = arrived.stream().collect(Collectors.groupingBy(Arrived::type));
    this.drafts = Arrived.all(new LinkedHashSet<>(BundleEntries.of(screen)), arrived.size());
    this.leftOut = new IdentityHashMap<>();
    TextBudget.beyond(inTheOrderOfNeed(arrived, drafts).map(Arrived::json).toList())
        .forEach(resource -> leftOut.put(resource, Gathering.BEYOND_BUDGET));
  }

  private Chart(Chart whole, Collection<JsonNode> atFault) {
    this.subject = whole.subject;
    this.source = whole.source;
    this.open = whole.open;
    this.screen = whole.screen;
    this.settlement = whole.settlement;
    this.record = whole.record;
    this.drafts = whole.drafts;
    this.leftOut = new IdentityHashMap<>(whole.leftOut);
    atFault.forEach(resource -> leftOut.put(resource, Gathering.AT_FAULT));
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
        Subject.of(patientId, Optional.empty(), prefetch, drafts),
        keys,
        prefetch,
        drafts,
        RecordSource.none("there is no FHIR server to read it from"));
  }

  /**
   * Opens a record. The patient, the problem list and all required parts are read from the source
   * when they were not handed over.
   *
   * @param subject the patient asked about
   * @param keys the parts that are asked for
   * @param prefetch the prefetch object; empty when the client sent none
   * @param drafts the unsigned orders on the screen, a Bundle; empty when there are none
   * @param source where parts are read that were not handed over
   * @return the record, with what is missing noted
   * @throws ChartUnavailable when a required part is missing or broken
   * @throws ForeignPatient when the Patient resource is another one
   */
  public static Chart open(
      Subject subject,
      List<ChartKey> keys,
      JsonNode prefetch,
      JsonNode drafts,
      RecordSource source) {
    Map<ChartKey, Prefetched> needed = new LinkedHashMap<>();
    Map<ChartKey, Prefetched> open = new LinkedHashMap<>();
    for (ChartKey key : keys) {
      boolean now = key.required() || NEEDED.contains(key.resourceType());
      (now ? needed : open).put(key, Prefetched.read(key, prefetch));
    }
    Settlement settlement = new Settlement(subject.id(), source);
    settlement.settle(needed);
    Chart chart = new Chart(subject, source, open, drafts, settlement);
    chart.isOfThePatient();
    return chart;
  }

  /** Who the patient is and has, what is being ordered, and then the rest. */
  private static Stream<Arrived> inTheOrderOfNeed(List<Arrived> record, List<Arrived> drafts) {
    Map<Boolean, List<Arrived>> needed =
        record.stream().collect(Collectors.partitioningBy(one -> NEEDED.contains(one.type())));
    return Stream.of(
            needed.getOrDefault(true, List.of()), drafts, needed.getOrDefault(false, List.of()))
        .flatMap(List::stream);
  }

  private void isOfThePatient() {
    ReadResources<Patient> patients = all(ResourceKind.PATIENT);
    if (patients.isBroken()) {
      throw new ChartUnavailable("patient", "the Patient resource is not valid FHIR");
    }
    if (patient(patients).isEmpty() && !patients.resources().isEmpty()) {
      throw new ForeignPatient();
    }
  }

  /** Some clients send the only element of a list without the list. */
  private static List<JsonNode> resources(JsonNode bundle) {
    JsonNode entries = bundle.path("entry");
    Set<JsonNode> drafts = new LinkedHashSet<>();
    for (JsonNode entry : entries.isObject() ? List.of(entries) : entries) {
      if (entry.path("resource").isObject()) {
        drafts.add(entry.path("resource"));
      }
    }
    return List.copyOf(drafts);
  }

  /**
   * The record with every part, read from the source where it was not handed over.
   *
   * @return this chart when it holds every part already, else a new one
   */
  public Chart settled() {
    if (open.isEmpty()) {
      return this;
    }
    Settlement whole = new Settlement(subject.id(), source, settlement);
    whole.settle(open);
    return new Chart(subject, source, Map.of(), screen, whole);
  }

  /**
   * The resources that are read, of the record and the drafts, without the patient, as they
   * arrived.
   *
   * @param first the references of those that are to come first
   * @return all of them, in the order in which they matter
   */
  public List<JsonNode> resources(Set<String> first) {
    List<Arrived> all =
        inTheOrderOfNeed(record.values().stream().flatMap(List::stream).toList(), drafts)
            .filter(one -> !one.type().equals(ResourceKind.PATIENT.type()))
            .filter(one -> !leftOut.containsKey(one.json()))
            .toList();
    Map<Boolean, List<Arrived>> sorted =
        all.stream().collect(Collectors.partitioningBy(one -> first.contains(one.reference())));
    return Stream.concat(
            sorted.getOrDefault(true, List.of()).stream(),
            sorted.getOrDefault(false, List.of()).stream())
        .map(Arrived::json)
        .toList();
  }

  /**
   * The same record without some resources, which are named as not readable.
   *
   * @param resources some of {@link #resources(Set)}
   * @return a chart that leaves them out
   */
  public Chart without(Collection<JsonNode> resources) {
    return new Chart(this, resources);
  }

  /**
   * The resources of one kind that belong to this patient and can be read.
   *
   * @param kind the kind
   * @param <R> the kind
   * @return the resources, and what is wrong with the others
   */
  public <R> ReadResources<R> all(ResourceKind<R> kind) {
    boolean tolerant = NEEDED.contains(kind.type());
    return read(
        kind, record.getOrDefault(kind.type(), List.of()), PatientCompartment::of, tolerant);
  }

  /**
   * The unsigned orders of one kind on the screen; they are in no record yet.
   *
   * @param kind the kind
   * @param <R> the kind
   * @return the drafts, and what is wrong with the others
   */
  public <R> ReadResources<R> drafts(ResourceKind<R> kind) {
    return read(
        kind,
        drafts.stream().filter(draft -> draft.type().equals(kind.type())).toList(),
        PatientCompartment::ofDraft,
        true);
  }

  private <R> ReadResources<R> read(
      ResourceKind<R> kind,
      List<Arrived> arrived,
      BiFunction<JsonNode, Subject, PatientCompartment> judge,
      boolean tolerant) {
    Gathering<R> gathering = new Gathering<>(kind, subject, leftOut, judge, tolerant);
    arrived.forEach(gathering::read);
    return gathering.gathered();
  }

  /**
   * The Observations that belong to this patient, can be read, and are of use.
   *
   * @param useless says of the name of a plain number that nobody can use it; such a number is
   *     never built
   * @return the Observations, and what is wrong with the others
   */
  public ReadResources<Observation> observations(Predicate<PlainNumber.Name> useless) {
    Gathering<Observation> gathering =
        new Gathering<>(ResourceKind.OBSERVATION, subject, leftOut, PatientCompartment::of, false);
    for (Arrived one : record.getOrDefault(ResourceKind.OBSERVATION.type(), List.of())) {
      Optional<PlainNumber> plain =
          Unbuilt.in(one.json())
              .flatMap(Unbuilt::plain)
              .filter(number -> subject.isNamedBy(number.subject()))
              .filter(number -> !leftOut.containsKey(one.json()));
      if (plain.isPresent() && useless.test(plain.get().name())) {
        continue;
      }
      if (plain.isEmpty() || plain.get().judged()) {
        gathering.read(one);
      } else {
        gathering.take(plain.get().observation(one.reference()));
      }
    }
    return gathering.gathered();
  }

  /**
   * The patient.
   *
   * @return the Patient resource of the context, or empty when the client has none
   */
  public Optional<Patient> patient() {
    return patient(all(ResourceKind.PATIENT));
  }

  /**
   * The patient among those that were read.
   *
   * @param patients what {@link #all} read of them
   * @return the Patient resource of the context, or empty when the client has none
   */
  public Optional<Patient> patient(ReadResources<Patient> patients) {
    return patients.resources().stream()
        .filter(patient -> patient.id().isEmpty() || patient.id().equals(subject.id()))
        .findFirst();
  }

  /**
   * Which parts of the record could not be had, or not as a whole.
   *
   * @return the parts, in the order in which they are asked for
   */
  public List<DataGap> gaps() {
    return settlement.gaps();
  }

  /**
   * The kinds of resource that are missing or incomplete, of those that were settled.
   *
   * @return resource types
   */
  public Set<String> unreadable() {
    return Set.copyOf(settlement.unreadable().keySet());
  }

  /**
   * Why a kind of resource is missing or incomplete.
   *
   * @param resourceType the kind
   * @return the reason; empty when it was settled as a whole or not settled yet
   */
  public Optional<String> whyUnreadable(String resourceType) {
    return Optional.ofNullable(settlement.unreadable().get(resourceType));
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
    for (JsonNode draft : resources(screen)) {
      String name = Settlement.identity(draft);
      // A draft is only handed back as it was sent.
      if (draft.has("id") && !UnreadNumber.isIn(draft) && named.put(name, draft) != null) {
        several.add(name);
      }
    }
    named.keySet().removeAll(several);
    return named;
  }

  /**
   * The unsigned orders of all other kinds.
   *
   * @param kinds the kinds that are read
   * @return the names of the drafts of other kinds, for example {@code NutritionOrder/7}
   */
  public List<String> draftsOtherThan(List<ResourceKind<?>> kinds) {
    Set<String> read = kinds.stream().map(ResourceKind::type).collect(Collectors.toSet());
    return drafts.stream()
        .filter(draft -> !read.contains(draft.type()))
        .map(draft -> SafeReference.of(draft.json()))
        .toList();
  }
}
