package org.karyon.reading.treatment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Medication;
import org.karyon.chart.resource.MedicationElement;
import org.karyon.chart.resource.Reference;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderChecks;
import org.karyon.reading.resources.Codings;

/**
 * Reads which drug a medication element names: by its codes, and by its words only where no code is
 * known.
 */
public final class MedicationReader {

  private static final Set<String> PROCEDURES_NAMED_AS_DRUGS =
      Set.of("tki", "car-t", "chemotherapy", "intensive-regimen", OrderChecks.INTRATHECAL);

  private final Codings codings;
  private final List<Medication> medications;
  private final Set<String> givenIntrathecally;

  public MedicationReader(Guideline guideline, Codings codings, List<Medication> medications) {
    this.codings = codings;
    this.medications = medications;
    this.givenIntrathecally = guideline.orderChecks().members(OrderChecks.GIVEN_INTRATHECALLY);
  }

  /**
   * What a medication element names.
   *
   * @param concepts the concepts of its codes or words; empty when none is known
   * @param words its name in the record's words
   * @param intrathecal whether it is given into the cerebrospinal fluid
   * @param fromText whether only its words were understood
   */
  public record Drug(Set<String> concepts, String words, boolean intrathecal, boolean fromText) {}

  /** The drug; empty when it is named by a reference that the record does not hold. */
  public Optional<Drug> read(MedicationElement medication, Route route) {
    return code(medication).map(code -> drug(code, route));
  }

  private Drug drug(CodeableConcept code, Route route) {
    String words = Codings.allWords(code);
    Set<String> coded = codings.concepts(code);
    Set<String> concepts = new LinkedHashSet<>(coded.isEmpty() ? named(words) : coded);
    // A product for another disease also names the ingredients that it shares with ours.
    boolean excluded = concepts.stream().anyMatch(concept -> concept.endsWith("-exclude"));
    concepts.removeIf(concept -> excluded || !isTreatment(concept));
    boolean intoFluid =
        concepts.contains(OrderChecks.INTRATHECAL)
            || (concepts.stream().anyMatch(givenIntrathecally::contains)
                && (route.isIntrathecal() || Route.names(words)));
    return new Drug(concepts, Codings.words(code), intoFluid, coded.isEmpty());
  }

  private Set<String> named(String words) {
    Set<String> named = codings.named(words);
    return named.isEmpty() ? codings.abbreviated(OrderWords.withoutDose(words)) : named;
  }

  private static boolean isTreatment(String concept) {
    return concept.startsWith("drug-") || PROCEDURES_NAMED_AS_DRUGS.contains(concept);
  }

  /**
   * The drug, from the resource itself, from a Medication inside it, or from one that came with the
   * record or the screen.
   */
  private Optional<CodeableConcept> code(MedicationElement medication) {
    return medication
        .code()
        .or(() -> medication.reference().flatMap(named -> code(named, medication.contained())));
  }

  private Optional<CodeableConcept> code(Reference reference, List<Medication> contained) {
    String wanted = reference.id();
    return Stream.concat(contained.stream(), medications.stream())
        .filter(drug -> !drug.id().isEmpty() && drug.id().equals(wanted))
        .findFirst()
        .map(Medication::code)
        .or(
            () ->
                reference.display().isEmpty()
                    ? Optional.empty()
                    : Optional.of(CodeableConcept.named(reference.display())));
  }
}
