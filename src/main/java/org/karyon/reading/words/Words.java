package org.karyon.reading.words;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the words of a record: case, punctuation and the many ways to write a fusion do not
 * matter.
 */
public final class Words {

  private static final char FIRST_ACCENTED = 0xc0;
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
  private static final Pattern ONE_PLACE =
      Pattern.compile(" (?:exons? \\d|[cpg] [a-z]{0,3}\\d|[a-z]\\d{1,4}[a-z] )");

  private static final Pattern QUESTION = Pattern.compile("(?:^|[\\s(])\\?|\\?(?=[\\s).,;]|$)");

  /** Where a word begins with "ph"; the first group is the sign of more, the second of none. */
  private static final Pattern PH_SIGN =
      Pattern.compile(
          "(ph ?\\+|ph[ -]?pos(?:itive)?\\b|philadelphia[ -]pos(?:itive)?\\b)"
              + "|(ph[ -]?neg(?:ative)?\\b|ph ?[-\\u2212\\u2013](?= |$|,|\\))"
              + "|philadelphia[ -]neg(?:ative)?\\b)");

  /**
   * The vocabulary is fixed, so each phrase is normalised once; text from the record never comes
   * here.
   */
  private static final Map<String, Phrase> PHRASES = new ConcurrentHashMap<>();

  private final String padded;
  private final long letters;
  private final long initials;

  private Words(String normal) {
    this.padded = ' ' + normal + ' ';
    long every = 0;
    long first = 0;
    boolean begins = false;
    for (int at = 0; at < padded.length(); at++) {
      char character = padded.charAt(at);
      long bit = 1L << character;
      every |= bit;
      if (begins) {
        first |= bit;
      }
      begins = character == ' ';
    }
    this.letters = every;
    this.initials = first;
  }

  /**
   * A phrase of the vocabulary.
   *
   * @param padded its words between two blanks
   * @param letters the letters and digits in it, a bit each, which a letter and a digit may share
   * @param initials those with which its words begin
   */
  private record Phrase(String padded, long letters, long initials) {

    private static Phrase of(String phrase) {
      Phrase known = PHRASES.get(phrase);
      return known == null ? PHRASES.computeIfAbsent(phrase, Phrase::normal) : known;
    }

    private static Phrase normal(String phrase) {
      Words words = Words.of(phrase);
      return new Phrase(words.padded, words.letters, words.initials);
    }
  }

  public static Words of(String text) {
    return new Words(normal(text));
  }

  /**
   * Small letters and digits without accents, everything else a blank; "Ph+" and "Ph-" keep their
   * sign as a word.
   */
  public static String normal(String text) {
    String lower = signs(unaccented(text).toLowerCase(Locale.ROOT));
    char[] normal = new char[lower.length()];
    int length = 0;
    boolean parted = false;
    for (int index = 0; index < lower.length(); index++) {
      char character = lower.charAt(index);
      if (!isWord(character)) {
        parted = length > 0;
        continue;
      }
      if (parted) {
        normal[length++] = ' ';
        parted = false;
      }
      normal[length++] = character;
    }
    return new String(normal, 0, length);
  }

  /** Signs of the Ph chromosome as words. Only where a word begins with "ph" is one looked for. */
  private static String signs(String lower) {
    int at = lower.indexOf("ph");
    if (at < 0) {
      return lower;
    }
    Matcher sign = PH_SIGN.matcher(lower).useAnchoringBounds(false).useTransparentBounds(true);
    StringBuilder signs = new StringBuilder(lower.length());
    int from = 0;
    while (at >= 0) {
      int next = at + 2;
      if ((at == 0 || !isPartOfWord(lower.charAt(at - 1)))
          && sign.region(at, lower.length()).lookingAt()) {
        next = sign.end();
        signs
            .append(lower, from, at)
            .append("ph chromosome ")
            .append(sign.start(1) >= 0 ? "positive " : "negative ");
        from = next;
      }
      at = lower.indexOf("ph", next);
    }
    return from == 0 ? lower : signs.append(lower, from, lower.length()).toString();
  }

  private static boolean isPartOfWord(char character) {
    return isWord(character) || character == '_';
  }

  private static boolean isWord(char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
  }

  private static String unaccented(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) >= FIRST_ACCENTED) {
        return ACCENTS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
            .replaceAll("")
            .replace("\u00df", "ss")
            .replace("\u0153", "oe");
      }
    }
    return text;
  }

  /**
   * Whether a text holds a question mark of its own: "ALL?", "? heart failure", and not one that
   * stands for a lost letter.
   */
  public static boolean isQuestioned(String text) {
    return text.indexOf('?') >= 0 && QUESTION.matcher(text).find();
  }

  /** The words, each parted by one blank. */
  String text() {
    return padded.strip();
  }

  /** Whether one of the phrases is all that is said; short forms mean much elsewhere. */
  public boolean areAny(List<String> phrases) {
    for (String phrase : phrases) {
      if (padded.equals(phrase(phrase))) {
        return true;
      }
    }
    return false;
  }

  /** What stands before the first of the phrases; all words when none occurs. */
  public Words before(List<String> phrases) {
    int first = padded.length();
    for (String phrase : phrases) {
      int at = padded.indexOf(phrase(phrase));
      first = at < 0 ? first : Math.min(first, at);
    }
    return new Words(padded.substring(0, first).strip());
  }

  /** A phrase of the vocabulary as it is looked for: normal, between two blanks. */
  public static String phrase(String phrase) {
    return Phrase.of(phrase).padded();
  }

  /** Whether they name one change of a sequence, or some exons: their absence is not the gene's. */
  public boolean isOfOnePlace() {
    return ONE_PLACE.matcher(padded).find();
  }

  public boolean contain(String phrase) {
    Phrase sought = Phrase.of(phrase);
    // Of most phrases some letter is missing.
    return (sought.letters() & ~letters) == 0
        && (sought.initials() & ~initials) == 0
        && padded.contains(sought.padded());
  }

  public boolean containAny(List<String> phrases) {
    for (String phrase : phrases) {
      if (contain(phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text begins with one of the phrases. */
  public boolean beginWithAny(List<String> phrases) {
    for (String phrase : phrases) {
      if (padded.startsWith(phrase(phrase))) {
        return true;
      }
    }
    return false;
  }

  /** The longest of the phrases that occurs, counted in words; zero when none does. */
  public int longest(List<String> phrases) {
    int longest = 0;
    for (String phrase : phrases) {
      if (contain(phrase)) {
        longest = Math.max(longest, phrase(phrase).strip().split(" ", -1).length);
      }
    }
    return longest;
  }
}
