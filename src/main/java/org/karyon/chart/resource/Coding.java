package org.karyon.chart.resource;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A code in its system (FHIR R4, Coding).
 *
 * @param system the code system's URI; empty when none is given
 * @param code the code; empty when none is given
 * @param display its words; empty when none are given
 * @param qualifiers the codes that its extensions add, by their URL
 */
public record Coding(String system, String code, String display, Map<String, String> qualifiers) {

  /**
   * A code without qualifiers.
   *
   * @param system the code system's URI
   * @param code the code
   * @param display its words
   */
  public Coding(String system, String code, String display) {
    this(system, code, display, Map.of());
  }

  static Coding of(Element element) {
    return new Coding(
        element.shortText("system").strip(),
        element.text("code").strip(),
        element.text("display"),
        element.has("extension") ? qualifiers(element) : Map.of());
  }

  private static Map<String, String> qualifiers(Element element) {
    Map<String, String> qualifiers = new LinkedHashMap<>();
    element.all(
        "extension",
        extension ->
            qualifiers.putIfAbsent(
                extension.text("url"), extension.one("valueCoding", Coding::of).code()));
    return Map.copyOf(qualifiers);
  }

  /**
   * Whether there is a code.
   *
   * @return false where only words are given
   */
  public boolean hasCode() {
    return !code.isEmpty();
  }

  /**
   * Whether there are words.
   *
   * @return false where only a code is given
   */
  public boolean hasDisplay() {
    return !display.isEmpty();
  }
}
