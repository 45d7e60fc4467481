package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "Fusion of BCR and ABL1" is one fusion of two genes and no list of two fusions. */
final class FusionPartners {

  private static final String PHRASE = "noS&S";

  private FusionPartners() {}

  /** The tokens with the partners of each such fusion joined before its noun. */
  static List<WordToken> joined(List<WordToken> tokens) {
    List<WordToken> joined = new ArrayList<>(tokens.size());
    int index = 0;
    while (index < tokens.size()) {
      if (isFusion(tokens, index)) {
        WordToken one = tokens.get(index + 2);
        WordToken two = tokens.get(index + 4);
        joined.add(
            new WordToken(
                'S',
                Optional.empty(),
                one.text() + ' ' + two.text(),
                Optional.empty(),
                tokens.get(index).start(),
                two.end()));
        joined.add(tokens.get(index));
        index += PHRASE.length();
      } else {
        joined.add(tokens.get(index));
        index++;
      }
    }
    return joined;
  }

  private static boolean isFusion(List<WordToken> tokens, int index) {
    for (int place = 0; place < PHRASE.length(); place++) {
      if (index + place >= tokens.size()
          || tokens.get(index + place).code() != PHRASE.charAt(place)) {
        return false;
      }
    }
    boolean list =
        index + PHRASE.length() < tokens.size()
            && "&|,S".indexOf(tokens.get(index + PHRASE.length()).code()) >= 0;
    return tokens.get(index).text().startsWith("fusion")
        && !list
        && isGene(tokens.get(index + 2))
        && isGene(tokens.get(index + 4));
  }

  private static boolean isGene(WordToken name) {
    return name.text().indexOf(' ') < 0;
  }
}
