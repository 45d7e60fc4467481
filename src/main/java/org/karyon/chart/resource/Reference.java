package org.karyon.chart.resource;

/**
 * What a resource points to (FHIR R4, Reference).
 *
 * @param reference the address, relative, absolute or {@code #id} inside the resource; empty when
 *     none is given
 * @param display its words; empty when none are given
 */
public record Reference(String reference, String display) {

  /** What is not stated. */
  public static final Reference NONE = new Reference("", "");

  static Reference of(Element element) {
    return element.isObject()
        ? new Reference(element.text("reference").strip(), element.text("display"))
        : NONE;
  }

  /**
   * Whether there is an address.
   *
   * @return false where only words are given
   */
  public boolean hasReference() {
    return !reference.isEmpty();
  }

  /**
   * The bare id that the address ends with.
   *
   * @return the id, without {@code #}; empty when there is no address
   */
  public String id() {
    return reference.substring(
        Math.max(
                Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('#')),
                reference.startsWith("urn:") ? reference.lastIndexOf(':') : -1)
            + 1);
  }
}
