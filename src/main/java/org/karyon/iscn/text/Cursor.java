package org.karyon.iscn.text;

/** A place that moves through a text towards an end. */
public final class Cursor {

  private final SourceText text;
  private final int end;
  private int place;

  public Cursor(SourceText text, int from, int end) {
    this.text = text;
    this.place = from;
    this.end = end;
  }

  public SourceText text() {
    return text;
  }

  public int place() {
    return place;
  }

  public int end() {
    return end;
  }

  public boolean atEnd() {
    return place >= end;
  }

  public void moveTo(int target) {
    place = Math.min(target, end);
  }

  public void skip(int characters) {
    moveTo(place + characters);
  }

  /** The character {@code ahead} places on, or NUL beyond the end. */
  public char peek(int ahead) {
    return place + ahead < end ? text.at(place + ahead) : '\0';
  }

  public char peek() {
    return peek(0);
  }

  public char lower() {
    return place < end ? text.lower(place) : '\0';
  }

  public boolean atDigit() {
    return isDigit(peek());
  }

  public boolean at(String word) {
    return place + word.length() <= end && text.hasWord(word, place);
  }

  /** Moves past the character when it is next. */
  public boolean take(char c) {
    if (peek() != c) {
      return false;
    }
    place++;
    return true;
  }

  /** Moves past the word, in any case, when it is next. */
  public boolean take(String word) {
    if (!at(word)) {
      return false;
    }
    place += word.length();
    return true;
  }

  /** Moves past characters of the set and says whether there were any. */
  public boolean skipAny(String set) {
    int before = place;
    while (place < end && set.indexOf(text.at(place)) >= 0) {
      place++;
    }
    return place > before;
  }

  /** A number of up to four digits, or -1 where none stands. */
  public int number() {
    if (!atDigit()) {
      return -1;
    }
    int value = 0;
    for (int digits = 0; atDigit(); digits++) {
      if (digits < 4) {
        value = value * 10 + (peek() - '0');
      }
      place++;
    }
    return value;
  }

  public Span spanFrom(int from) {
    return text.span(from, place);
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
