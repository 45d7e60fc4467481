package org.karyon.cards;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.karyon.guideline.Guideline;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.Concept;
import org.karyon.terminology.PhraseList;

/**
 * Names of results in the laboratory's short words: by the concept whose long name the record gives
 * ({@code names.yaml}), else the record's own first name; never two names side by side.
 */
final class TestNames {

  private static final int LONGEST = 60;
  private static final Pattern SEPARATOR = Pattern.compile(" \\| ");

  /** The axes of a LOINC long name after its component. */
  private static final Pattern AXES =
      Pattern.compile(
          "\\s*\\[[^\\]]*].*$|\\s+in (?:Blood|Serum|Plasma|Platelet|Bone"
              + " marrow|Specimen|Urine).*$");

  private final Map<String, String> byLongName = new HashMap<>();
  private final Pattern methods;

  TestNames(Guideline guideline) {
    this.methods = guideline.terminology().anyOf(PhraseList.METHODS_TOLD_ON_CARDS);
    for (Concept concept : guideline.terminology().concepts()) {
      guideline
          .shortNames()
          .test(concept.id())
          .ifPresent(
              name ->
                  Stream.concat(
                          concept.codes().stream().map(CodeBinding::display),
                          concept.names().stream())
                      .forEach(known -> byLongName.putIfAbsent(key(known), name)));
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The name of a test. */
  String of(String what) {
    List<String> names = Arrays.asList(SEPARATOR.split(what));
    return known(names)
        .orElseGet(
            () -> {
              String own = AXES.matcher(names.get(0)).replaceFirst("");
              return PlainText.of(own.isBlank() ? names.get(0) : own, LONGEST);
            });
  }

  /** How a result was made, where its name says so; else the name of the test. */
  String method(String what) {
    List<String> names = Arrays.asList(SEPARATOR.split(what));
    return known(names)
        .or(() -> names.stream().flatMap(name -> method(methods.matcher(name))).findFirst())
        .orElseGet(() -> of(what));
  }

  private static Stream<String> method(Matcher matcher) {
    return matcher.find() ? Stream.of(matcher.group()) : Stream.empty();
  }

  private Optional<String> known(List<String> names) {
    return names.stream()
        .flatMap(name -> Optional.ofNullable(byLongName.get(key(name))).stream())
        .findFirst();
  }
}
