package org.karyon.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.karyon.facts.Amount;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Lineage;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;

/** Reads CD19, CD20 and CD22 on the blasts, and the lineage where no diagnosis states it. */
final class ImmunophenotypeReader {

  private final Guideline guideline;

  ImmunophenotypeReader(Guideline guideline) {
    this.guideline = guideline;
  }

  PatientFacts read(PatientFacts facts, List<Result> results) {
    List<Result> newestFirst =
        results.stream()
            .filter(result -> !result.has("antigen-on-all-cells"))
            .sorted(Comparator.comparing(Result::evidence, Evidence.NEWEST_FIRST))
            .toList();
    PatientFacts read =
        facts
            .with(Facts.CD20_PERCENT, cd20(newestFirst))
            .with(Facts.CD19, antigen(newestFirst, "cd19", Facts.CD19))
            .with(Facts.CD22, antigen(newestFirst, "cd22", Facts.CD22));
    boolean stated =
        switch (facts.get(Facts.LINEAGE)) {
          case Known<Lineage> unused -> true;
          case Unknown<Lineage> unknown -> unknown.reason() == UnknownReason.CONTRADICTORY;
        };
    return stated ? read : read.with(Facts.LINEAGE, lineage(newestFirst));
  }

  private static boolean isAbout(Result result, String antigen) {
    return result.has(antigen + "-expression")
        || result.has(antigen + "-qualitative")
        || (result.concepts().isEmpty() && Words.of(result.words()).contain(antigen));
  }

  private static Finding<Amount> cd20(List<Result> results) {
    List<Result> about = results.stream().filter(result -> isAbout(result, "cd20")).toList();
    for (Result result : about) {
      Optional<Amount> percent = result.isFinal() ? BlastPercent.of(result) : Optional.empty();
      if (percent.isPresent()) {
        return new Known<>(percent.get(), List.of(result.evidence()), List.of());
      }
    }
    List<Evidence> open = about.stream().map(Result::evidence).toList();
    if (open.isEmpty()) {
      return Finding.notRecorded();
    }
    boolean pending = about.stream().noneMatch(Result::isFinal);
    return new Unknown<>(
        pending ? UnknownReason.PENDING : UnknownReason.NOT_INTERPRETABLE,
        "the result states no percentage of blasts",
        open);
  }

  private Finding<Presence> antigen(List<Result> results, String antigen, Fact<Presence> fact) {
    for (Result result : results) {
      if (isAbout(result, antigen) && result.isFinal()) {
        Optional<Presence> presence = result.answer().flatMap(ImmunophenotypeReader::presence);
        Optional<Presence> counted =
            BlastPercent.of(result)
                .map(
                    percent ->
                        percent
                                    .number()
                                    .compareTo(
                                        guideline.parameter("antigenPositivePercent").value())
                                >= 0
                            ? Presence.PRESENT
                            : Presence.ABSENT);
        Optional<Presence> read = counted.or(() -> presence);
        if (read.isPresent()) {
          return new Known<>(fact.type().cast(read.get()), List.of(result.evidence()), List.of());
        }
      }
    }
    return Finding.notRecorded();
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
      Words about = Words.of(result.words());
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
                List.of("t lymphoblastic", "t cell", "t lineage", "t all", "precursor t"));
        if (b != t && !value.containAny(List.of("no", "not", "negative", "without", "mixed"))) {
          return new Known<>(b ? Lineage.B : Lineage.T, List.of(result.evidence()), List.of());
        }
      }
    }
    return Finding.notRecorded();
  }
}
