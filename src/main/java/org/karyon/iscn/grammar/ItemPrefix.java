package org.karyon.iscn.grammar;

import org.karyon.iscn.model.Notation;
import org.karyon.iscn.text.Cursor;

/** The signs before an entry: plus, minus and question marks in any order. */
record ItemPrefix(Notation.Sign sign, boolean doubtful) {

  boolean signed() {
    return sign != Notation.Sign.REPLACEMENT;
  }

  static ItemPrefix read(Cursor cursor) {
    Notation.Sign sign = Notation.Sign.REPLACEMENT;
    boolean doubtful = false;
    while ("+-?~".indexOf(cursor.peek()) >= 0 && !cursor.atEnd()) {
      switch (cursor.peek()) {
        case '+' -> sign = Notation.Sign.GAIN;
        case '-' -> sign = Notation.Sign.LOSS;
        default -> doubtful = true;
      }
      cursor.skip(1);
    }
    return new ItemPrefix(sign, doubtful);
  }
}
