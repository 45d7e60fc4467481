package org.karyon.reading.genetics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.reading.genetics.LesionEvidence.Says;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.ResultValue;

/**
 * Reads the DNA index of flow cytometry: the DNA content of the leukemic cells, 1 for 46
 * chromosomes. It sees ploidy and nothing else, and not a doubled hypodiploid clone.
 */
final class DnaIndexReader {

  private final Guideline guideline;

  DnaIndexReader(Guideline guideline) {
    this.guideline = guideline;
  }

  List<LesionEvidence> read(Result result) {
    Optional<BigDecimal> index =
        result.isFinal() && result.name().contain("dna index")
            ? result
                .number()
                .filter(number -> number.comparator().isEmpty())
                .map(ResultValue.Measured::number)
            : Optional.empty();
    return index.map(value -> says(value, result)).orElse(List.of());
  }

  private List<LesionEvidence> says(BigDecimal index, Result result) {
    List<LesionEvidence> evidence = new ArrayList<>();
    if (isBelow(index, ParameterId.DNA_INDEX_HYPODIPLOIDY_BELOW)) {
      evidence.add(evidence(Facts.HYPODIPLOIDY, Says.PRESENT, result));
      return evidence;
    }
    boolean high = !isBelow(index, ParameterId.DNA_INDEX_HIGH_HYPERDIPLOIDY_FROM);
    if (high && isUpTo(index, ParameterId.DNA_INDEX_HIGH_HYPERDIPLOIDY_TO)) {
      evidence.add(evidence(Facts.HIGH_HYPERDIPLOIDY, Says.PRESENT, result));
    } else if (isUpTo(index, ParameterId.DNA_INDEX_DIPLOID_TO)) {
      evidence.add(evidence(Facts.HIGH_HYPERDIPLOIDY, Says.ABSENT, result));
    } else {
      evidence.add(evidence(Facts.HIGH_HYPERDIPLOIDY, Says.POSSIBLE, result));
    }
    return evidence;
  }

  private boolean isUpTo(BigDecimal index, ParameterId parameter) {
    return index.compareTo(guideline.number(parameter)) <= 0;
  }

  private boolean isBelow(BigDecimal index, ParameterId parameter) {
    return index.compareTo(guideline.number(parameter)) < 0;
  }

  private static LesionEvidence evidence(Fact<Presence> fact, Says says, Result result) {
    return new LesionEvidence(fact, says, Optional.empty(), result.evidence());
  }
}
