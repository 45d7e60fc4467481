package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import org.karyon.iscn.model.Multiple;
import org.karyon.iscn.model.ProbeSignal;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.SourceText;

/**
 * Reads signals of probes such as {@code ABL1x3}, {@code 5'MLL}, {@code wcp7+} or {@code MYC amp}.
 */
final class ProbeReader {

  /** The number of signals where none is written. */
  static final int UNSTATED = -1;

  private static final int MOST_SIGNALS = 64;

  private ProbeReader() {}

  /** The signals between two places, one list for each part between semicolons. */
  static List<List<ProbeSignal>> parts(SourceText text, int from, int to) {
    List<List<ProbeSignal>> parts = new ArrayList<>(1);
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || text.at(i) == ';') {
        parts.add(signals(text.substring(start, i)));
        start = i + 1;
      }
    }
    return parts;
  }

  /** The signals of a list with commas; the parts of a "con" or "sep" are not signals. */
  static List<ProbeSignal> signals(String list) {
    List<ProbeSignal> signals = new ArrayList<>(2);
    int start = 0;
    for (int i = 0; i <= list.length() && signals.size() < MOST_SIGNALS; i++) {
      if (i == list.length() || list.charAt(i) == ',') {
        String written = list.substring(start, i).strip();
        if (!written.isEmpty()) {
          signals.add(signal(written));
        }
        start = i + 1;
      }
    }
    return signals;
  }

  /** One signal; a number that is not written is {@link #UNSTATED}. */
  static ProbeSignal signal(String written) {
    int times = multiplier(written);
    String name = times < 0 ? written : written.substring(0, times);
    Multiple multiple =
        times < 0 ? Multiple.UNSTATED : Multiple.read(written, times + 1, written.length());
    boolean constitutional = times >= 0 && written.endsWith("c");
    String lower = name.stripTrailing();
    boolean amplified = multiple.openEnded();
    if (lower.length() > 4 && lower.regionMatches(true, lower.length() - 3, "amp", 0, 3)) {
      amplified = true;
      lower = lower.substring(0, lower.length() - 3).stripTrailing();
    }
    int bare = withoutSigns(lower);
    int low = multiple.low();
    int high = multiple.high();
    if (low == UNSTATED && bare < lower.length()) {
      low = lower.charAt(lower.length() - 1) == '-' ? 0 : lower.length() - bare;
      high = low;
    }
    return named(lower.substring(0, bare), low, high, amplified, constitutional);
  }

  private static ProbeSignal named(
      String name, int low, int high, boolean amplified, boolean constitutional) {
    ProbeSignal.Part part = ProbeSignal.Part.WHOLE;
    String probe = name;
    int prime = name.indexOf('\'');
    if (prime > 0) {
      char side = name.charAt(prime - 1);
      part = side == '5' ? ProbeSignal.Part.FIVE_PRIME : ProbeSignal.Part.THREE_PRIME;
      probe = name.substring(0, prime - 1) + name.substring(prime + 1);
    }
    return new ProbeSignal(ProbeNames.current(probe), part, low, high, amplified, constitutional);
  }

  /** The place of the multiplication sign that ends a signal, or -1. */
  private static int multiplier(String written) {
    int i = written.length() - 1;
    while (i > 0 && "0123456789~>-/?c ".indexOf(written.charAt(i)) >= 0) {
      i--;
    }
    // A capital X ends the names of RUNX1 and PBX1; it multiplies only after a number or a sign.
    boolean found =
        i > 0
            && (written.charAt(i) == 'x'
                || (written.charAt(i) == 'X' && !Cursor.isLetter(written.charAt(i - 1))));
    return found && i + 1 < written.length() && hasDigit(written, i) ? i : -1;
  }

  private static boolean hasDigit(String written, int from) {
    for (int i = from; i < written.length(); i++) {
      if (Cursor.isDigit(written.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int withoutSigns(String name) {
    int end = name.length();
    while (end > 1 && (name.charAt(end - 1) == '+' || name.charAt(end - 1) == '-')) {
      end--;
    }
    return end;
  }
}
