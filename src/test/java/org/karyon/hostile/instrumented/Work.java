package org.karyon.hostile.instrumented;

import java.util.Locale;

/**
 * Counts what one thread does. Loaded by the boot loader, because the JDK's own classes are made to
 * call it; therefore it uses nothing but the simplest of them.
 */
public final class Work {

  private static long steps;
  private static long characters;

  private Work() {}

  /** Begins anew. */
  public static void begin() {
    steps = 0;
    characters = 0;
  }

  /** Rounds of loops, and calls of methods. */
  public static long steps() {
    return steps;
  }

  /** Characters that patterns and searches looked at. */
  public static long characters() {
    return characters;
  }

  /** Called for each round of a loop and at the beginning of each method. */
  public static void step() {
    steps++;
  }

  /** A text for a pattern, which tells of every character that is looked at. */
  public static CharSequence counted(CharSequence text) {
    return text instanceof Counted ? text : new Counted(text);
  }

  public static int indexOf(String text, String part) {
    return searched(text, 0, text.indexOf(part));
  }

  public static int indexOf(String text, String part, int from) {
    return searched(text, from, text.indexOf(part, from));
  }

  public static int indexOf(String text, int character) {
    return searched(text, 0, text.indexOf(character));
  }

  public static int indexOf(String text, int character, int from) {
    return searched(text, from, text.indexOf(character, from));
  }

  public static int lastIndexOf(String text, String part) {
    characters += text.length();
    return text.lastIndexOf(part);
  }

  public static int lastIndexOf(String text, int character) {
    characters += text.length();
    return text.lastIndexOf(character);
  }

  public static boolean contains(String text, CharSequence part) {
    return indexOf(text, part.toString()) >= 0;
  }

  public static String replace(String text, CharSequence part, CharSequence other) {
    characters += text.length();
    return text.replace(part, other);
  }

  public static String replace(String text, char part, char other) {
    characters += text.length();
    return text.replace(part, other);
  }

  public static String toLowerCase(String text, Locale locale) {
    characters += text.length();
    return text.toLowerCase(locale);
  }

  public static StringBuilder insert(StringBuilder text, int at, String part) {
    characters += text.length();
    return text.insert(at, part);
  }

  public static StringBuilder deleteCharAt(StringBuilder text, int at) {
    characters += text.length() - at;
    return text.deleteCharAt(at);
  }

  private static int searched(String text, int from, int found) {
    characters += Math.max(0, (found < 0 ? text.length() : found) - from);
    return found;
  }

  private record Counted(CharSequence text) implements CharSequence {

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      characters++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      characters += end - start;
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
