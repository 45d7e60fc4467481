package org.karyon.fhirapi.search;

import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Set;

/**
 * The parameters that say how an answer is written, which the encoder applies (FHIR R4, search).
 */
public final class AnswerParameters {

  /** Their names. */
  public static final Set<String> NAMES = Set.of("_format", "_pretty", "_summary", "_elements");

  private AnswerParameters() {}

  /**
   * Looks at the value of one of them.
   *
   * @param type the kind of resource that is answered
   * @param name its name
   * @param value its value
   * @throws NotApplied when it is none of those that are understood
   */
  public static void check(String type, String name, String value) throws NotApplied {
    switch (name) {
      case "_summary" -> one(name, value, List.of("true", "false", "text", "data"));
      case "_pretty" -> one(name, value, List.of("true", "false"));
      case "_elements" -> {
        for (String element : value.split(",", -1)) {
          if (!isElement(type, element.strip())) {
            throw new NotApplied(
                name,
                "'_elements' takes names of elements at the root of %s, with commas between them."
                    .formatted(type));
          }
        }
      }
      default -> {}
    }
  }

  static void one(String name, String value, List<String> values) throws NotApplied {
    if (!values.contains(value)) {
      throw new NotApplied(
          name, "'%s' must be one of %s.".formatted(name, String.join(", ", values)));
    }
  }

  private static boolean isElement(String type, String element) {
    BaseRuntimeElementCompositeDefinition<?> resource =
        FhirContext.forR4Cached().getResourceDefinition(type);
    return resource.getChildByName(element) != null
        || resource.getChildByName(element + "[x]") != null;
  }
}
