package org.karyon.fhirapi.search;

import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.r4.model.MetadataResource;

/**
 * What artifacts can be searched by.
 *
 * @param name the name in an address
 * @param kind how values are compared
 * @param meaning what it looks at, in a few words
 * @param definition the canonical URL of its definition in FHIR R4
 * @param values the values of an artifact; none when it has none
 */
public record SearchParameter(
    String name,
    Kind kind,
    String meaning,
    String definition,
    Function<MetadataResource, List<SearchedValue>> values) {

  /** How values are compared, with the modifiers that are understood. */
  public enum Kind {
    /** Text, by its beginning. */
    STRING(List.of("exact", "contains", "missing")),
    /** A code, with or without its system. */
    TOKEN(List.of("not", "missing")),
    /** An address, whole. */
    URI(List.of("below", "missing")),
    /** A day or a moment, with a prefix. */
    DATE(List.of("missing")),
    /** The canonical URL of another artifact. */
    REFERENCE(List.of("missing"));

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of alone.
    private final List<String> modifiers;

    Kind(List<String> modifiers) {
      this.modifiers = modifiers;
    }

    /**
     * The modifiers that are understood.
     *
     * @return words after the colon
     */
    public List<String> modifiers() {
      return modifiers;
    }
  }
}
