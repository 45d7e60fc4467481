package org.karyon.chart;

import java.util.Arrays;
import tools.jackson.core.JsonParser;

/**
 * The short texts of one document, each made once, however often it comes again. What finds no
 * place is made anew, so that no choice of texts can make a look-up slow.
 */
final class Texts {

  private static final int LONGEST = 200;
  private static final int MOST_PLACES = 8_192;
  private static final int MOST_STEPS = 8;

  private String[] places = empty(256);
  private int kept;

  private static String[] empty(int size) {
    String[] places = new String[size];
    Arrays.fill(places, "");
    return places;
  }

  /** The text of the token at which a parser stands. */
  String of(JsonParser parser) {
    return of(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
  }

  /** The same, where it is often the text that stood there before. */
  String of(JsonParser parser, String before) {
    char[] characters = parser.getStringCharacters();
    int from = parser.getStringOffset();
    int length = parser.getStringLength();
    return isSame(before, characters, from, length) ? before : of(characters, from, length);
  }

  private String of(char[] characters, int from, int length) {
    if (length == 0 || length > LONGEST) {
      return new String(characters, from, length);
    }
    int hash = 0;
    for (int at = from; at < from + length; at++) {
      hash = 31 * hash + characters[at];
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      int place = (spread(hash) + step) & (places.length - 1);
      String known = places[place];
      if (known.isEmpty()) {
        return keep(new String(characters, from, length), place);
      }
      if (known.hashCode() == hash && isSame(known, characters, from, length)) {
        return known;
      }
    }
    return new String(characters, from, length);
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }

  private static boolean isSame(String known, char[] characters, int from, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int at = 0; at < length; at++) {
      if (known.charAt(at) != characters[from + at]) {
        return false;
      }
    }
    return true;
  }

  private String keep(String text, int place) {
    places[place] = text;
    kept++;
    if (kept > places.length / 2 && places.length < MOST_PLACES) {
      grow();
    }
    return text;
  }

  private void grow() {
    String[] before = places;
    places = empty(before.length * 2);
    kept = 0;
    for (String text : before) {
      for (int step = 0; step < MOST_STEPS && !text.isEmpty(); step++) {
        int place = (spread(text.hashCode()) + step) & (places.length - 1);
        if (places[place].isEmpty()) {
          places[place] = text;
          kept++;
          break;
        }
      }
    }
  }
}
