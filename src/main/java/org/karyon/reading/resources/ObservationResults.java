package org.karyon.reading.resources;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Specimen;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.karyon.facts.RecordedDate;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.Words;

/**
 * Observations to results: each Observation and each of its components that has a value of its own.
 */
public final class ObservationResults {

  /** One name for two genes: {@code BCR::ABL1}, {@code BCR-ABL1}, {@code BCR/ABL1}. */
  private static final Pattern TWO_GENES =
      Pattern.compile("\\b[A-Z][A-Z0-9]{1,9}(?:::|[-/])[A-Z][A-Z0-9]{1,9}\\b");

  private static final BigDecimal NORMAL_COPIES = BigDecimal.valueOf(2);

  private static final String NORMAL_RANGE =
      "http://terminology.hl7.org/CodeSystem/referencerange-meaning";

  private final Codings codings;
  private final LocalDate asOf;

  public ObservationResults(Codings codings, LocalDate asOf) {
    this.codings = codings;
    this.asOf = asOf;
  }

  public List<Result> read(Observation observation) {
    Optional<Result.Standing> standing = standing(observation);
    Optional<RecordedDate> date =
        Dates.of(observation.getEffective()).or(() -> Dates.moment(observation.getIssuedElement()));
    // A result from the future is a slip of the pen or of a clock; a day of grace covers time
    // zones.
    boolean future = date.filter(d -> d.earliest().isAfter(asOf.plusDays(1))).isPresent();
    if (standing.isEmpty() || future) {
      return List.of();
    }
    List<Result> results = new ArrayList<>();
    results.add(whole(observation, standing.get(), date));
    if (!results.get(0).variant()) {
      observation.getComponent().stream()
          .filter(component -> component.hasValue() || component.hasDataAbsentReason())
          .forEach(component -> results.add(part(component, results.get(0))));
    }
    return results;
  }

  private static Optional<Result.Standing> standing(Observation observation) {
    if (observation.getStatus() == null) {
      return Optional.of(Result.Standing.PRELIMINARY);
    }
    return switch (observation.getStatus()) {
      case FINAL, AMENDED, CORRECTED -> Optional.of(Result.Standing.FINAL);
      case REGISTERED, PRELIMINARY -> Optional.of(Result.Standing.PRELIMINARY);
      case CANCELLED, ENTEREDINERROR, UNKNOWN, NULL -> Optional.empty();
    };
  }

  private Result whole(
      Observation observation, Result.Standing standing, Optional<RecordedDate> date) {
    Set<String> concepts = codings.concepts(observation.getCode());
    boolean variant = concepts.contains("variant");
    return new Result(
        "Observation/" + observation.getIdElement().getIdPart(),
        concepts,
        Codings.allWords(observation.getCode()),
        method(observation),
        specimen(observation),
        standing,
        value(
            observation.getValue(),
            observation.hasDataAbsentReason()
                ? Optional.of(observation.getDataAbsentReason())
                : Optional.empty()),
        interpretation(observation.getInterpretation()),
        upperLimit(observation.getReferenceRange(), observation.getValue()),
        date,
        genes(observation),
        variant && isFusion(observation),
        variant,
        isBenign(observation),
        copyNumber(observation),
        variant ? details(observation) : "",
        notations(observation, concepts),
        observation.getFocus().stream()
            .filter(Reference::hasReference)
            .map(Reference::getReference)
            .toList());
  }

  private Result part(ObservationComponentComponent component, Result whole) {
    Set<String> concepts = codings.concepts(component.getCode());
    ResultValue value =
        value(
            component.getValue(),
            component.hasDataAbsentReason()
                ? Optional.of(component.getDataAbsentReason())
                : Optional.empty());
    return new Result(
        whole.resource(),
        concepts,
        Codings.allWords(component.getCode()),
        whole.method(),
        whole.specimen(),
        whole.standing(),
        value,
        interpretation(component.getInterpretation()),
        upperLimit(component.getReferenceRange(), component.getValue()),
        whole.date(),
        Set.of(),
        false,
        false,
        false,
        Result.CopyNumber.NOT_STATED,
        "",
        notations(component, concepts),
        whole.focus());
  }

  private ResultValue value(@Nullable Type value, Optional<CodeableConcept> absent) {
    return switch (value) {
      case null -> new ResultValue.None(absent.map(Codings::words));
      // A primitive may carry nothing but an extension that says why it has no value.
      case PrimitiveType<?> primitive when !primitive.hasValue() ->
          new ResultValue.None(absent.map(Codings::words));
      case CodeableConcept coded ->
          new ResultValue.Coded(codings.concepts(coded), Codings.allWords(coded));
      case Quantity quantity -> number(quantity);
      case IntegerType integer ->
          new ResultValue.Measured("", BigDecimal.valueOf(integer.getValue().longValue()), "");
      case Ratio ratio -> ratio(ratio);
      case StringType text -> new ResultValue.Text(Optional.ofNullable(text.getValue()).orElse(""));
      case BooleanType flag -> new ResultValue.Flag(flag.booleanValue());
      case Type other -> new ResultValue.None(Optional.of("a value of another kind"));
    };
  }

  /** No laboratory sends thirty digits; writing out such a number could fill the memory. */
  private static boolean isPlausible(BigDecimal number) {
    return number.precision() <= 30 && Math.abs((long) number.scale()) <= 30;
  }

  private static ResultValue number(Quantity quantity) {
    if (!quantity.hasValue() || !isPlausible(quantity.getValue())) {
      return new ResultValue.None(Optional.empty());
    }
    String unit =
        quantity.hasUnit() ? quantity.getUnit() : quantity.hasCode() ? quantity.getCode() : "";
    String comparator = quantity.hasComparator() ? quantity.getComparator().toCode() : "";
    return new ResultValue.Measured(comparator, quantity.getValue(), unit);
  }

  private static ResultValue ratio(Ratio ratio) {
    BigDecimal denominator =
        ratio.getDenominator().hasValue() ? ratio.getDenominator().getValue() : BigDecimal.ONE;
    if (!ratio.getNumerator().hasValue()
        || denominator.signum() == 0
        || !isPlausible(denominator)
        || !isPlausible(ratio.getNumerator().getValue())) {
      return new ResultValue.None(Optional.empty());
    }
    String comparator =
        ratio.getNumerator().hasComparator() ? ratio.getNumerator().getComparator().toCode() : "";
    return new ResultValue.Measured(
        comparator,
        ratio.getNumerator().getValue().divide(denominator, MathContext.DECIMAL64),
        "1");
  }

  private Optional<Answer> interpretation(List<CodeableConcept> interpretations) {
    Set<String> concepts = codings.concepts(interpretations);
    if (concepts.contains("interpretation-indeterminate")) {
      return Optional.of(Answer.INDETERMINATE);
    }
    boolean positive = concepts.contains("interpretation-positive");
    boolean negative = concepts.contains("interpretation-negative");
    if (positive == negative) {
      return positive ? Optional.of(Answer.INDETERMINATE) : Optional.empty();
    }
    return Optional.of(positive ? Answer.PRESENT : Answer.ABSENT);
  }

  /** A limit in another unit than the value, or of another kind than the normal range, is none. */
  private static Optional<BigDecimal> upperLimit(
      List<ObservationReferenceRangeComponent> ranges, @Nullable Type value) {
    return ranges.stream()
        .filter(range -> range.getHigh().hasValue())
        .filter(range -> !range.hasType() || range.getType().hasCoding(NORMAL_RANGE, "normal"))
        .filter(range -> hasUnitOf(range.getHigh(), value))
        .map(range -> range.getHigh().getValue())
        .filter(ObservationResults::isPlausible)
        .findFirst();
  }

  private static boolean hasUnitOf(Quantity limit, @Nullable Type value) {
    if (!(value instanceof Quantity quantity) || !(limit.hasUnit() || limit.hasCode())) {
      return true;
    }
    List<String> units =
        Stream.of(quantity.getUnit(), quantity.getCode()).map(ObservationResults::unit).toList();
    return Stream.of(limit.getUnit(), limit.getCode())
        .map(ObservationResults::unit)
        .anyMatch(unit -> !unit.isEmpty() && units.contains(unit));
  }

  private static String unit(@Nullable String unit) {
    return unit == null
        ? ""
        : unit.toLowerCase(Locale.ROOT)
            .replace(" ", "")
            .replace('\u00b5', 'u')
            .replace('\u03bc', 'u');
  }

  private static String method(Observation observation) {
    String method = observation.hasMethod() ? Codings.allWords(observation.getMethod()) : "";
    String notes =
        observation.getNote().stream().map(Annotation::getText).collect(Collectors.joining(" "));
    return (method + ' ' + notes).strip();
  }

  private Result.Specimen specimen(Observation observation) {
    StringBuilder words = new StringBuilder(Codings.allWords(observation.getBodySite()));
    Set<String> concepts = new LinkedHashSet<>(codings.concepts(observation.getBodySite()));
    if (observation.getSpecimen().hasDisplay()) {
      words.append(' ').append(observation.getSpecimen().getDisplay());
    }
    if (observation.getSpecimen().getResource() instanceof Specimen specimen) {
      concepts.addAll(codings.concepts(specimen.getType()));
      words.append(' ').append(Codings.allWords(specimen.getType()));
    }
    words.append(' ').append(Codings.allWords(observation.getCode()));
    return Specimens.read(concepts, words.toString());
  }

  private Set<String> genes(Observation observation) {
    Set<String> genes = new LinkedHashSet<>();
    for (ObservationComponentComponent component : observation.getComponent()) {
      if (codings.concepts(component.getCode()).contains("gene-studied")) {
        genes.addAll(
            component.getValue() instanceof CodeableConcept gene
                ? gene(gene)
                : gene(new CodeableConcept().setText(words(component.getValue()))));
      }
    }
    return genes;
  }

  private Set<String> gene(CodeableConcept gene) {
    Set<String> concepts = new LinkedHashSet<>(codings.concepts(gene));
    StringBuilder words = new StringBuilder(Codings.allWords(gene));
    for (Coding coding : gene.getCoding()) {
      if (coding.hasCode()) {
        // Some senders leave out the HGNC prefix, or send the symbol as the code.
        concepts.addAll(codings.concepts(coding.copy().setCode("HGNC:" + coding.getCode())));
        words.append(' ').append(coding.getCode());
      }
    }
    concepts.addAll(codings.named(words.toString()));
    concepts.removeIf(concept -> !concept.startsWith("gene-"));
    return concepts;
  }

  /** A fusion by its type, by its name, or because one gene component names two genes. */
  private boolean isFusion(Observation observation) {
    for (ObservationComponentComponent component : observation.getComponent()) {
      if (codings.concepts(component.getCode()).contains("gene-studied")
          && TWO_GENES.matcher(words(component.getValue())).find()) {
        return true;
      }
      if (component.getValue() instanceof CodeableConcept value
          && (codings.concepts(value).contains("fusion-type")
              || Words.of(Codings.allWords(value))
                  .containAny(List.of("fusion", "translocation", "rearrangement")))) {
        return true;
      }
    }
    Words words = Words.of(Codings.allWords(observation.getCode()));
    return words.containAny(List.of("fusion", "translocation", "rearrangement"));
  }

  private static String details(Observation observation) {
    return observation.getComponent().stream()
        .map(ObservationComponentComponent::getValue)
        .map(ObservationResults::words)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" | "));
  }

  private static String words(@Nullable Type value) {
    return switch (value) {
      case null -> "";
      case CodeableConcept coded -> Codings.allWords(coded);
      case StringType text -> Optional.ofNullable(text.getValue()).orElse("");
      case Quantity number when number.hasValue() -> amount(number);
      case Type other -> "";
    };
  }

  private static String amount(Quantity number) {
    String amount = number.getValue().toPlainString();
    return number.hasUnit() ? amount + ' ' + number.getUnit() : amount;
  }

  /** The stated number of copies, or a change of the type "copy number loss". */
  private Result.CopyNumber copyNumber(Observation observation) {
    for (ObservationComponentComponent component : observation.getComponent()) {
      boolean counted =
          codings.concepts(component.getCode()).contains("copy-number-component")
              && component.getValue() instanceof Quantity copies
              && copies.hasValue();
      if (counted) {
        return against(component.getValueQuantity().getValue());
      }
      boolean loss =
          component.getValue() instanceof CodeableConcept type
              && (codings.concepts(type).contains("copy-number-loss-type")
                  || Words.of(Codings.allWords(type)).contain("copy number loss"));
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

  private boolean isBenign(Observation observation) {
    for (ObservationComponentComponent component : observation.getComponent()) {
      if (codings.concepts(component.getCode()).contains("clinical-significance-component")
          && component.getValue() instanceof CodeableConcept value
          && Words.of(Codings.allWords(value))
              .containAny(List.of("benign", "uncertain significance", "vus"))) {
        return true;
      }
    }
    return false;
  }

  private List<String> notations(Observation observation, Set<String> concepts) {
    List<String> texts = new ArrayList<>();
    boolean expected =
        CytogeneticNotation.isExpected(concepts, Codings.allWords(observation.getCode()));
    CytogeneticNotation.of(observation.getValue()).stream()
        .filter(
            text ->
                expected
                    || CytogeneticNotation.isFish(text)
                    || (concepts.isEmpty() && CytogeneticNotation.isKaryotype(text)))
        .forEach(texts::add);
    for (ObservationComponentComponent component : observation.getComponent()) {
      if (concepts.contains("variant")
          && codings.concepts(component.getCode()).contains("iscn-component")) {
        texts.addAll(CytogeneticNotation.of(component.getValue()));
      }
    }
    return texts;
  }

  private List<String> notations(ObservationComponentComponent component, Set<String> concepts) {
    boolean expected =
        CytogeneticNotation.isExpected(concepts, Codings.allWords(component.getCode()));
    return CytogeneticNotation.of(component.getValue()).stream()
        .filter(text -> expected || CytogeneticNotation.isFish(text))
        .toList();
  }
}
