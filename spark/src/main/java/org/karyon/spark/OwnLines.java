package org.karyon.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.karyon.registry.LineOwner;

/**
 * Tells whose each line is, before the grouping. A drug belongs to no patient and goes to every
 * group of patients, so that one pass over the export is enough.
 */
final class OwnLines implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  static final int DRUG = 0;
  static final int NOBODY = 1;
  static final int PATIENT = 2;

  private final Places places;
  private final int buckets;

  OwnLines(Places places, int buckets) {
    this.places = places;
    this.buckets = buckets;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> lines) {
    return new Owned(lines);
  }

  /** The lines of one block after another, as they stand in it. */
  private final class Owned implements Iterator<Row> {

    private final Iterator<Row> lines;
    private final Map<String, Integer> files = places.numbers();
    private final Deque<Row> ready = new ArrayDeque<>();
    private String address = "";
    private int file;
    private long block = -1;
    private long line;

    private Owned(Iterator<Row> lines) {
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && lines.hasNext()) {
        take(lines.next());
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void take(Row read) {
      String from = read.getString(1);
      if (read.getLong(2) != block || !from.equals(address)) {
        address = from;
        file = files.get(places.name(from));
        block = read.getLong(2);
        line = 0;
      }
      line++;
      // A mark of the byte order at the beginning of a file is no part of its first line.
      String text = line == 1 ? read.getString(0).replaceFirst("^\\uFEFF", "") : read.getString(0);
      if (text.isBlank()) {
        return;
      }
      switch (LineOwner.of(text)) {
        case LineOwner.OfPatient of -> add(bucket(of.patient()), PATIENT, of.patient(), text);
        case LineOwner.Drug drug -> {
          for (int bucket = 0; bucket < buckets; bucket++) {
            add(bucket, DRUG, drug.id(), text);
          }
        }
        case LineOwner.Nobody nobody -> add(bucket(text), NOBODY, "", nobody.reason());
        case LineOwner.Broken broken -> add(bucket(text), NOBODY, "", broken.reason());
      }
    }

    private int bucket(String of) {
      return Math.floorMod(of.hashCode() * 0x9E3779B1, buckets);
    }

    private void add(int bucket, int owner, String id, String text) {
      ready.add(RowFactory.create(bucket, owner, id, file, block, line, text));
    }
  }
}
