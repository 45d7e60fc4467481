package org.karyon.iscn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.ProcessorTime;
import org.karyon.iscn.report.Token;

/** Mutated and repeated texts: no exception, no lost character, linear time. */
class RandomTextTest {

  private static final List<String> SEEDS =
      List.of(
          "46,XX,t(9;22)(q34;q11.2)[18]/47,idem,+der(22)t(9;22)[1]/46,XX[1]",
          "28,X,+Y,+6,+10,+18,+21[3]/56,idemx2,-Y[17]",
          "73(36,X,+Y,+1,+5,+6)x2,-X,+14,+mar[cp31]/46,XY[1]",
          "46,XY,der(9)(9pter->9q34::14q32.2->14qter),der(?)t(?;14)(?;q32)[16]/46,XY[34]",
          "45,XX,-7,der(5)t(5;11)(q35;q12).ish der(5)t(5;11)(wcp11+),+2mar [6/30%]; 46,XX[14]",
          "52,XX,+X,+6,+14[cp10].nuc ish 17cen(D17Z1x3),18cen(D18Z1x2)[62%]/17cen(D17Z1x2)[33%]",
          "46,X,inv(Y)c,add(21)(q22)amp(AML1),+?8,del(7)(q?2) or del(7)(q31),inc[cp5]",
          "nuc ish (5'KMT2Ax2,3'KMT2Ax1)(5'KMT2A con 3'KMT2A)x1[90/200],(ABL1,BCR)x2[200]");

  private static final String ALPHABET =
      "0123456789+-,;/()[]{}<>?~xXYpqtderlinscadm. :'@%=&\\\u2212\u00D7\u2192\u03A7\uFF08\u200B\n";

  @Test
  void mutatedTextsAreReadWithoutExceptionAndWithoutLoss() {
    Random random = new Random(20261123);
    for (int i = 0; i < 20_000; i++) {
      String text = mutated(random);
      KaryotypeReport report = GuidelineKaryotypes.read(text);

      assertCovered(report);
      assertThat(report.interpretable() || report.notInterpretableReason().isPresent()).isTrue();
    }
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    int changes = 1 + random.nextInt(8);
    for (int change = 0; change < changes && !text.isEmpty(); change++) {
      int place = random.nextInt(text.length());
      char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(place);
        case 1 -> text.insert(place, c);
        case 2 -> text.setLength(place);
        default -> text.setCharAt(place, c);
      }
    }
    return text.toString();
  }

  private static void assertCovered(KaryotypeReport report) {
    int place = 0;
    boolean covered = true;
    for (Token token : report.tokens()) {
      covered &= token.start() >= place && isBlank(report.text(), place, token.start());
      covered &= token.text().equals(report.text().substring(token.start(), token.end()));
      place = token.end();
    }
    covered &= isBlank(report.text(), place, report.text().length());

    assertThat(covered).as(report.text()).isTrue();
  }

  private static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean blank =
          Character.isWhitespace(c)
              || Character.isSpaceChar(c)
              || Character.isISOControl(c)
              || Character.getType(c) == Character.FORMAT;
      if (!blank) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+8,",
        "x(",
        "/46,XX",
        "46,XX,t(",
        "[",
        "]",
        ".ish ",
        "nuc ish (",
        "?",
        "a",
        "der(",
        ";;",
        "]46,XX,",
        "  /",
        "&lt",
        "A con B",
        "(A con B)",
        "46,XX,+8[3]/",
        "t(9;22)",
        "p",
        "->",
        "::",
        "46,XX.ish a(+),b,",
        "or8",
        "+8or",
        "x2",
        "<3n>",
        "73(36,X,",
        "arr(",
        "arr 7p12x1,",
        "7p12("
      })
  void repeatedTextTakesLinearTime(String piece) {
    String eighth = piece.repeat(7_500 / piece.length());
    String full = piece.repeat(60_000 / piece.length());
    long shortest = Math.max(fastest(eighth), 4_000_000);

    // Eight times the text takes eight times the time when growth is linear and sixty-four times
    // when it is quadratic; the limit between leaves room for a busy machine.
    assertThat(fastest(full)).isLessThan(24 * shortest);
  }

  @Test
  void manyClonesThatInheritManyRearrangementsAreReadAtOnce() {
    StringBuilder text = new StringBuilder("46,XX");
    for (int i = 0; i < 200; i++) {
      text.append(",der(17)t(").append(1 + i % 16).append(";17)(q11;p13)");
    }
    for (int clone = 0; clone < 58; clone++) {
      text.append("/46,sdl");
      for (int i = 0; i < 30; i++) {
        text.append(",+4,-der(").append(1 + i % 22).append("),t(9;22)(q34;q11)");
      }
    }

    assertThat(text).hasSizeLessThan(64 * 1024);
    assertThat(fastest(text.toString())).isLessThan(1_000_000_000L);
  }

  private static long fastest(String text) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      fastest = Math.min(fastest, ProcessorTime.of(() -> GuidelineKaryotypes.read(text)).toNanos());
    }
    return fastest;
  }
}
