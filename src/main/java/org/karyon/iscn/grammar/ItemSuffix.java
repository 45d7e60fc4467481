package org.karyon.iscn.grammar;

import org.karyon.iscn.text.Cursor;

/** What may follow an entry: copies (x2), a constitutional mark (c), origin, question marks. */
record ItemSuffix(int low, int high, boolean constitutional, boolean doubtful) {

  private static final int MOST_COPIES = 99;
  private static final String[] ORIGINS = {"dmat", "dpat", "mat", "pat", "dinh", "inh", "dn"};

  ItemSuffix doubtful(boolean more) {
    return more ? new ItemSuffix(low, high, constitutional, true) : this;
  }

  static ItemSuffix read(Cursor cursor) {
    int low = 1;
    int high = 1;
    boolean doubtful = cursor.skipAny("?");
    if (cursor.lower() == 'x' && Cursor.isDigit(cursor.peek(1))) {
      cursor.skip(1);
      low = clamp(cursor.number());
      high = low;
      if ("~-".indexOf(cursor.peek()) >= 0 && Cursor.isDigit(cursor.peek(1))) {
        cursor.skip(1);
        high = Math.max(low, clamp(cursor.number()));
      }
    }
    doubtful |= cursor.skipAny("?");
    boolean constitutional = cursor.lower() == 'c' && endsAfter(cursor, 1);
    if (constitutional) {
      cursor.skip(1);
    }
    for (String origin : ORIGINS) {
      if (cursor.at(origin) && endsAfter(cursor, origin.length())) {
        cursor.skip(origin.length());
        // An origin is only stated for what was inherited or arose before birth.
        constitutional = true;
      }
    }
    cursor.skipAny("'`*");
    return new ItemSuffix(low, high, constitutional, doubtful);
  }

  private static boolean endsAfter(Cursor cursor, int length) {
    char next = cursor.peek(length);
    return next == '\0' || ",[+-.]/?;".indexOf(next) >= 0;
  }

  private static int clamp(int copies) {
    return Math.clamp(copies, 1, MOST_COPIES);
  }
}
