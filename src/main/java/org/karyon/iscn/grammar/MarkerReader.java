package org.karyon.iscn.grammar;

import java.util.List;
import java.util.Optional;
import org.karyon.iscn.model.MarkerChange;
import org.karyon.iscn.text.Cursor;

/** Reads unidentified material: {@code mar1}, {@code 1~4mar}, {@code 2-5r}, {@code dmin}. */
final class MarkerReader {

  private static final int MOST_MARKERS = 99;
  private static final List<MarkerChange.Kind> KINDS = List.of(MarkerChange.Kind.values());

  private MarkerReader() {}

  /** Unidentified material and how much of it. */
  record Marker(MarkerChange.Kind kind, String name, int low, int high) {}

  static Optional<Marker> read(Cursor cursor) {
    int from = cursor.place();
    int low = Math.clamp(cursor.number(), -1, MOST_MARKERS);
    int high = low;
    if (low >= 0 && "~-".indexOf(cursor.peek()) >= 0 && !cursor.atEnd()) {
      cursor.skip(1);
      cursor.skipAny(">");
      high = Math.max(low, Math.clamp(cursor.number(), -1, MOST_MARKERS));
    }
    for (MarkerChange.Kind kind : KINDS) {
      if (cursor.at(kind.keyword()) && endsAsMarker(cursor, kind.keyword().length())) {
        cursor.skip(kind.keyword().length());
        return Optional.of(named(cursor, kind, low < 0 ? 1 : low, low < 0 ? 1 : high));
      }
    }
    cursor.moveTo(from);
    return Optional.empty();
  }

  private static Marker named(Cursor cursor, MarkerChange.Kind kind, int low, int high) {
    if (cursor.lower() == 's') {
      cursor.skip(1);
    }
    int from = cursor.place();
    cursor.number();
    String name = cursor.text().substring(from, cursor.place());
    return new Marker(kind, name, low, high);
  }

  private static boolean endsAsMarker(Cursor cursor, int length) {
    char next = cursor.peek(length);
    return next == '\0' || ",[+-.]/?;sxXc'".indexOf(next) >= 0 || Cursor.isDigit(next);
  }
}
