package org.karyon.reading.treatment;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Dosage;
import org.karyon.reading.resources.Codings;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/** By which route a drug is given, as far as the cerebrospinal fluid is concerned. */
public record Route(boolean isIntrathecal, String words) {

  static final Route NONE = new Route(false, "");

  /** The abbreviation, which in capitals is told from the pronoun by the verb before it. */
  private static final Pattern ABBREVIATED =
      Pattern.compile("(?i:\\bi\\.? ?th\\.)|\\bi\\.t\\.|(?<!\\b(?:TAKE|GIVE|USE) )\\bIT\\b");

  /** How far before the route a denial may stand, and what ends its reach. */
  private static final int NEAR = 40;

  /** No denial is longer, so that a text is looked at in pieces whatever its length. */
  private static final int LONGEST_DENIAL = 20;

  private static final Pattern END = Pattern.compile("[.;]");

  public static Route of(Codings codings, List<Dosage> dosages) {
    return new Route(
        dosages.stream().anyMatch(dosage -> isIntrathecal(codings, dosage.route(), dosage.text())),
        dosages.stream().map(Route::words).collect(Collectors.joining(" | ")));
  }

  public static Route of(Codings codings, CodeableConcept route, String text) {
    return new Route(isIntrathecal(codings, route, text), Codings.allWords(route) + " | " + text);
  }

  private static String words(Dosage dosage) {
    return Codings.allWords(dosage.route())
        + " | "
        + dosage.text()
        + (dosage.weekly() ? " | once a week" : "");
  }

  private static boolean isIntrathecal(Codings codings, CodeableConcept route, String text) {
    return codings.areAny(route, ConceptGroup.INTRATHECAL_ROUTES)
        || names(codings, Codings.allWords(route))
        || names(codings, text);
  }

  /**
   * Whether words name the route and deny it nowhere: labels warn of it as often as they order it
   * ("not for intrathecal use").
   */
  static boolean names(Codings codings, String words) {
    Terminology terminology = codings.terminology();
    Matcher named = terminology.anyBeginning(PhraseList.NAMES_OF_INTRATHECAL).matcher(words);
    if (!named.find()) {
      return ABBREVIATED.matcher(words).find();
    }
    do {
      if (isDenied(terminology, before(words, named.start()))) {
        return false;
      }
    } while (named.find());
    return true;
  }

  /** What stands near before a place, from the beginning of a word. */
  private static String before(String words, int place) {
    int from = Math.max(0, place - NEAR - LONGEST_DENIAL);
    while (from > 0 && from < place && Character.isLetterOrDigit(words.charAt(from - 1))) {
      from++;
    }
    return words.substring(from, place);
  }

  private static boolean isDenied(Terminology terminology, String before) {
    Matcher denial = terminology.anyOf(PhraseList.NOT_BY_THIS_ROUTE).matcher(before);
    while (denial.find()) {
      String between = before.substring(denial.end());
      if (between.length() <= NEAR && !END.matcher(between).find()) {
        return true;
      }
    }
    return false;
  }
}
