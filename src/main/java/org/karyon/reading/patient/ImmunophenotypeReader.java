package org.karyon.reading.patient;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.karyon.facts.Amount;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Lineage;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.reading.resources.Newest;
import org.karyon.reading.resources.Result;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.Words;

/** Reads CD19, CD20 and CD22 on the blasts, and the lineage where no diagnosis states it. */
public final class ImmunophenotypeReader {

  private final Guideline guideline;

  public ImmunophenotypeReader(Guideline guideline) {
    this.guideline = guideline;
  }

  public PatientFacts read(PatientFacts facts, List<Result> results) {
    List<Result> newestFirst =
        Newest.first(
            results.stream().filter(result -> !result.has("antigen-on-all-cells")).toList());
    PatientFacts read =
        facts
            .with(Facts.CD20_PERCENT, cd20(newestFirst))
            .with(Facts.CD19, antigen(newestFirst, "cd19"))
            .with(Facts.CD22, antigen(newestFirst, "cd22"));
    return read.with(Facts.LINEAGE, lineage(facts.get(Facts.LINEAGE), lineage(newestFirst)));
  }

  /** The problem list comes first; an immunophenotype that says otherwise is shown beside it. */
  private static Finding<Lineage> lineage(Finding<Lineage> stated, Finding<Lineage> phenotype) {
    return switch (stated) {
      case Known<Lineage> known ->
          phenotype.value().isPresent() && !phenotype.is(known.known())
              ? new Known<>(known.known(), known.evidence(), phenotype.evidence())
              : known;
      case Unknown<Lineage> unknown ->
          unknown.reason() == UnknownReason.CONTRADICTORY ? unknown : phenotype;
    };
  }

  private static boolean isAbout(Result result, String antigen) {
    return result.has(antigen + "-expression")
        || result.has(antigen + "-qualitative")
        || (result.concepts().isEmpty() && result.name().contain(antigen));
  }

  private Finding<Amount> cd20(List<Result> results) {
    BigDecimal limit = guideline.parameter("cd20Percent").value();
    List<Result> about = results.stream().filter(result -> isAbout(result, "cd20")).toList();
    Finding<Amount> percent =
        Newest.of(
            about.stream().filter(Result::isFinal).toList(),
            result -> BlastPercent.of(result, limit));
    boolean stated =
        switch (percent) {
          case Known<Amount> unused -> true;
          case Unknown<Amount> unknown -> !unknown.evidence().isEmpty();
        };
    if (stated || about.isEmpty()) {
      return percent;
    }
    boolean pending = about.stream().noneMatch(Result::isFinal);
    return new Unknown<>(
        pending ? UnknownReason.PENDING : UnknownReason.NOT_INTERPRETABLE,
        "the result states no percentage of blasts that can be compared with the limit",
        about.stream().map(Result::evidence).toList());
  }

  private Finding<Presence> antigen(List<Result> results, String antigen) {
    BigDecimal limit = guideline.parameter("antigenPositivePercent").value();
    return Newest.of(
        results.stream().filter(r -> isAbout(r, antigen) && r.isFinal()).toList(),
        result ->
            BlastPercent.of(result, limit)
                .map(
                    percent ->
                        percent.number().compareTo(limit) >= 0 ? Presence.PRESENT : Presence.ABSENT)
                .or(() -> result.answer().flatMap(ImmunophenotypeReader::presence)));
  }

  private static Optional<Presence> presence(Answer answer) {
    return switch (answer) {
      case PRESENT -> Optional.of(Presence.PRESENT);
      case ABSENT -> Optional.of(Presence.ABSENT);
      case INDETERMINATE -> Optional.empty();
    };
  }

  private static Finding<Lineage> lineage(List<Result> results) {
    for (Result result : results) {
      Words about = result.name();
      boolean phenotype =
          result.has("flow-immunophenotyping")
              || about.containAny(List.of("immunophenotype", "immunophenotyping", "lineage"));
      if (phenotype && result.isFinal()) {
        Words value = Words.of(result.value().shows());
        boolean b =
            value.containAny(
                List.of("b lymphoblastic", "b cell", "b lineage", "b all", "precursor b"));
        boolean t =
            value.containAny(
                List.of(
                    "t lymphoblastic",
                    "t cell",
                    "t lineage",
                    "t all",
                    "precursor t",
                    "early t cell precursor"));
        if (b != t && !value.containAny(List.of("no", "not", "negative", "without", "mixed"))) {
          return new Known<>(b ? Lineage.B : Lineage.T, List.of(result.evidence()), List.of());
        }
      }
    }
    return Finding.notRecorded();
  }
}
