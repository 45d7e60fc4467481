package org.karyon.chart.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A drug as a resource of its own (FHIR R4, Medication).
 *
 * @param id the bare id; empty when the record gives none
 * @param code the drug
 * @param ingredients what it is made of, by code or words
 * @param parts what it is made of, by reference to other Medications
 */
public record Medication(
    String id, CodeableConcept code, List<CodeableConcept> ingredients, List<Reference> parts) {

  /** A substance inside the resource, by its id. */
  private record Substance(String id, CodeableConcept code) {

    static Substance of(Element element) {
      return new Substance(element.id().replace("#", ""), element.one("code", CodeableConcept::of));
    }
  }

  /** Copies the lists, so that they never change. */
  public Medication {
    ingredients = List.copyOf(ingredients);
    parts = List.copyOf(parts);
  }

  static Medication of(Element element) {
    List<CodeableConcept> ingredients = new ArrayList<>();
    List<Reference> parts = new ArrayList<>();
    List<Substance> substances = element.contained("Substance", Substance::of);
    element
        .all("ingredient", ingredient -> ingredient.one("itemCodeableConcept", CodeableConcept::of))
        .stream()
        .filter(code -> !code.isEmpty())
        .forEach(ingredients::add);
    element.all("ingredient", ingredient -> ingredient.one("itemReference", Reference::of)).stream()
        .filter(part -> part.hasReference() || !part.display().isEmpty())
        .forEach(part -> part(part, substances, ingredients, parts));
    return new Medication(
        element.id().replace("#", ""),
        element.one("code", CodeableConcept::of),
        ingredients,
        parts);
  }

  private static void part(
      Reference reference,
      List<Substance> substances,
      List<CodeableConcept> ingredients,
      List<Reference> parts) {
    Optional<CodeableConcept> substance =
        substances.stream()
            .filter(inside -> !inside.id().isEmpty() && inside.id().equals(reference.id()))
            .map(Substance::code)
            .findFirst();
    if (substance.isPresent()) {
      ingredients.add(substance.get());
    } else {
      parts.add(reference);
    }
  }
}
