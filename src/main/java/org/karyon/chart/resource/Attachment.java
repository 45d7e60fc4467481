package org.karyon.chart.resource;

/**
 * A document inside a resource (FHIR R4, Attachment).
 *
 * @param contentType its media type, with its charset where it names one; empty when none is given
 * @param data its bytes; not copied, because a report may be large; empty when it is elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // Attachments are never compared.
public record Attachment(String contentType, byte[] data) {

  static Attachment of(Element element) {
    return new Attachment(
        element.text("contentType"), element.bytes("data").orElseGet(() -> new byte[0]));
  }
}
