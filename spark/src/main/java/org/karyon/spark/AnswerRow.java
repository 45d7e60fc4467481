package org.karyon.spark;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.karyon.registry.PatientAnswer;

/** An answer as a row of the table {@link Columns#ANSWERS}. */
final class AnswerRow {

  private AnswerRow() {}

  static Row of(PatientAnswer answer, Map<String, Long> sources) {
    return RowFactory.create(
        Columns.PATIENT,
        answer.patient(),
        java.sql.Date.valueOf(answer.asOf()),
        answer.guideline(),
        answer.scope(),
        answer.riskGroup().orElse(null),
        answer.provisional().orElse(null),
        rows(List.copyOf(answer.facts().entrySet()), AnswerRow::fact),
        texts(answer.rules()),
        texts(answer.possible()),
        rows(answer.options(), o -> RowFactory.create(o.id(), o.status(), texts(o.needs()))),
        texts(answer.missing()),
        texts(answer.treatedWith()),
        rows(answer.gaps(), gap -> RowFactory.create(gap.about(), gap.message())),
        rows(
            List.copyOf(sources.entrySet()),
            source -> RowFactory.create(source.getKey(), source.getValue())),
        answer.line(),
        null,
        null);
  }

  static Row broken(String place, String reason) {
    @Nullable Object[] values = new Object[Columns.ANSWERS.size()];
    values[0] = Columns.BROKEN_LINE;
    values[values.length - 2] = place;
    values[values.length - 1] = reason;
    return RowFactory.create(values);
  }

  private static Row fact(Map.Entry<String, PatientAnswer.FactAnswer> fact) {
    return RowFactory.create(
        fact.getKey(),
        fact.getValue().value().orElse(null),
        fact.getValue().unknown().orElse(null),
        texts(fact.getValue().resources()));
  }

  private static String[] texts(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  private static <T> Row[] rows(List<T> values, Function<T, Row> row) {
    return values.stream().map(row).toArray(Row[]::new);
  }
}
