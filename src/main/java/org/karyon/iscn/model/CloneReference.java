package org.karyon.iscn.model;

import org.karyon.iscn.text.Cursor;

/**
 * A clone written as a change of an earlier one.
 *
 * @param base which clone it starts from
 * @param number the number of a sideline (sdl2), 0 where none is written
 * @param multiplier how often the whole set is taken (idemx2)
 */
public record CloneReference(Base base, int number, int multiplier) {

  public static final CloneReference NONE = new CloneReference(Base.NONE, 0, 1);

  /** The words that refer to an earlier clone. */
  public enum Base {
    NONE,
    /** idem and sl: the first clone. */
    FIRST,
    /** sdl without a number: the clone before. */
    PREVIOUS,
    /** sdl1, sdl2: the sidelines in order. */
    SIDELINE
  }

  public boolean refers() {
    return base != Base.NONE;
  }

  /** Reads idem, sl or sdl with a multiplier; {@link #NONE} where none stands. */
  public static CloneReference read(Cursor cursor) {
    Base base;
    int number = 0;
    if (cursor.take("idem")) {
      base = Base.FIRST;
    } else if (cursor.take("sdl")) {
      number = Math.max(0, cursor.number());
      base = number > 0 ? Base.SIDELINE : Base.PREVIOUS;
    } else if (cursor.take("sl")) {
      number = Math.max(0, cursor.number());
      // A numbered stemline (sl1) is used for the first sideline.
      base = number > 0 ? Base.SIDELINE : Base.FIRST;
    } else {
      return NONE;
    }
    return new CloneReference(base, number, multiplier(cursor));
  }

  private static int multiplier(Cursor cursor) {
    int before = cursor.place();
    cursor.take(',');
    if (cursor.lower() == 'x' && Cursor.isDigit(cursor.peek(1))) {
      cursor.skip(1);
      return Math.clamp(cursor.number(), 1, 8);
    }
    cursor.moveTo(before);
    return 1;
  }
}
