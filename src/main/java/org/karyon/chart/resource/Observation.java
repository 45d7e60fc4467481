package org.karyon.chart.resource;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.RecordedDate;

/**
 * Something measured or looked at (FHIR R4, Observation).
 *
 * @param reference the reference, for example {@code Observation/7}
 * @param status its status; empty when none is given
 * @param code what was looked at
 * @param value what was found
 * @param absent why there is no value
 * @param interpretation what the laboratory makes of it
 * @param method how it was looked at
 * @param bodySite where
 * @param specimen on what
 * @param specimenType what kind of specimen that is, where it travels inside the resource
 * @param ranges the reference ranges
 * @param effective when it was true
 * @param issued when it was reported
 * @param notes remarks
 * @param components its parts
 * @param focus the addresses of what it is about, where that is not the patient
 * @param derivedFrom the results from which it follows
 * @param members the results that travel inside it, of a panel
 * @param absentMembers addresses of results inside it that are not there
 */
public record Observation(
    String reference,
    Optional<Status> status,
    CodeableConcept code,
    Value value,
    CodeableConcept absent,
    List<CodeableConcept> interpretation,
    CodeableConcept method,
    CodeableConcept bodySite,
    Reference specimen,
    CodeableConcept specimenType,
    List<ReferenceRange> ranges,
    Optional<RecordedDate> effective,
    Optional<RecordedDate> issued,
    List<String> notes,
    List<Component> components,
    List<String> focus,
    List<Reference> derivedFrom,
    List<Observation> members,
    List<String> absentMembers) {

  /** The status of an Observation. */
  public enum Status implements Element.Code {
    REGISTERED,
    PRELIMINARY,
    FINAL,
    AMENDED,
    CORRECTED,
    CANCELLED,
    ENTERED_IN_ERROR,
    UNKNOWN
  }

  /**
   * A part with a value of its own.
   *
   * @param code what was looked at
   * @param value what was found
   * @param absent why there is no value
   * @param interpretation what the laboratory makes of it
   * @param ranges the reference ranges
   */
  public record Component(
      CodeableConcept code,
      Value value,
      CodeableConcept absent,
      List<CodeableConcept> interpretation,
      List<ReferenceRange> ranges) {

    static Component of(Element element) {
      return new Component(
          element.one("code", CodeableConcept::of),
          Value.of(element),
          element.one("dataAbsentReason", CodeableConcept::of),
          element.all("interpretation", CodeableConcept::of),
          element.all("referenceRange", ReferenceRange::of));
    }
  }

  /**
   * The range of values in which a result is expected.
   *
   * @param high its upper limit
   * @param type what kind of range it is, for example the normal one
   */
  public record ReferenceRange(Quantity high, CodeableConcept type) {

    static ReferenceRange of(Element element) {
      return new ReferenceRange(
          element.one("high", Quantity::of), element.one("type", CodeableConcept::of));
    }
  }

  /** A specimen inside the resource, by its id. */
  private record Specimen(String id, CodeableConcept type) {

    static Specimen of(Element element) {
      return new Specimen(element.id(), element.one("type", CodeableConcept::of));
    }
  }

  static Observation of(Element element) {
    Reference specimen = element.one("specimen", Reference::of);
    return new Observation(
        element.reference(),
        element.code("status", Status.values()),
        element.one("code", CodeableConcept::of),
        Value.of(element),
        element.one("dataAbsentReason", CodeableConcept::of),
        element.all("interpretation", CodeableConcept::of),
        element.one("method", CodeableConcept::of),
        element.one("bodySite", CodeableConcept::of),
        specimen,
        specimenType(element, specimen),
        element.all("referenceRange", ReferenceRange::of),
        element.when("effective"),
        element.date("issued", FhirDate.INSTANT),
        element.all("note", note -> note.text("text")),
        element.all("component", Component::of),
        element.all("focus", Reference::of).stream()
            .map(Reference::reference)
            .filter(address -> !address.isEmpty())
            .toList(),
        element.all("derivedFrom", Reference::of),
        element.results(Observation::of),
        element.resultsNotInside(element.all("hasMember", Reference::of)));
  }

  /** A number with its name and date, and nothing else. */
  static Observation measured(
      String reference,
      Optional<Status> status,
      CodeableConcept code,
      Quantity quantity,
      Optional<RecordedDate> effective,
      Optional<RecordedDate> issued) {
    return new Observation(
        reference,
        status,
        code,
        new Value.Measured(quantity),
        CodeableConcept.NONE,
        List.of(),
        CodeableConcept.NONE,
        CodeableConcept.NONE,
        Reference.NONE,
        CodeableConcept.NONE,
        List.of(),
        effective,
        issued,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static CodeableConcept specimenType(Element element, Reference specimen) {
    if (!specimen.reference().startsWith("#")) {
      return CodeableConcept.NONE;
    }
    return element.contained("Specimen", Specimen::of).stream()
        .filter(inside -> inside.id().replace("#", "").equals(specimen.id()))
        .map(Specimen::type)
        .findFirst()
        .orElse(CodeableConcept.NONE);
  }
}
