package org.karyon.reading.response;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.MeasurableResidualDisease;
import org.karyon.reading.resources.Result;
import org.karyon.reading.words.Words;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/**
 * Results of one day by flow cytometry and by a molecular assay see different things: where they
 * disagree the positive one counts, and the other is shown against it.
 */
final class TwoMethods {

  private final Terminology terminology;

  TwoMethods(Terminology terminology) {
    this.terminology = terminology;
  }

  boolean disagree(List<ResidualDiseaseStatement> sameDay, Predicate<Result> isTranscript) {
    Set<Boolean> positive = new LinkedHashSet<>();
    Set<Boolean> negative = new LinkedHashSet<>();
    for (ResidualDiseaseStatement statement : sameDay) {
      Words name = statement.result().name();
      boolean flow = name.containAny(terminology.phrases(PhraseList.FLOW_CYTOMETRY_BY_NAME));
      if (flow
          || name.containAny(terminology.phrases(PhraseList.MOLECULAR_ASSAYS))
          || isTranscript.test(statement.result())) {
        (isPositive(statement) ? positive : negative).add(flow);
      }
    }
    return !positive.isEmpty() && !negative.isEmpty() && !positive.equals(negative);
  }

  static Finding<MeasurableResidualDisease> positive(List<ResidualDiseaseStatement> sameDay) {
    return new Known<>(
        MeasurableResidualDisease.POSITIVE,
        shown(sameDay.stream().filter(TwoMethods::isPositive)),
        shown(sameDay.stream().filter(statement -> !isPositive(statement))));
  }

  private static List<Evidence> shown(Stream<ResidualDiseaseStatement> statements) {
    return statements.map(ResidualDiseaseStatement::shown).toList();
  }

  private static boolean isPositive(ResidualDiseaseStatement statement) {
    return statement.answer().equals(Optional.of(MeasurableResidualDisease.POSITIVE));
  }
}
