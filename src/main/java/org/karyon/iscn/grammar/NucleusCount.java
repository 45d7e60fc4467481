package org.karyon.iscn.grammar;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.karyon.iscn.text.Cursor;

/**
 * The nuclei counted in one FISH population.
 *
 * @param nuclei their number, -1 where only a share or nothing is stated
 * @param percent the share of all nuclei examined, where it is stated
 * @param examined how many nuclei were examined, where it is stated
 */
record NucleusCount(int nuclei, OptionalDouble percent, OptionalInt examined) {

  static final NucleusCount UNSTATED =
      new NucleusCount(-1, OptionalDouble.empty(), OptionalInt.empty());

  static NucleusCount read(String content) {
    double first = number(content, 0);
    int slash = content.indexOf('/');
    if (first < 0) {
      return UNSTATED;
    }
    if (content.indexOf('%') >= 0) {
      double share = slash >= 0 ? number(content, slash + 1) : first;
      return new NucleusCount(-1, OptionalDouble.of(share), OptionalInt.empty());
    }
    if (slash >= 0) {
      double all = number(content, slash + 1);
      return all > 0
          ? new NucleusCount(-1, OptionalDouble.of(100 * first / all), OptionalInt.of((int) all))
          : UNSTATED;
    }
    return new NucleusCount((int) first, OptionalDouble.empty(), OptionalInt.of((int) first));
  }

  private static double number(String content, int from) {
    int i = from;
    while (i < content.length() && !Cursor.isDigit(content.charAt(i))) {
      i++;
    }
    if (i == content.length()) {
      return -1;
    }
    double value = 0;
    double unit = 1;
    boolean fraction = false;
    for (; i < content.length(); i++) {
      char c = content.charAt(i);
      if (Cursor.isDigit(c)) {
        unit = fraction ? unit / 10 : unit;
        value = fraction ? value + (c - '0') * unit : value * 10 + (c - '0');
      } else if (c == '.' && !fraction) {
        fraction = true;
      } else {
        break;
      }
    }
    return Math.min(value, 1_000_000);
  }
}
