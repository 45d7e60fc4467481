package org.karyon.iscn.text;

import java.util.Arrays;
import java.util.List;

/**
 * A text made uniform for reading in which every character knows where it stood originally.
 *
 * <p>Where nothing had to be changed no table is kept: positions differ by a fixed offset only.
 */
public final class SourceText {

  private static final int[] NONE = {};

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final int offset;

  private SourceText(String text, int[] starts, int[] ends, int offset) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.offset = offset;
  }

  static SourceText unchanged(String text) {
    return new SourceText(text, NONE, NONE, 0);
  }

  static SourceText mapped(String text, int[] starts, int[] ends) {
    return new SourceText(text, starts, ends, 0);
  }

  public int length() {
    return text.length();
  }

  /** The character at an index, or NUL beyond the end. */
  public char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : '\0';
  }

  /** The character at an index in lower case, or NUL beyond the end. */
  public char lower(int index) {
    char c = at(index);
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  public String substring(int from, int to) {
    return text.substring(from, to);
  }

  /** The first such character of [from, to), or -1. */
  public int indexOf(char c, int from, int to) {
    return text.indexOf(c, from, to);
  }

  /** Whether the lower-case word stands at the index, whatever the case of the text. */
  public boolean hasWord(String word, int index) {
    return text.regionMatches(true, index, word, 0, word.length());
  }

  /** The place in the original text of [from, to). */
  public Span span(int from, int to) {
    if (to <= from) {
      int place = from < text.length() ? start(from) : endOfLast();
      return new Span(place, place);
    }
    return new Span(start(from), end(to - 1));
  }

  private int endOfLast() {
    return text.isEmpty() ? offset : end(text.length() - 1);
  }

  private int start(int index) {
    return starts.length == 0 ? offset + index : starts[index];
  }

  private int end(int index) {
    return ends.length == 0 ? offset + index + 1 : ends[index];
  }

  /** The stretches [from, to) given in pairs, put together without blanks. */
  public SourceText compact(List<Integer> stretches) {
    if (stretches.size() == 2 && !hasBlank(stretches.getFirst(), stretches.getLast())) {
      return slice(stretches.getFirst(), stretches.getLast());
    }
    int most = 0;
    for (int pair = 0; pair + 1 < stretches.size(); pair += 2) {
      most += stretches.get(pair + 1) - stretches.get(pair);
    }
    StringBuilder kept = new StringBuilder(most);
    int[] keptStarts = new int[most];
    int[] keptEnds = new int[most];
    for (int pair = 0; pair + 1 < stretches.size(); pair += 2) {
      for (int i = stretches.get(pair); i < stretches.get(pair + 1); i++) {
        if (text.charAt(i) != ' ') {
          keptStarts[kept.length()] = start(i);
          keptEnds[kept.length()] = end(i);
          kept.append(text.charAt(i));
        }
      }
    }
    return new SourceText(kept.toString(), keptStarts, keptEnds, 0);
  }

  /** The stretch [from, to) as a text of its own. */
  public SourceText slice(int from, int to) {
    String part = text.substring(from, to);
    if (starts.length == 0) {
      return new SourceText(part, NONE, NONE, offset + from);
    }
    int[] partStarts = Arrays.copyOfRange(starts, from, to);
    int[] partEnds = Arrays.copyOfRange(ends, from, to);
    // An empty table would be taken for an unchanged text, so an empty part keeps its place.
    return part.isEmpty()
        ? new SourceText(part, NONE, NONE, from < starts.length ? starts[from] : 0)
        : new SourceText(part, partStarts, partEnds, 0);
  }

  private boolean hasBlank(int from, int to) {
    return text.indexOf(' ', from, to) >= 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
