package org.karyon.reading.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ModifiersTest {

  @Test
  void whatARuleGathersHoldsTheLettersThatItNeeds() {
    Random random = new Random(20261126);
    for (Modifiers.Rule rule : Modifiers.RULES) {
      // Of the characters of its own pattern, so that it is met often.
      String letters = rule.pattern().pattern().replaceAll("[\\\\?*+^=!{}\\d]", "");
      int met = 0;
      for (int text = 0; text < 2_000_000 && (text < 20_000 || met < 3); text++) {
        StringBuilder codes = new StringBuilder();
        int length = 1 + random.nextInt(9);
        for (int at = 0; at < length; at++) {
          codes.append(letters.charAt(random.nextInt(letters.length())));
        }
        if (rule.pattern().matcher(codes).find()) {
          met++;
          assertThat(rule.mayApplyTo(codes.toString())).as("%s in %s", rule, codes).isTrue();
        }
      }
      assertThat(met).as("how often %s was met", rule).isGreaterThanOrEqualTo(3);
    }
  }
}
