package org.karyon.fhirapi;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** In which form an answer is written (FHIR R4, content negotiation). */
enum AnswerForm {
  JSON("application/fhir+json"),
  XML("application/fhir+xml"),
  /** A page for a person, with the JSON in it. */
  HTML("text/html"),
  /** One resource a line. */
  LINES("application/fhir+ndjson");

  private static final Set<String> ANY = Set.of("*/*", "application/*", "text/*");
  private static final Set<String> IN_JSON =
      Set.of(
          "json",
          "application/json",
          "application/fhir+json",
          "application/json+fhir",
          "text/json");
  private static final Set<String> IN_XML =
      Set.of("xml", "application/xml", "application/fhir+xml", "application/xml+fhir", "text/xml");
  private static final Set<String> IN_HTML = Set.of("html", "text/html", "application/xhtml+xml");
  private static final Set<String> IN_LINES =
      Set.of("ndjson", "application/fhir+ndjson", "application/x-ndjson", "application/ndjson");

  private final String type;

  AnswerForm(String type) {
    this.type = type;
  }

  /** The media type that the library knows it by. */
  String type() {
    return type;
  }

  /**
   * The form that the client prefers of those that are spoken here.
   *
   * @param format the parameter {@code _format}, which goes before everything else
   * @param accept the header {@code Accept}
   * @param otherwise the form where the client takes any
   * @return empty when the client takes none of them, or another version of FHIR
   */
  static Optional<AnswerForm> of(
      Optional<String> format, Optional<String> accept, AnswerForm otherwise) {
    if (format.isPresent()) {
      // The plus of application/fhir+json is a space where it was not encoded.
      return of(format.get().strip().replace(' ', '+'), otherwise);
    }
    if (accept.isEmpty()) {
      return Optional.of(otherwise);
    }
    return Arrays.stream(accept.get().split(",", -1))
        .flatMap(one -> media(one).stream())
        .filter(media -> media.getQualityValue() > 0)
        .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
        .flatMap(media -> of(media, otherwise).stream())
        .findFirst();
  }

  /** The form in which a body was sent, where it is one that is read here. */
  static Optional<AnswerForm> ofBody(String contentType) {
    return media(contentType).flatMap(media -> of(media, JSON)).filter(form -> form != HTML);
  }

  private static Optional<AnswerForm> of(String written, AnswerForm otherwise) {
    return written.contains("/")
        ? media(written).flatMap(media -> of(media, otherwise))
        : named(written.toLowerCase(Locale.ROOT));
  }

  private static Optional<AnswerForm> of(MediaType media, AnswerForm otherwise) {
    String version = media.getParameter("fhirVersion");
    if (version != null && !version.replace("\"", "").startsWith("4.0")) {
      return Optional.empty();
    }
    String name = media.getType() + '/' + media.getSubtype();
    return ANY.contains(name) ? Optional.of(otherwise) : named(name.toLowerCase(Locale.ROOT));
  }

  private static Optional<AnswerForm> named(String name) {
    if (IN_JSON.contains(name)) {
      return Optional.of(JSON);
    }
    if (IN_XML.contains(name)) {
      return Optional.of(XML);
    }
    if (IN_HTML.contains(name)) {
      return Optional.of(HTML);
    }
    return IN_LINES.contains(name) ? Optional.of(LINES) : Optional.empty();
  }

  private static Optional<MediaType> media(String written) {
    try {
      return Optional.of(MediaType.parseMediaType(written.strip()));
    } catch (InvalidMediaTypeException unknown) {
      return Optional.empty();
    }
  }

  /** The names of the forms, for a refusal. */
  static String spoken() {
    return String.join(", ", List.of(JSON.type, XML.type, HTML.type));
  }
}
