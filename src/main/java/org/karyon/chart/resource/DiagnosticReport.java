package org.karyon.chart.resource;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.RecordedDate;

/**
 * A report of findings (FHIR R4, DiagnosticReport).
 *
 * @param reference the reference, for example {@code DiagnosticReport/7}
 * @param status its status; empty when none is given
 * @param code what was looked at
 * @param specimen the words for the first specimen; empty when none are given
 * @param effective when it was true
 * @param issued when it was reported
 * @param conclusion what it concludes, in words; empty when it does not
 * @param conclusionCodes what it concludes, by code
 * @param forms the report as a document
 * @param contained the results that travel inside it
 * @param absentResults addresses of results inside it that are not there
 */
public record DiagnosticReport(
    String reference,
    Optional<Status> status,
    CodeableConcept code,
    String specimen,
    Optional<RecordedDate> effective,
    Optional<RecordedDate> issued,
    String conclusion,
    List<CodeableConcept> conclusionCodes,
    List<Attachment> forms,
    List<Observation> contained,
    List<String> absentResults) {

  /** The status of a report. */
  public enum Status implements Element.Code {
    REGISTERED,
    PARTIAL,
    PRELIMINARY,
    FINAL,
    AMENDED,
    CORRECTED,
    APPENDED,
    CANCELLED,
    ENTERED_IN_ERROR,
    UNKNOWN
  }

  static DiagnosticReport of(Element element) {
    return new DiagnosticReport(
        element.reference(),
        element.code("status", Status.values()),
        element.one("code", CodeableConcept::of),
        element.one("specimen", Reference::of).display(),
        element.when("effective"),
        element.date("issued", FhirDate.INSTANT),
        element.text("conclusion"),
        element.all("conclusionCode", CodeableConcept::of),
        element.all("presentedForm", Attachment::of),
        element.results(Observation::of),
        element.resultsNotInside(element.all("result", Reference::of)));
  }
}
