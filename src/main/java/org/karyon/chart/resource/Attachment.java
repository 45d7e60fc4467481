package org.karyon.chart.resource;

/**
 * A document inside a resource (FHIR R4, Attachment).
 *
 * @param contentType its media type, with its charset where it names one; empty when none is given
 * @param data its bytes, where it is plain text, the only kind that is read; empty when it is
 *     elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // Attachments are never compared.
public record Attachment(String contentType, byte[] data) {

  static Attachment of(Element element) {
    String contentType = element.text("contentType");
    return new Attachment(
        contentType,
        isText(contentType) ? element.bytes("data").orElseGet(() -> new byte[0]) : new byte[0]);
  }

  private static boolean isText(String contentType) {
    return contentType.startsWith("text/plain");
  }

  /**
   * Whether it is a text that is here.
   *
   * @return false where there is nothing to be read
   */
  public boolean isText() {
    return isText(contentType) && data.length > 0;
  }
}
