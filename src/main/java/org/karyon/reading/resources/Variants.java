package org.karyon.reading.resources;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Coding;
import org.karyon.chart.resource.Observation;
import org.karyon.chart.resource.Observation.Component;
import org.karyon.chart.resource.Value;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;

/** Reads what the components of a genetic variant say (HL7 Genomics Reporting, Variant). */
final class Variants {

  /** One name for two genes: {@code BCR::ABL1}, {@code BCR-ABL1}, {@code BCR/ABL1}. */
  private static final Pattern TWO_GENES =
      Pattern.compile("\\b[A-Z][A-Z0-9]{1,9}(?:::|[-/])[A-Z][A-Z0-9]{1,9}\\b");

  private static final BigDecimal NORMAL_COPIES = BigDecimal.valueOf(2);

  private final Codings codings;

  Variants(Codings codings) {
    this.codings = codings;
  }

  GeneticVariant read(Observation observation, boolean impliedBenign) {
    return new GeneticVariant(
        genes(observation),
        isFusion(observation),
        impliedBenign || isBenign(observation.components()),
        copyNumber(observation),
        details(observation));
  }

  private Set<String> genes(Observation observation) {
    Set<String> genes = new LinkedHashSet<>();
    for (Component component : observation.components()) {
      if (codings.areAny(component.code(), ConceptGroup.GENES_STUDIED)) {
        genes.addAll(
            component.value() instanceof Value.Coded gene
                ? gene(gene.concept())
                : gene(CodeableConcept.named(words(component.value()))));
      }
    }
    if (genes.isEmpty()) {
      // Some laboratories write the gene into a note; more than a fusion's two are a list.
      Set<String> noted = gene(CodeableConcept.named(String.join(" ", observation.notes())));
      return noted.size() <= 2 ? noted : Set.of();
    }
    return genes;
  }

  private Set<String> gene(CodeableConcept gene) {
    Set<String> concepts = new LinkedHashSet<>(codings.concepts(gene));
    StringBuilder words = new StringBuilder(Codings.allWords(gene));
    for (Coding coding : gene.codings()) {
      if (coding.hasCode()) {
        // Some senders leave out the HGNC prefix, or send the symbol as the code.
        concepts.addAll(codings.concepts(new Coding(coding.system(), "HGNC:" + coding.code(), "")));
        words.append(' ').append(coding.code());
      }
    }
    concepts.addAll(codings.named(words.toString()));
    concepts.retainAll(codings.terminology().members(ConceptGroup.GENES));
    return concepts;
  }

  /** A fusion by its type, by its name, or because one gene component names two genes. */
  private boolean isFusion(Observation observation) {
    for (Component component : observation.components()) {
      if (codings.areAny(component.code(), ConceptGroup.GENES_STUDIED)
          && TWO_GENES.matcher(words(component.value())).find()) {
        return true;
      }
      if (component.value() instanceof Value.Coded value
          && (codings.areAny(value.concept(), ConceptGroup.FUSIONS)
              || Words.of(Codings.allWords(value.concept()))
                  .containAny(codings.terminology().phrases(PhraseList.FUSIONS_BY_NAME)))) {
        return true;
      }
    }
    return Words.of(Codings.allWords(observation.code()))
        .containAny(codings.terminology().phrases(PhraseList.FUSIONS_BY_NAME));
  }

  private boolean isBenign(List<Component> components) {
    return components.stream()
        .anyMatch(component -> saysBenign(component.code(), component.value()));
  }

  /**
   * Whether a result only tells that another one means nothing (Genomics Reporting, Diagnostic
   * Implication): benign, or of unknown significance.
   */
  boolean impliesBenign(Observation observation) {
    return saysBenign(observation.code(), observation.value())
        || isBenign(observation.components());
  }

  private boolean saysBenign(CodeableConcept code, Value value) {
    return codings.areAny(code, ConceptGroup.CLINICAL_SIGNIFICANCE)
        && value instanceof Value.Coded coded
        && (codings.areAny(coded.concept(), ConceptGroup.NOT_PATHOGENIC)
            || Words.of(Codings.allWords(coded.concept()))
                .containAny(codings.terminology().phrases(PhraseList.NOT_PATHOGENIC)));
  }

  /** The stated number of copies, or a change of the type "copy number loss". */
  private Result.CopyNumber copyNumber(Observation observation) {
    for (Component component : observation.components()) {
      if (component.value() instanceof Value.Measured copies
          && copies.quantity().value().isPresent()
          && codings.areAny(component.code(), ConceptGroup.COPY_NUMBERS)) {
        return against(copies.quantity().value().get());
      }
      boolean loss =
          component.value() instanceof Value.Coded type
              && (codings.areAny(type.concept(), ConceptGroup.COPY_NUMBER_LOSSES)
                  || Words.of(Codings.allWords(type.concept())).contain("copy number loss"));
      if (loss) {
        return Result.CopyNumber.LOST;
      }
    }
    return Result.CopyNumber.NOT_STATED;
  }

  private static Result.CopyNumber against(BigDecimal copies) {
    int difference = copies.compareTo(NORMAL_COPIES);
    if (difference == 0) {
      return Result.CopyNumber.NORMAL;
    }
    return difference < 0 ? Result.CopyNumber.LOST : Result.CopyNumber.GAINED;
  }

  private static String details(Observation observation) {
    return Stream.concat(
            observation.components().stream().map(component -> words(component.value())),
            observation.notes().stream())
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" | "));
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Coded coded -> Codings.allWords(coded.concept());
      case Value.Text text -> text.text();
      case Value.Measured number -> amount(number);
      case Value.Whole unused -> "";
      case Value.Ratio unused -> "";
      case Value.Flag unused -> "";
      case Value.Other unused -> "";
      case Value.Withheld unused -> "";
      case Value.None unused -> "";
    };
  }

  private static String amount(Value.Measured number) {
    String unit = number.quantity().unit();
    return number
        .quantity()
        .value()
        .filter(ResultValues::isPlausible)
        .map(value -> unit.isEmpty() ? value.toPlainString() : value.toPlainString() + ' ' + unit)
        .orElse("");
  }
}
