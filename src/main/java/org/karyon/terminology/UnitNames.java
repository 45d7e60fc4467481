package org.karyon.terminology;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the unit of UCUM that a laboratory's way to write it means. */
final class UnitNames {

  private static final Pattern POWER_OF_TEN =
      Pattern.compile("10(?:\\^|\\*\\*|\\*|exp|e|\\()(\\d+)\\)?");

  private static final Pattern LEFT_OUT = Pattern.compile("[\\s.\\[\\]{}]");
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");

  private final Map<String, String> byName = new HashMap<>();

  UnitNames(Map<String, List<String>> written) {
    written.forEach(
        (ucum, names) -> {
          byName.put(normal(ucum), ucum);
          names.forEach(name -> byName.put(normal(name), ucum));
        });
  }

  Optional<String> ucum(String written) {
    return Optional.ofNullable(byName.get(normal(written)));
  }

  private static String normal(String written) {
    String plain =
        LEFT_OUT
            .matcher(superscripts(written).toLowerCase(Locale.ROOT))
            .replaceAll("")
            .replace('\u00b5', 'u')
            .replace('\u03bc', 'u')
            .replace('\u00d7', 'x');
    String letters =
        ACCENTS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    String powers = POWER_OF_TEN.matcher(letters).replaceAll("10*$1");
    return powers.startsWith("x10") ? powers.substring(1) : powers;
  }

  /** 10⁹ as 10*9. */
  private static String superscripts(String written) {
    StringBuilder plain = new StringBuilder();
    boolean before = false;
    for (int index = 0; index < written.length(); index++) {
      char character = written.charAt(index);
      int digit = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".indexOf(character);
      if (digit < 0) {
        plain.append(character);
        before = false;
      } else {
        boolean power = !before && plain.toString().endsWith("10");
        plain.append(power ? "*" : "").append(digit);
        before = true;
      }
    }
    return plain.toString();
  }
}
