package org.karyon.spark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.registry.AssessExported;
import org.karyon.registry.Drugs;
import org.karyon.registry.ExportLine;
import org.karyon.registry.ExportedPatient;

/**
 * Assesses one patient after the other of a group whose lines come sorted: first the drugs, then
 * what belongs to nobody, then each patient's lines in their order. Memory holds the drugs and one
 * patient.
 */
final class AssessGroups implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;
  private static final int MOST_DRUGS = 200_000;

  private final Places places;
  private final String asOf;
  private final boolean replayed;

  AssessGroups(Places places, LocalDate asOf, boolean replayed) {
    this.places = places;
    this.asOf = asOf.toString();
    this.replayed = replayed;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> lines) {
    return new Answers(lines);
  }

  /** The answers of one group. */
  private final class Answers implements Iterator<Row> {

    private final Iterator<Row> lines;
    private List<Row> own = List.of();
    private final Drugs drugs = new Drugs(MOST_DRUGS);
    private final AssessExported assess =
        new AssessExported(
            Knowledge.guideline(),
            new RecordJson(ReadLimits.CLINICAL),
            drugs,
            line -> place(own.get(Math.toIntExact(line.line()))),
            LocalDate.parse(asOf),
            replayed);
    private Optional<Row> ahead = Optional.empty();

    private Answers(Iterator<Row> lines) {
      this.lines = lines;
      advance();
    }

    private void advance() {
      ahead = Optional.empty();
      while (ahead.isEmpty() && lines.hasNext()) {
        Row row = lines.next();
        if (row.getInt(1) == OwnLines.DRUG) {
          drugs.add(row.getString(2), row.getString(6));
        } else {
          ahead = Optional.of(row);
        }
      }
    }

    private String place(Row row) {
      return places.place(row.getInt(3), row.getLong(4), row.getLong(5));
    }

    @Override
    public boolean hasNext() {
      return ahead.isPresent();
    }

    @Override
    public Row next() {
      Row first = ahead.orElseThrow(NoSuchElementException::new);
      if (first.getInt(1) == OwnLines.NOBODY) {
        advance();
        return AnswerRow.broken(place(first), first.getString(6));
      }
      String patient = first.getString(2);
      own = new ArrayList<>();
      List<ExportLine> resources = new ArrayList<>();
      Map<String, Long> sources = new TreeMap<>();
      while (ahead.filter(row -> row.getString(2).equals(patient)).isPresent()) {
        Row row = ahead.get();
        // The place of a line is asked for by its number among the patient's own.
        resources.add(new ExportLine(patient, row.getInt(3), own.size(), row.getString(6)));
        own.add(row);
        sources.merge(places.name(row.getInt(3)), 1L, Long::sum);
        advance();
      }
      return AnswerRow.of(assess.assess(new ExportedPatient(patient, resources)), sources);
    }
  }
}
