package org.karyon.fhirapi;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Conditions of a read (RFC 9110, conditional requests; FHIR R4, conditional read), against the one
 * version that every artifact has.
 *
 * @param version the version, as it stands in an entity tag
 * @param since since when this server has had it
 */
record ReadConditions(String version, Instant since) {

  /** The headers as the library takes them: one tag, and a date that can be read. */
  Map<String, Optional<String>> understood(HttpServletRequest request) {
    Map<String, Optional<String>> understood = new HashMap<>();
    header(request, "If-None-Match")
        .ifPresent(
            tags ->
                understood.put(
                    "if-none-match", named(tags) ? Optional.of(tag()) : Optional.empty()));
    header(request, "If-Modified-Since")
        .filter(date -> moment(date).isEmpty() || understood.containsKey("if-none-match"))
        .ifPresent(unused -> understood.put("if-modified-since", Optional.empty()));
    return understood;
  }

  /** Refuses a read whose precondition does not hold (412). */
  void check(HttpServletRequest request) {
    Optional<String> match = header(request, "If-Match");
    boolean fails =
        match.isPresent()
            ? !named(match.get())
            : header(request, "If-Unmodified-Since")
                .flatMap(ReadConditions::moment)
                .filter(date -> date.isBefore(since.truncatedTo(ChronoUnit.SECONDS)))
                .isPresent();
    if (fails) {
      throw FhirFailures.of(
          412,
          IssueType.CONFLICT,
          "The precondition does not hold: this server has version '%s'.".formatted(version));
    }
  }

  /** The entity tag of the version. */
  String tag() {
    return "W/\"" + version + '"';
  }

  /** Whether tags, with commas between them, name the version. */
  boolean named(String tags) {
    return Arrays.stream(tags.split(",", -1))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals("*") || tag.equals('"' + version + '"'));
  }

  private static Optional<String> header(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  private static Optional<Instant> moment(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
