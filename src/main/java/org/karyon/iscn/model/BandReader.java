package org.karyon.iscn.model;

import java.util.ArrayList;
import java.util.List;

/** Reads band lists such as {@code q34}, {@code p1?3p2?2}, {@code q21~q22} or {@code q12-21}. */
public final class BandReader {

  private static final int[] WIDTHS = {Band.ARM_END, 10_000, 1_000, 100, 10, 1};
  private static final int MOST_BANDS = 16;

  private final String text;
  private final int end;
  private int place;

  private BandReader(String text, int from, int end) {
    this.text = text;
    this.place = from;
    this.end = end;
  }

  /** The bands of one chromosome; characters that belong to no band are passed over. */
  public static List<Band> read(String text, int from, int end) {
    return new BandReader(text, from, end).bands();
  }

  private List<Band> bands() {
    List<Band> bands = new ArrayList<>(2);
    while (place < end && bands.size() < MOST_BANDS) {
      int before = place;
      boolean doubtful = skipQuestionMarks();
      Arm arm = arm();
      if (arm == Arm.UNSTATED && place == end) {
        bands.add(Band.NOWHERE);
      } else if (arm != Arm.UNSTATED) {
        bands.add(band(arm, doubtful));
      }
      if (place == before) {
        place++;
      }
    }
    return bands;
  }

  private Band band(Arm arm, boolean doubtful) {
    if (at("ter")) {
      place += 3;
      return new Band(arm, Band.ARM_END - 1, Band.ARM_END, doubtful);
    }
    Digits first = digits();
    boolean uncertain = doubtful || first.questioned || first.count == 0;
    int from = first.value;
    int to = first.value + WIDTHS[first.count];
    if (place < end && (text.charAt(place) == '~' || text.charAt(place) == '-')) {
      place++;
      Digits second = intervalEnd(first);
      if (second.count > 0) {
        from = Math.min(from, second.value);
        to = Math.max(to, second.value + WIDTHS[second.count]);
        uncertain = true;
      }
    }
    return new Band(arm, from, Math.min(to, Band.ARM_END), uncertain);
  }

  private Digits intervalEnd(Digits first) {
    int before = place;
    boolean questioned = skipQuestionMarks();
    if (place < end && arm() == Arm.UNSTATED) {
      place = Math.max(before, place);
    }
    Digits second = digits();
    // "q2-4" names two bands of one region by their last digit.
    if (second.count == 1 && first.count == 2) {
      int region = first.value / 10_000 * 10_000;
      return new Digits(region + second.value / 10, 2, true);
    }
    return new Digits(second.value, second.count, questioned || second.questioned);
  }

  private boolean skipQuestionMarks() {
    boolean found = false;
    while (place < end && text.charAt(place) == '?') {
      place++;
      found = true;
    }
    return found;
  }

  private Arm arm() {
    if (place >= end) {
      return Arm.UNSTATED;
    }
    char c = text.charAt(place);
    if (c == 'p' || c == 'P') {
      place++;
      return Arm.SHORT;
    }
    if (c == 'q' || c == 'Q') {
      place++;
      return Arm.LONG;
    }
    return Arm.UNSTATED;
  }

  private boolean at(String word) {
    return text.regionMatches(true, place, word, 0, word.length());
  }

  /** Digits as far as they go: region, band, and up to three digits of sub-band. */
  private Digits digits() {
    int value = 0;
    int count = 0;
    int unit = 10_000;
    boolean questioned = false;
    while (place < end) {
      char c = text.charAt(place);
      if (c >= '0' && c <= '9') {
        if (count < WIDTHS.length - 1) {
          value += (c - '0') * unit;
          unit /= 10;
          count++;
        }
      } else if (c == '?') {
        questioned = true;
      } else if (c != '.' && c != '*' && c != '\'') {
        break;
      }
      place++;
    }
    return new Digits(value, count, questioned);
  }

  private record Digits(int value, int count, boolean questioned) {}
}
