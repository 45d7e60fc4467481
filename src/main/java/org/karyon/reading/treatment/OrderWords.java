package org.karyon.reading.treatment;

import java.util.regex.Pattern;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/** The words of an order without what says how much and how it is given. */
final class OrderWords {

  private static final Pattern AMOUNT =
      Pattern.compile(
          // A number has few parts; a list of thousands must not be gone over from each of them.
          "(?i)\\b\\d++(?:[.,]\\d++){0,6}\\s*+(?:mg|mcg|g|iu|units?|ml)\\b"
              + "(?:\\s*/\\s*(?:m2|m\\u00b2|kg|ml|day|dose)\\b){0,6}");

  private OrderWords() {}

  /** A number without a unit of a dose stays: "PEG 3350" is no asparaginase. */
  static String withoutDose(Terminology terminology, String words) {
    return terminology
        .anyOf(PhraseList.WAYS_OF_GIVING)
        .matcher(AMOUNT.matcher(words).replaceAll(" "))
        .replaceAll(" ");
  }
}
