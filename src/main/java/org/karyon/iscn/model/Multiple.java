package org.karyon.iscn.model;

import org.karyon.iscn.text.Cursor;

/**
 * A multiplier of FISH signals: {@code 3}, {@code 5~8}, {@code 3/4}, {@code 12~>20}, {@code >25}.
 *
 * @param low smallest number, -1 where nothing is stated
 * @param high largest number
 * @param openEnded whether there is no upper bound
 */
public record Multiple(int low, int high, boolean openEnded) {

  public static final Multiple UNSTATED = new Multiple(-1, -1, false);

  public static Multiple read(String text, int from, int to) {
    int low = -1;
    int high = -1;
    boolean open = false;
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c == '>') {
        open = true;
      }
      if (!Cursor.isDigit(c)) {
        i++;
        continue;
      }
      int number = 0;
      while (i < to && Cursor.isDigit(text.charAt(i))) {
        number = Math.min(999, number * 10 + (text.charAt(i) - '0'));
        i++;
      }
      low = low < 0 ? number : Math.min(low, number);
      high = Math.max(high, number);
    }
    return low < 0 ? UNSTATED : new Multiple(low, high, open);
  }
}
