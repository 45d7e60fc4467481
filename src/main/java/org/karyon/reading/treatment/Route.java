package org.karyon.reading.treatment;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Dosage;
import org.karyon.reading.resources.Codings;
import org.karyon.terminology.ConceptGroup;

/** By which route a drug is given, as far as the cerebrospinal fluid is concerned. */
public record Route(boolean isIntrathecal, String words) {

  static final Route NONE = new Route(false, "");

  /** English, German, French and Spanish. */
  private static final String NAME = "intra-?th?[e\u00e9][ck]al";

  private static final Pattern INTRATHECAL =
      Pattern.compile(
          "(?i:\\b" + NAME + "|\\bi\\.? ?th\\.)|\\bi\\.t\\.|(?<!\\b(?:TAKE|GIVE|USE) )\\bIT\\b");

  /** Labels warn of the route as often as they order it: "not for intrathecal use". */
  private static final Pattern DENIED =
      Pattern.compile(
          "(?i)\\b(?:not|never|avoid|fatal|nicht|nie|t\u00f6dlich|jamais|pas|mortel|mortelle|no|nunca|mortal)\\b"
              + "[^.;]{0,40}\\b"
              + NAME);

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
        || names(Codings.allWords(route))
        || names(text);
  }

  public static boolean names(String words) {
    return INTRATHECAL.matcher(words).find() && !DENIED.matcher(words).find();
  }
}
