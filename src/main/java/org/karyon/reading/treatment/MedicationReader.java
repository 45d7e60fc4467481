package org.karyon.reading.treatment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Coding;
import org.karyon.chart.resource.Medication;
import org.karyon.chart.resource.MedicationElement;
import org.karyon.chart.resource.Reference;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;

/**
 * Reads which drugs a medication element names: by its codes, and by its words only where no code
 * is known. A mixture names every ingredient.
 */
public final class MedicationReader {

  /** A mixture of mixtures, and no deeper. */
  private static final int DEEPEST = 3;

  private final Codings codings;
  private final List<Medication> medications;
  private final Set<String> givenIntrathecally;
  private final Map<String, Set<String>> forms = new LinkedHashMap<>();

  public MedicationReader(Guideline guideline, Codings codings, List<Medication> medications) {
    this.codings = codings;
    this.medications = medications;
    this.givenIntrathecally = codings.terminology().members(ConceptGroup.GIVEN_INTRATHECALLY);
    for (Orderable orderable : guideline.orderables().values()) {
      orderable
          .notAs()
          .forEach(
              form ->
                  forms
                      .computeIfAbsent(form, unused -> new LinkedHashSet<>())
                      .add(orderable.concept()));
    }
  }

  /**
   * What a medication element names.
   *
   * @param concepts the concepts of its codes or words; empty when none is known
   * @param words its name in the record's words
   * @param intrathecal whether it is given into the cerebrospinal fluid
   * @param fromText whether only its words were understood
   * @param told whether it can be told which drug it is: it is one of ours, or its words or code
   *     say that it is another
   */
  public record Drug(
      Set<String> concepts, String words, boolean intrathecal, boolean fromText, boolean told) {}

  /** The drug; empty when it is named by a reference that the record does not hold. */
  public Optional<Drug> read(MedicationElement medication, Route route) {
    List<CodeableConcept> codes = codes(medication);
    return codes.isEmpty() ? Optional.empty() : Optional.of(drug(codes, route));
  }

  private Drug drug(List<CodeableConcept> codes, Route route) {
    Set<String> all = new LinkedHashSet<>();
    boolean fromText = true;
    boolean told = true;
    for (CodeableConcept code : codes) {
      Set<String> coded = codings.conceptsOfName(code);
      boolean known = coded.stream().anyMatch(concept -> !isGeneric(concept));
      Set<String> concepts = new LinkedHashSet<>(coded);
      if (!known) {
        concepts.addAll(named(Codings.allWords(code)));
      }
      fromText &= !known;
      told &=
          is(concepts, ConceptGroup.OTHER_DRUGS)
              || (!is(concepts, ConceptGroup.ANTINEOPLASTIC) && saysMoreThanItsCode(code));
      all.addAll(concepts);
    }
    boolean ours = all.stream().anyMatch(this::isTreatment);
    // A product for another disease also names the ingredients that it shares with ours.
    boolean excluded = is(all, ConceptGroup.PRODUCTS_FOR_ANOTHER_DISEASE);
    all.removeIf(concept -> excluded || !(isTreatment(concept) || forms.containsKey(concept)));
    String allWords = codes.stream().map(Codings::allWords).collect(Collectors.joining(" | "));
    boolean intoFluid =
        is(all, ConceptGroup.INTRATHECAL_TREATMENT)
            || (all.stream().anyMatch(givenIntrathecally::contains)
                && (route.isIntrathecal() || Route.names(codings, allWords)));
    if (!intoFluid) {
      all.addAll(forms(all, allWords + " | " + route.words()));
    }
    return new Drug(
        all,
        codes.stream()
            .map(Codings::words)
            .filter(words -> !words.isEmpty())
            .distinct()
            .collect(Collectors.joining(" + ")),
        intoFluid,
        fromText,
        ours || told || excluded);
  }

  /** The forms of the drugs that the words tell, such as an oral or a weekly dose. */
  private Set<String> forms(Set<String> drugs, String words) {
    Words said = Words.of(words);
    Set<String> told = new LinkedHashSet<>();
    forms.forEach(
        (form, of) -> {
          if (of.stream().anyMatch(drugs::contains)
              && said.containAny(codings.terminology().wordsOfForm(form))) {
            told.add(form);
          }
        });
    return told;
  }

  /** Words that only repeat the code, or a number, name no drug. */
  private static boolean saysMoreThanItsCode(CodeableConcept code) {
    return Stream.concat(Stream.of(code.text()), code.codings().stream().map(Coding::display))
        .filter(words -> code.codings().stream().map(Coding::code).noneMatch(words.strip()::equals))
        .anyMatch(words -> words.codePoints().filter(Character::isLetter).count() > 2);
  }

  private Set<String> named(String words) {
    Set<String> named = codings.named(words);
    return named.isEmpty()
        ? codings.abbreviated(OrderWords.withoutDose(codings.terminology(), words))
        : named;
  }

  private boolean isTreatment(String concept) {
    return is(Set.of(concept), ConceptGroup.DRUGS)
        || is(Set.of(concept), ConceptGroup.TREATMENT_NAMED_AS_A_DRUG);
  }

  /** Whether a concept says of what kind a drug is, and not which. */
  private boolean isGeneric(String concept) {
    return is(Set.of(concept), ConceptGroup.ANTINEOPLASTIC)
        || is(Set.of(concept), ConceptGroup.OTHER_DRUGS);
  }

  private boolean is(Set<String> concepts, ConceptGroup group) {
    return codings.terminology().isAny(concepts, group);
  }

  /**
   * The drug, from the resource itself, from a Medication inside it, or from one that came with the
   * record or the screen.
   */
  private List<CodeableConcept> codes(MedicationElement medication) {
    List<CodeableConcept> codes = new ArrayList<>();
    medication.code().ifPresent(codes::add);
    if (codes.isEmpty() || codes.stream().allMatch(CodeableConcept::isEmpty)) {
      medication
          .reference()
          .ifPresent(named -> codes.addAll(codes(named, medication.contained(), 0)));
    }
    return codes;
  }

  private List<CodeableConcept> codes(Reference reference, List<Medication> contained, int depth) {
    String wanted = reference.id();
    Optional<Medication> found =
        depth >= DEEPEST || wanted.isEmpty()
            ? Optional.empty()
            : Stream.concat(contained.stream(), medications.stream())
                .filter(drug -> drug.id().equals(wanted))
                .findFirst();
    if (found.isEmpty()) {
      return reference.display().isEmpty()
          ? List.of()
          : List.of(CodeableConcept.named(reference.display()));
    }
    List<CodeableConcept> codes = new ArrayList<>();
    found.get().ingredients().stream().filter(code -> !code.isEmpty()).forEach(codes::add);
    for (Reference part : found.get().parts()) {
      codes.addAll(codes(part, contained, depth + 1));
    }
    CodeableConcept whole = found.get().code();
    if (!whole.isEmpty()) {
      codes.addFirst(whole);
    } else if (codes.isEmpty() && !reference.display().isEmpty()) {
      codes.add(CodeableConcept.named(reference.display()));
    }
    return codes.isEmpty() ? List.of(whole) : codes;
  }
}
